"""What `banso new` does with an application: it writes the file of an officer or a municipality."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from banso_cli.editing.edits import Edit
from banso_cli.files.failure import misused
from banso_cli.intake.application_heads import ID
from banso_cli.intake.applications import application_of
from banso_cli.locale import _
from banso_cli.records.kinds import KINDS
from banso_cli.tasks.new.adding import already_there, carry_out, needed_period, say_refusals
from banso_cli.tasks.new.team import supported_in
from banso_cli.tasks.opened.opening import open_to_write


def add_application(
    kind: str,
    period: int,
    roster: Path | None,
    *,
    diff: bool,
    **given: str | Sequence[str] | None,
) -> None:
    """Write an application; what is `given` stands under the keys of its record.

    The number of an officer, which is the name of the file, is the `number`.
    """
    values = {
        ID if key == "number" else key: each if isinstance(each, str) else "、".join(each or ())
        for key, each in given.items()
    }
    folder, records = open_to_write(roster, only_shown=diff)
    needed_period(records, period)
    if wanted := values.get("municipality"):
        values["municipality"] = supported_in(records, wanted).code
    record, refusals = application_of(KINDS[kind].declaration, values, period, records)
    say_refusals(refusals)
    if record is None:
        raise misused(_("nothing was written"))
    if any(each.id == record.id for each in records.records):
        raise already_there(record.id, f"{record.id}.yaml")
    carry_out(Edit(record.id, None, record), records, folder, diff=diff)
