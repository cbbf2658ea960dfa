"""The workbook in which the teams of a period are edited in Excel: made, and read back."""
