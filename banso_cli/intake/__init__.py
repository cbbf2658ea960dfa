"""From a list as it comes to teams of a roster."""
