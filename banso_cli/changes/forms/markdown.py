"""A difference as Markdown, for the comment on a pull request."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from banso_cli.changes.difference.difference import Difference, RecordChange
from banso_cli.changes.forms import words
from banso_cli.changes.forms.phrases import cells, counts, finding_line, state
from banso_cli.privacy.shown import mask
from banso_cli.text.visible import escaped, visible

LARGEST = 59_000
"""Letters that are ours of a comment; GitHub takes 65,536, and a mark stands before them."""

_ROOM = {"names": 6_000, "tables": 20_000, "findings": 12_000}
"""Letters of what is no record, that one part may not push out the others."""

_OF_OFFICERS = frozenset({"officer-application", "matching"})
"""What officers who applied wish and what is decided on them: no comment tells of it."""

_MORE = "\nほか {count:,}件は長くなるため省きました。banso diff ですべて見られます。\n"


def document(difference: Difference, largest: int = LARGEST) -> str:
    """Return the difference in `largest` letters at most; what is left out is whole and counted."""
    head = "".join(_head(difference))
    tail = "".join((*_effects(difference), *_findings(difference)))
    room = largest - len(head) - len(tail)
    return f"{head}{_fitting(map(_record, difference.records), room)}{tail}"


def _fitting(parts: Iterable[str], room: int) -> str:
    """Return the first parts that find room, and how many do not."""
    parts, end = [*parts], _MORE.format(count=1_000_000)
    if sum(map(len, parts)) <= room:
        return "".join(parts)
    kept, room = [], room - len(end)
    for part in parts:
        room -= len(part)
        if room < 0:
            break
        kept.append(part)
    return "".join((*kept, _MORE.format(count=len(parts) - len(kept))))


def _head(difference: Difference) -> Iterator[str]:
    count = len(difference.records)
    told = f"{count:,}件の記録" if count else "名称"
    yield f"## 台帳の変更: {words.SAME if difference.is_empty else told}\n"
    yield f"\n{escaped(state(difference.before))} → {escaped(state(difference.after))}\n"
    lines = (*map(words.renaming, difference.renamed), *words.remarks(difference))
    yield _fitting(_listed(lines), _ROOM["names"])


def _listed(lines: Iterable[str]) -> Iterator[str]:
    for number, line in enumerate(lines):
        yield ("" if number else "\n") + f"- {escaped(line)}\n"


def _record(record: RecordChange) -> str:
    title = escaped(visible(words.title(record)))
    told = (f"{mask()}の項目",) if record.kind in _OF_OFFICERS else words.lines(record)
    return "".join((f"\n### {title}\n", *_listed(told)))


def _effects(difference: Difference) -> Iterator[str]:
    if difference.tables is None:
        yield f"\n{words.WITHHELD}\n"
    if not difference.tables:
        return
    yield f"\n### {words.EFFECTS}\n\n"
    if difference.check.errors:
        yield f"{words.INCOMPLETE.format(count=difference.check.errors)}\n\n"
    yield f"| {' | '.join(words.COLUMNS)} |\n| --- | --- | --- | ---: | ---: | ---: |\n"
    rows = (f"| {' | '.join(map(escaped, cells(cell)))} |\n" for cell in difference.tables)
    yield _fitting(rows, _ROOM["tables"])


def _findings(difference: Difference) -> Iterator[str]:
    check = difference.check
    if check.new or check.mended:
        yield f"\n### {counts(difference)}\n"
    lines = (finding_line(each).strip() for each in check.new)
    yield _fitting(_listed(lines), _ROOM["findings"])
