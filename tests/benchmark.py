"""How long banso takes against other programs: `make benchmark`.

Whole processes, in turn, one against the other; what is printed are ratios of one run, since
absolute times tell of the machine. It is no test: a busy machine is no fault of the code.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.overlays import BASE, SCENARIOS, overlaid

ROUNDS = 15
BARE = """
import typer
app = typer.Typer()
@app.command()
def nothing() -> None:
    pass
app()
"""

Command = list[str]


def seconds(command: Command) -> float:
    """Return how long a process takes from start to end, compiled as an installed program is."""
    installed = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    start = time.perf_counter()
    subprocess.run(command, capture_output=True, check=False, env=installed)
    return time.perf_counter() - start


def ratio(command: Command, other: Command) -> str:
    """Return the median ratio of pairs of runs, and the smallest and the largest."""
    for each in (command, other):
        seconds(each)
    pairs = [seconds(command) / seconds(other) for _round in range(ROUNDS)]
    return f"{statistics.median(pairs):.2f} ({min(pairs):.2f} to {max(pairs):.2f})"


def main() -> None:
    """Print the ratios."""
    with tempfile.TemporaryDirectory() as temporary:
        bare = Path(temporary) / "bare.py"
        bare.write_text(BARE, encoding="utf-8")
        faulty = overlaid(SCENARIOS / "forty-defects-in-eight-files" / "failing", Path(temporary))
        python, module = sys.executable, [sys.executable, "-m", "banso_cli"]
        small = [*module, "validate", "--roster"]
        lines = (
            (
                "validate / a Typer program that does nothing",
                [*module, "validate"],
                [python, str(bare)],
            ),
            (
                "--help / a Typer program that does nothing",
                [*module, "--help"],
                [python, str(bare)],
            ),
            (
                "report / import pandas, jinja2",
                [*module, "report"],
                [python, "-c", "import pandas, jinja2"],
            ),
            (
                "validate with forty defects / without",
                [*small, str(faulty)],
                [*small, str(BASE / "roster")],
            ),
        )
        for title, command, other in lines:
            sys.stdout.write(f"{title}: {ratio(command, other)}\n")


if __name__ == "__main__":
    main()
