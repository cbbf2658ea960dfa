"""From the answers to a form to the voices of a period: counted, and never kept by person."""
