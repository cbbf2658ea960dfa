"""Writers of the roster: files come out whole, in one form, or not at all."""
