"""What the commands of `banso new` share: what their values say, and how files are written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from banso_cli.editing.changes import write_changes
from banso_cli.editing.edits import Edit
from banso_cli.editing.outcome import outcome
from banso_cli.files.failure import Failure, Refusal, misused, unfit, unreadable
from banso_cli.locale import _, plural
from banso_cli.reading.locate import Origin
from banso_cli.records.fields.record import RuleException
from banso_cli.records.finding import Finding
from banso_cli.records.periods.period import Period
from banso_cli.records.roster import Roster
from banso_cli.rules.exceptions import EXCEPTABLE
from banso_cli.terminal.output import put_changes, put_lines, say


def pair(option: str, value: str, pattern: str, example: str) -> tuple[str, str]:
    """Take a value of two parts apart."""
    match = re.fullmatch(pattern, value)
    if match is None:
        raise misused(
            _("{option}: '{value}' has not two parts").format(option=option, value=value),
            _("write it as {example}").format(example=example),
        )
    return match[1].strip(), match[2].strip()


def exceptions_of(given: Sequence[str]) -> tuple[RuleException, ...]:
    """Return the exceptions that are given as rule and reason."""
    example = _("single-agency-team=REASON")
    pairs = [pair("--exception", each, r"([a-z0-9-]+)=(.*\S.*)", example) for each in given]
    return tuple(RuleException(rule=rule, reason=reason) for rule, reason in pairs)


def exception_help(errors: Iterable[Finding]) -> str:
    """Return how to give an exception, where an error is one that may be excepted."""
    rule = next((error.rule for error in errors if error.rule in EXCEPTABLE), "")
    return _("if the source has it so: --exception {rule}=REASON").format(rule=rule) if rule else ""


def needed_file(file: Path) -> None:
    """Fail where a file that is to be read is not there."""
    if not file.is_file():
        raise unreadable(_("there is no file {file}").format(file=file))


def needed_period(roster: Roster, number: int) -> Period:
    """Return a period; a failure where it is not recorded, or not to be read."""
    if f"periods/{number}" in roster.unread:
        raise unfit(
            _("periods/{number}.yaml cannot be read").format(number=number),
            _("run 'banso validate' and mend it first"),
        )
    if (found := roster.period(number)) is not None:
        return found
    raise misused(
        _("there is no file periods/{number}.yaml").format(number=number),
        _("add it first: banso new period {number} --fiscal-year YEAR").format(number=number),
    )


def already_there(name: object, file: str) -> Failure:
    """Return the failure that what is to be new is not."""
    message = _("{name} is already there: {file}").format(name=name, file=file)
    return unfit(message)


def refuse_errors(
    errors: Sequence[Finding], folder: Path, help_line: str = "", file: str = ""
) -> None:
    """Fail where a file, or the roster, would have errors, and say what they are."""
    origin = Origin.of(folder)
    for finding in errors:
        place = origin.shown(finding.place.path)
        say(f"{place}: {finding.message} [{finding.rule}]", finding.help)
    if errors:
        message = (
            plural(
                "{file} would have {count} error; nothing was written",
                "{file} would have {count} errors; nothing was written",
                len(errors),
                file=file,
            )
            if file
            else plural(
                "the roster would have {count} error of it; nothing was written",
                "the roster would have {count} errors of it; nothing was written",
                len(errors),
            )
        )
        raise unfit(message, help_line)


@contextmanager
def telling_refusals(name: str) -> Iterator[None]:
    """Tell one by one why a file of this name is refused."""
    try:
        yield
    except Failure as refused:
        for refusal in refused.refusals:
            where = f"{name}: " if refusal.line else ""
            say(f"{where}{refusal.message}", refusal.help)
        raise


def say_refusals(refusals: Iterable[Refusal]) -> None:
    """Say which values of the command line cannot be taken."""
    for refusal in refusals:
        say(f"banso: {refusal.message}", refusal.help)


def say_elsewhere(count: int) -> None:
    """Say that files other than those written have errors of it."""
    if count:
        say(
            plural(
                "other files now have {count} error: see 'banso validate'",
                "other files now have {count} errors: see 'banso validate'",
                count,
            )
        )


def carry_out(
    edit: Edit, roster: Roster, folder: Path, *, diff: bool, excepts: bool = False
) -> None:
    """Write what becomes of a record, unless it would have errors; with `diff` only show it.

    `excepts` tells that the command takes exceptions.
    """
    try:
        change = edit.change(roster, folder)
    except Failure as untouched:
        message = f"{edit.record}.yaml: {untouched}"
        raise unfit(message, _("nothing was written")) from None
    if diff:
        put_changes([change], folder)
    found, file = outcome(roster, [change]), Origin.of(folder).shown(change.path)
    refuse_errors(found.errors, folder, exception_help(found.errors) if excepts else "", file)
    if not diff:
        write_changes([change], folder, overwrite=edit.before is not None)
        put_lines([_("wrote {file}").format(file=file)])
        say_elsewhere(found.elsewhere)


def carried_out(
    edits: Iterable[Edit], roster: Roster, folder: Path, told: str, *, diff: bool
) -> int:
    """Write what becomes of records, unless there would be errors, and tell so; or only show it.

    Returns how many errors other files have of it once it is written.
    """
    changes = [each.change(roster, folder) for each in edits]
    if diff:
        put_changes(changes, folder)
    found = outcome(roster, changes)
    refuse_errors(found.errors, folder)
    if diff:
        return 0
    write_changes(changes, folder)
    put_lines([told])
    return found.elsewhere
