"""Where each comment of a file stands, checked against where it says that it belongs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

import yaml

_COMMENT = re.compile(r"# *(on|before|end of|in|head|foot)( [a-z_.0-9]+)?$")


class Comment(NamedTuple):
    """A comment with its line, and whether nothing else stands there."""

    line: int
    words: str
    is_alone: bool


def comments_in(text: str) -> list[Comment]:
    """Return the comments that say where they belong."""
    found = []
    for number, line in enumerate(text.split("\n")):
        if match := _COMMENT.search(line):
            found.append(Comment(number, match.group(), not line[: match.start()].strip()))
    return found


def astray(text: str, first_key: str) -> list[str]:
    """Return the comments that do not stand where they say, in a file in canonical form.

    What stood right above the first key of the file, before it was formatted, belongs to that key;
    what a blank line parts from it, to the head.
    """
    node = yaml.compose(text, Loader=yaml.CSafeLoader)
    assert node is not None
    lines, comments = dict(_lines(text, node)), comments_in(text)
    alone = {comment.line for comment in comments if comment.is_alone}
    rows = enumerate(text.split("\n"))
    content = [number for number, row in rows if row.strip() and number not in alone]
    return [
        f"{comment.line}: {comment.words}"
        for comment in comments
        if not _is_in_place(comment, lines, content, first_key)
    ]


def _is_in_place(
    comment: Comment, lines: dict[str, tuple[int, int]], content: list[int], first_key: str
) -> bool:
    kind, _blank, path = comment.words.lstrip("# ").rpartition(" ")
    line, is_alone = comment.line, comment.is_alone
    first, last = lines.get(path, (-1, -1))
    above = next((number for number in content if number > line), -1)
    is_at_head = line < content[0] or above == lines[first_key][0]
    below = max((number for number in content if number < line), default=-1)
    return {
        "on": above == first if is_alone else line in (first, last),
        "before": is_alone and (above == first or (path == first_key and line < content[0])),
        "end of": is_alone and below == last,
        "in": first <= line <= last,
        "": is_at_head if path == "head" else line > content[-1],
    }[kind]


def _lines(
    text: str, node: yaml.Node, path: str = "", first: int = 0
) -> Iterator[tuple[str, tuple[int, int]]]:
    """Yield each path with the lines on which its entry begins, and on which its value ends."""
    last = node.end_mark.line
    if isinstance(node, yaml.ScalarNode):
        rows = text.split("\n")
        while node.style in ("|", ">") and (last == node.end_mark.line or not rows[last].strip()):
            last -= 1
    elif isinstance(node, yaml.CollectionNode) and not node.flow_style:
        last = first
    entries = (
        [(key.value, value, key) for key, value in node.value]
        if isinstance(node, yaml.MappingNode)
        else [(str(index), value, value) for index, value in enumerate(node.value)]
        if isinstance(node, yaml.SequenceNode)
        else []
    )
    for name, value, begin in entries:
        for own, found in _lines(text, value, f"{path}.{name}".lstrip("."), begin.start_mark.line):
            yield own, found
            last = max(last, found[1])
    yield path, (first, last)
