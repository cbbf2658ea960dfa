"""From the text of a file to a tree of values with places, and from a layout back to a text."""
