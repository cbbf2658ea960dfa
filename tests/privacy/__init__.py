"""Gender, track and age of members never leave the tool per person."""
