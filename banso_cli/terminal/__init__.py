"""How banso speaks on a terminal: help pages, tables that fit a width, and where results go."""
