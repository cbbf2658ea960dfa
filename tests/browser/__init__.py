"""The page in a real Chromium; `make test-browser` installs one where there is none."""
