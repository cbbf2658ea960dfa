"""How a list is to be read where it leaves a choice: what the options of the command say."""

from __future__ import annotations

from dataclasses import dataclass

from banso_cli.files.failure import ExitCode, Failure
from banso_cli.intake.lists.printed import status_of
from banso_cli.locale import _
from banso_cli.records.teams.team import Status


@dataclass(frozen=True, slots=True)
class HowToRead:
    """The choices; without any, what leaves one is refused.

    `hidden` and `struck` are `read` or `skip`.
    `sheets` are read in this order. `fills` is what a filled name stands for and, where it is told,
    what one that is not filled stands for.
    """

    sheets: tuple[str, ...] = ()
    hidden: str | None = None
    struck: str | None = None
    numbers_in_order: bool = False
    is_part: bool = False
    fills: tuple[Status, ...] = ()


AS_IT_STANDS = HowToRead()


def fills_of(words: str | None) -> tuple[Status, ...]:
    """Return what fills stand for, from words such as 継続 or 継続,新規."""
    found = tuple(status_of(word) for word in words.replace("、", ",").split(",")) if words else ()
    known = tuple(each for each in found if each)
    if len(known) != len(found) or len(found) > len(set(found)):
        message = _("--fill: '{words}' is neither 継続 nor 新規, nor both of them")
        help_line = _("write what a fill stands for, and then what no fill stands for: 継続,新規")
        raise Failure(ExitCode.WRONG_USAGE, message.format(words=words), help_line)
    return known
