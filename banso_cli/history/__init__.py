"""Earlier states of the roster, as git keeps them, and what has changed since."""
