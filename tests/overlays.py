"""Cases as folders: files that are put over a copy of the base roster, and the findings expected.

`DELETE` names files that are removed before, one a line. `PAD` names files that a comment makes as
long as told: `1000001 roster/themes.yaml`. `LINK` names files that are links, after what they point
to: `../outside.yaml roster/themes.yaml`.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path

from banso_cli.records.finding import Finding
from banso_cli.yaml.place import Place

TESTS = Path(__file__).parent
BASE = TESTS / "base_roster"
CASES = TESTS / "cases"
SCENARIOS = CASES / "scenarios"
DELETE, PAD, LINK = "DELETE", "PAD", "LINK"


def folders(parent: Path) -> list[Path]:
    """Return the folders of cases in the order of their names."""
    return sorted(each for each in parent.iterdir() if each.is_dir() and each != SCENARIOS)


def overlaid(overlay: Path, target: Path) -> Path:
    """Return the folder of a copy of the base roster with the overlay over it."""
    shutil.copytree(BASE, target, dirs_exist_ok=True)
    for name in _listed(overlay / DELETE):
        (target / name).unlink()
    shutil.copytree(
        overlay, target, ignore=shutil.ignore_patterns(DELETE, PAD, LINK), dirs_exist_ok=True
    )
    for line in _listed(overlay / PAD):
        size, name = line.split(" ", 1)
        data = (target / name).read_bytes()
        (target / name).write_bytes(data + b"#" * (int(size) - len(data)))
    for line in _listed(overlay / LINK):
        source, name = line.split(" ", 1)
        (target / name).symlink_to(source)
    return target / "roster"


def _listed(file: Path) -> list[str]:
    return file.read_text(encoding="utf-8").splitlines() if file.exists() else []


def as_lines(findings: Iterable[Finding]) -> str:
    """Return the findings as `expected.txt` shows them, one a line, empty fields left out."""
    return "".join(f"{_line(finding)}\n" for finding in findings)


def _line(finding: Finding) -> str:
    related = "; ".join(f"related {_at(each.place)} {each.message}" for each in finding.related)
    fields = (
        f"{_at(finding.place)} {finding.severity} {finding.rule}",
        finding.message,
        finding.help,
        related,
        "fixable" if finding.fixable else "",
    )
    return " | ".join(field for field in fields if field)


def _at(place: Place) -> str:
    return f"{place.path}:{place.line}:{place.column}-{place.end_line}:{place.end_column}"
