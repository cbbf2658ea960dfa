"""From a file to sheets of cells, and the headings of a list in them."""
