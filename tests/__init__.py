"""The tests of banso: folders with small rosters, and what is expected of them."""
