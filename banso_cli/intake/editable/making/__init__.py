"""Makes the workbook for editing."""
