"""`python -m banso_cli`, and the command `banso`."""

from __future__ import annotations

import sys


def main() -> None:
    """Run banso and exit with its code."""
    from banso_cli.cli import main as run

    sys.exit(run())


if __name__ == "__main__":
    main()
