"""What `banso validate` checks for, and how it shows what it found."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from pathlib import Path

from banso_cli.commands.failure import ExitCode, Failure
from banso_cli.commands.output import put, say
from banso_cli.locale import _
from banso_cli.model.finding import Finding, Severity
from banso_cli.model.roster import Roster
from banso_cli.rules import RULES, check
from banso_cli.rules.masking import for_others
from banso_cli.rules.rule import Rule
from banso_cli.rules.selection import names_of, selected
from banso_cli.rules.suggestion import perhaps


@dataclass(frozen=True, slots=True)
class Asked:
    """What the user asks of a check."""

    paths: tuple[Path, ...] = ()
    form: str = "text"
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    strict: bool = False
    since: str | None = None
    most: int | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """What a check found; `older` counts the findings that `--since` leaves out."""

    roster: Roster
    folder: Path
    rules: tuple[Rule, ...]
    findings: tuple[Finding, ...]
    older: int = 0

    def is_faulty(self, *, strict: bool) -> bool:
        """Tell whether there is an error, or in a strict check a warning."""
        return any(strict or each.severity is Severity.ERROR for each in self.findings)


def rules_for(asked: Asked) -> tuple[Rule, ...]:
    """Return the rules that are asked for; a failure for a name that is none."""
    try:
        return selected(RULES, asked.select, asked.ignore)
    except KeyError as unknown:
        name = str(unknown.args[0])
        raise Failure(
            ExitCode.WRONG_USAGE,
            _("there is no rule or family '{name}'").format(name=name),
            perhaps(name, names_of(RULES)) or _("see 'banso rules'"),
        ) from None


def checked(roster: Roster, folder: Path, asked: Asked) -> Result:
    """Check a roster by the rules that are asked for."""
    rules = rules_for(asked)
    findings, older = check(roster, rules), 0
    if asked.since is not None:
        new = _new_since(asked.since, roster, folder, rules, findings)
        findings, older = new, len(findings) - len(new)
    kept = tuple(each for each in findings if _is_in(each, folder, asked.paths))
    return Result(roster, folder, rules, kept, older)


def _is_in(finding: Finding, folder: Path, wanted: tuple[Path, ...]) -> bool:
    file = folder.parent / finding.place.path
    return not wanted or any(file.is_relative_to(path) for path in wanted)


def _new_since(
    revision: str,
    roster: Roster,
    folder: Path,
    rules: tuple[Rule, ...],
    findings: tuple[Finding, ...],
) -> tuple[Finding, ...]:
    from banso_cli.history.introduced import State, introduced
    from banso_cli.history.revisions import NoSuchRevision, roster_at
    from banso_cli.reading.folder import read_roster

    try:
        with roster_at(folder, revision) as earlier:
            if earlier is None:
                return findings
            before = read_roster(earlier)
            then = State.of(before, check(before, rules))
            return introduced(then, State.of(roster, findings))
    except NoSuchRevision as error:
        raise Failure(
            ExitCode.CANNOT_READ,
            _("git cannot tell what the roster was at '{revision}'").format(revision=revision),
            _("git says: {words}").format(words=str(error).splitlines()[0] if str(error) else "-"),
        ) from None


def shown(result: Result, asked: Asked) -> None:
    """Show what was found, in the form that is asked for."""
    if asked.form != "text":  # which stays on the machine of whoever may read the roster
        told = for_others(result.roster, result.rules, result.findings)
        result = replace(result, findings=told)
    findings = result.findings if asked.most is None else result.findings[: asked.most]
    put(_document(result, findings, asked))
    if hidden := len(result.findings) - len(findings):
        say(_("{count} more findings are not shown").format(count=hidden))
    if result.older:
        say(_("{count} older findings are left out").format(count=result.older))


def _document(result: Result, findings: tuple[Finding, ...], asked: Asked) -> str:
    """Return the findings in a form for people; the others are for programs."""
    if asked.form == "text":
        from banso_cli.diagnostics.text import as_text, summary

        lines = [*as_text(findings, result.folder), summary(result.roster, result.findings)]
        return "\n".join(lines) + "\n"
    if asked.form == "markdown":
        from banso_cli.diagnostics.markdown import as_markdown

        return as_markdown(result.roster, findings)
    if asked.form == "github":
        return _annotations(result, findings, asked)
    return _data(result, findings, asked)


def _data(result: Result, findings: tuple[Finding, ...], asked: Asked) -> str:
    """Return the findings in a form for programs."""
    if asked.form == "jsonl":
        from banso_cli.diagnostics.jsonl import as_jsonl

        return as_jsonl(findings)
    if asked.form == "sarif":
        from banso_cli.diagnostics.sarif import as_sarif

        return as_sarif(findings, result.rules)
    if asked.form == "junit":
        from banso_cli.diagnostics.junit import as_junit

        return as_junit(result.roster, findings, strict=asked.strict)
    from banso_cli.diagnostics.json import as_json

    return as_json(result.roster, findings)


def _annotations(result: Result, findings: tuple[Finding, ...], asked: Asked) -> str:
    """Annotate for GitHub, and put the whole list into the job's summary where there is one."""
    from banso_cli.diagnostics.github import as_github
    from banso_cli.diagnostics.markdown import as_markdown
    from banso_cli.diagnostics.text import summary
    from banso_cli.history.revisions import NoSuchRevision, changed_lines

    changed = None
    if asked.since is not None:
        try:
            changed = changed_lines(result.folder, asked.since)
        except NoSuchRevision:
            changed = None
    target = os.environ.get("GITHUB_STEP_SUMMARY")
    if target:
        with Path(target).open("a", encoding="utf-8", errors="backslashreplace") as stream:
            stream.write(as_markdown(result.roster, findings))
    return as_github(findings, changed) + summary(result.roster, result.findings) + "\n"
