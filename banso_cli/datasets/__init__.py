"""Every list and statistic as a typed sheet, described once, and the data forms of sheets."""
