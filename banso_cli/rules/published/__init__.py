"""What the roster counts against what was published."""
