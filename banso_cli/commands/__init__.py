"""The commands of banso, one module each; only they print."""
