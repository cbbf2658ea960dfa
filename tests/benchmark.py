"""How long banso takes against other programs: `make benchmark`.

The processor time of whole processes with what they start (git), in turn, one against the other;
what is printed are ratios of one run, since absolute times tell of the machine, and the memory of a
large roster. It is no test: a busy machine is no fault of the code. `validate` is to take at most
1.8 times as long as a Typer program that does nothing, `diff` with rules and tables of both states
2.0 times as long as `validate`; on the roster of 1,700 teams 1.6 times as long as loading its
files, and 130 MB. `match` is to be proven in 10 s of processor time on the median, and in 40 s at
worst.
"""

from __future__ import annotations

import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
from itertools import chain
from pathlib import Path

from tests.changes.repository import commit
from tests.commands.running import ROSTER
from tests.matching.benchmark import all_withdrawals, real_size, three_times
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

LOADING = """
import sys
from pathlib import Path
import yaml
for file in Path(sys.argv[1]).rglob("*.yaml"):
    yaml.load(file.read_bytes(), yaml.CSafeLoader)
"""
MEMORY = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024)
"""
TEAMS = "1700"
SEEDS = range(1, 11)

Command = list[str]


def seconds(command: Command) -> float:
    """Return the processor time of a process, compiled as an installed program is."""
    installed = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    before = _spent()
    subprocess.run(command, capture_output=True, check=False, env=installed)
    return _spent() - before


def _spent() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def ratio(command: Command, other: Command) -> str:
    """Return the median ratio of pairs of runs, and the smallest and the largest."""
    for each in (command, other):
        seconds(each)
    pairs = [seconds(command) / seconds(other) for _round in range(ROUNDS)]
    return f"{statistics.median(pairs):.2f} ({min(pairs):.2f} to {max(pairs):.2f})"


def megabytes(command: Command) -> str:
    """Return how much memory a process takes at its peak."""
    run = [sys.executable, "-c", MEMORY, *command]
    return subprocess.run(run, capture_output=True, check=True, text=True).stdout.strip()


def changed_roster(folder: Path) -> Path:
    """Return the roster in a repository, with a rank that is not committed."""
    roster = Path(shutil.copytree(ROSTER, folder / "roster"))
    commit(folder, "2026-04-01T00:00:00Z")
    team = roster / "teams" / "2" / "013455-mori.yaml"
    text = team.read_text(encoding="utf-8").replace("rank: 補佐級", "rank: 課長級", 1)
    team.write_text(text, encoding="utf-8")
    return roster


def main() -> None:
    """Print the ratios."""
    with tempfile.TemporaryDirectory() as temporary:
        bare = Path(temporary) / "bare.py"
        bare.write_text(BARE, encoding="utf-8")
        faulty = overlaid(SCENARIOS / "forty-defects-in-eight-files" / "failing", Path(temporary))
        python, module = sys.executable, [sys.executable, "-m", "banso_cli"]
        small = [*module, "validate", "--roster"]
        changed = changed_roster(Path(temporary) / "changed")
        large = str(Path(temporary) / "large")
        subprocess.run([*module, "init", large, "--example", "--teams", TEAMS], check=True)
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
                "diff of the roster, one record changed / validate of it",
                [*module, "diff", "HEAD", "--roster", str(changed)],
                [*small, str(changed)],
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
            (
                f"validate of {TEAMS} teams / loading their files",
                [*small, large],
                [python, "-c", LOADING, large],
            ),
        )
        for title, command, other in lines:
            sys.stdout.write(f"{title}: {ratio(command, other)}\n")
        sys.stdout.write(f"validate of {TEAMS} teams: {megabytes([*small, large])} MB\n")
    for line in chain(real_size(SEEDS), all_withdrawals(), three_times()):
        sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    main()
