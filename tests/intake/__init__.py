"""What comes in from outside the roster."""
