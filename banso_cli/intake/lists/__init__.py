"""From a file to the teams that a published list has: kind, cells, headings, rows, names, teams."""
