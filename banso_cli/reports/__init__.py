"""From tables to documents, one module a form; reports are Japanese."""
