"""`python -m banso_cli`, and the command `banso`."""

from __future__ import annotations

import gc
import os
import sys


def main() -> None:
    """Run banso and exit with its code.

    The process is short and makes no cycles worth collecting: collecting takes a tenth of the time
    of `banso validate`, and so it does at the end, where Python collects what is not frozen.
    Looking for plugins of pydantic, of which banso has none, takes another.
    """
    gc.disable()
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    from banso_cli.cli import main as run  # noqa: PLC0415 - once all this is set

    code = run()
    gc.freeze()
    sys.exit(code)


if __name__ == "__main__":
    main()
