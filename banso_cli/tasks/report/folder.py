"""A report as a folder: written as a whole, and rid of what it no longer has."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from banso_cli.locale import _, plural
from banso_cli.reports.files import ReportFolder
from banso_cli.terminal.output import say, write_file, write_folder

_AS_WRITTEN = "*.csv -text"
"""What `.gitattributes` says so that git changes no line ends: they are in the checksums."""


def write_report_folder(folder: Path, report: ReportFolder, roster: Path) -> None:
    """Write all files of a report, then remove those that an earlier one has left there.

    Only files with names of such a report are removed: a map of another period would be taken for
    one of this.
    """
    write_folder(folder, {file.path: file.data for file in report.files}, [roster])
    say(
        plural(
            "wrote {count} file into {folder}",
            "wrote {count} files into {folder}",
            len(report.files),
            folder=folder,
        )
    )
    if report.is_stable:
        _keep_line_ends(folder, roster)
    for left in left_over(folder, report):
        with suppress(OSError):  # it is told by --check
            left.unlink()
            say(_("removed {file}, which this report does not have").format(file=left))


def _keep_line_ends(folder: Path, roster: Path) -> None:
    """Let git leave the tables byte for byte as their description has them; keep what is there."""
    file = folder / ".gitattributes"
    if not os.path.lexists(file):
        write_file(file, f"{_AS_WRITTEN}\n".encode(), [roster])
    elif _AS_WRITTEN not in file.read_text("utf-8", errors="replace").splitlines():
        say(
            _("git may change line ends of the tables; add the line '{line}' to {file}").format(
                line=_AS_WRITTEN, file=file
            )
        )


def left_over(folder: Path, report: ReportFolder) -> tuple[Path, ...]:
    """Return the files of an earlier report that this one does not have, in the order of names."""
    names = sorted(report.names - {file.path for file in report.files})
    return tuple(folder / name for name in names if (folder / name).is_file())
