"""How a task finds, holds and opens the roster."""
