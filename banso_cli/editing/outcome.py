"""The roster that a list would give: what changes, and the errors that it would have."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from banso_cli.editing.adding import concerns, new_errors, with_texts
from banso_cli.editing.taking_in import Taken, TakingIn
from banso_cli.model.finding import Finding
from banso_cli.model.record import RuleException


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a list changes, the errors that its teams would have, and exceptions to spare.

    `elsewhere` counts the errors that other records have because of it.
    """

    taken: Taken
    errors: tuple[Finding, ...]
    elsewhere: int
    spare: tuple[RuleException, ...]


def outcome(taking: TakingIn, exceptions: Sequence[RuleException]) -> Outcome:
    """Take a list in; each exception is given to the teams that break its rule.

    It is refused where something of the roster would be lost.
    """
    taken = taking.taken({})
    errors = _errors(taking, taken)
    broken = {(error.record, error.rule) for error in errors}
    written = {change.record for change in taken.changes}
    given = {
        record: tuple(each for each in exceptions if (record, each.rule) in broken)
        for record in written
    }
    if any(given.values()):
        taken = taking.taken(given)
        errors = _errors(taking, taken)
    used = {each for more in given.values() for each in more}
    spare = tuple(each for each in exceptions if each not in used)
    paths = {f"{taking.roster.name}/{record}.yaml" for record in written}
    own = tuple(error for error in errors if any(concerns(error, path) for path in paths))
    return Outcome(taken, own, len(errors) - len(own), spare)


def _errors(taking: TakingIn, taken: Taken) -> tuple[Finding, ...]:
    if not taken.changes:
        return ()
    texts = {change.record: change.after for change in taken.changes if change.after}
    removed = [change.record for change in taken.changes if not change.after]
    return new_errors(taking.roster, with_texts(taking.roster, texts, removed))
