"""What the page needs beside the summary to find teams, to count them and to save them as CSV."""
