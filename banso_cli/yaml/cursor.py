"""A place in the text of a file, and the comments passed on the way to it."""

from __future__ import annotations

import re
from typing import NamedTuple

from banso_cli.files.failure import ExitCode, Failure
from banso_cli.locale import _
from banso_cli.yaml.tree import position

_BLANKS = re.compile(r"[ \t]*")


class Met(NamedTuple):
    """A comment that has no place yet, or a blank line; alone on its line or behind something.

    `line` is where its line begins in the text.
    """

    text: str
    column: int
    is_alone: bool
    line: int


class Cursor:
    """A place in the text, and the comments passed on the way that have no place yet."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.starts = [0, *(match.end() for match in re.finditer("\n", text))]
        self._met: list[Met] = []

    def unexpected(self) -> Failure:
        """Return the failure that something is written here in a way that no record needs."""
        message = _("line {line} is written in a way that banso does not format")
        return Failure(
            ExitCode.FINDINGS,
            message.format(line=position(self.text, self.at)[0]),
            _("write it as 'key: value', without '%' or '?' at the beginning of a line"),
        )

    def skip(self) -> None:
        """Pass over blanks, line ends and comments, up to the next mark or value."""
        while True:
            self.at = _BLANKS.match(self.text, self.at).end()  # type: ignore[union-attr]
            letter = self.text[self.at : self.at + 1]
            if letter == "#":
                end = self.text.find("\n", self.at)
                end = end if end >= 0 else len(self.text)
                comment = self.text[self.at : end].rstrip(" \t")
                self._meet_here(comment)
                self.at = end
            elif letter == "\n":
                self._meet_here("")
                self.at += 1
            else:
                return

    def _meet_here(self, comment: str) -> None:
        """Take a comment, or the end of a line that is blank."""
        line = self.text.rfind("\n", 0, self.at) + 1
        is_alone = not self.text[line : self.at].strip(" \t")
        if comment or is_alone:
            self._met.append(Met(comment, self.at - line, is_alone, line))

    def comments(self) -> tuple[str, ...]:
        """Give a place to all comments passed so far."""
        texts = tuple(each.text for each in self._met)
        self._met.clear()
        return texts

    def behind(self) -> str:
        """Give a place to the comment behind what was passed last, on the same line."""
        self.skip()
        return self._met.pop(0).text if self._met and not self._met[0].is_alone else ""

    def passed(self, mark: str) -> bool:
        """Pass over a mark, if it is here."""
        found = self.text.startswith(mark, self.at)
        self.at += len(mark) if found else 0
        return found

    def pass_over(self, mark: str) -> None:
        """Pass over a mark that must come next."""
        self.skip()
        if not self.passed(mark):
            raise self.unexpected()

    def meet(self, comment: str) -> None:
        """Take a comment that stands behind what was passed last."""
        self._met.append(Met(comment, 0, is_alone=False, line=self.at))

    def next_entry(self) -> int:
        """Return where the lines begin of what comes next, comments that it takes included.

        What follows something on the same line begins right here.
        """
        if self._met:
            return self._met[0].line
        line = self.text.rfind("\n", 0, self.at) + 1
        return self.at if self.text[line : self.at].strip(" \t") else line

    def indented(self, column: int) -> tuple[str, ...]:
        """Give a place to the comments below the last entry that are indented like it or more."""
        self.skip()
        count = 0
        for index, each in enumerate(self._met, start=1):
            if each.text and each.column < column:
                break
            count = index if each.text else count
        texts = tuple(each.text for each in self._met[:count])
        del self._met[:count]
        return texts
