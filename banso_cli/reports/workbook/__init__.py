"""The Excel workbook: its sheets as typed rows, how they are written, and its charts."""
