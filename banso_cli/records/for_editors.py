"""How editors find the schema of a file; apart from the kinds, so that `--help` reads no record."""

SCHEMA_FOLDER = ".schema"
"""The folder of the schemas within the roster; nothing in it is read as a record."""

FOR_EDITORS = "# yaml-language-server:"
"""How the line begins by which an editor finds the schema; it stands first in a file."""
