"""Reports for programs: JSON, and folders of CSV files."""
