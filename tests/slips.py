"""Single slips of the hand in the files of a roster: one edit each, over all fields there are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias, get_args

from banso_cli.records.kinds import KINDS
from banso_cli.yaml.events import read_text
from banso_cli.yaml.tree import Mapping, Node, Scalar

Keys: TypeAlias = tuple[str | int, ...]
Value: TypeAlias = "str | list[Value] | dict[str, Value]"
"""What stands in a file: a single value is its text with the quotes around it."""

KIND_BY_FOLDER = {"periods": "period", "municipalities": "municipality", "teams": "team"}


@dataclass(frozen=True, slots=True)
class Slip:
    """A file with one slip in it: what was done, and to which field."""

    path: str
    what: str
    field: tuple[str, ...]
    text: str

    @property
    def name(self) -> str:
        """Return how the slip is called in a table: `team members.rank mistyped key`."""
        kind, *keys = self.field
        return f"{kind} {'.'.join(keys)} {self.what}"


def slips_of(folder: Path) -> Iterator[Slip]:
    """Yield each slip once a field, at the first value of that field that the roster has."""
    done: set[tuple[str, ...]] = set()
    for file in sorted(folder.rglob("*.yaml"), key=lambda each: each.as_posix()):
        path = file.relative_to(folder)
        kind = KIND_BY_FOLDER.get(path.parts[0], path.stem)
        if kind not in KINDS:
            continue
        text = file.read_text("utf-8")
        tree = read_text(text, "", "").tree
        assert tree is not None
        whole = _plain(tree, text.split("\n"))
        for keys in _all_keys(whole):
            field = (kind, *(key for key in keys if isinstance(key, str)))
            if field not in done and isinstance(keys[-1], str):
                done.add(field)
                for what, changed in _slips(whole, keys, field):
                    yield Slip(path.as_posix(), what, field, "\n".join(_lines(changed)) + "\n")


def _plain(node: Node, lines: Sequence[str]) -> Value:
    if isinstance(node, Scalar):
        span = node.span
        return lines[span.line - 1][span.column - 1 : span.end_column - 1]
    if isinstance(node, Mapping):
        return {key: _plain(entry.value, lines) for key, entry in node.entries.items()}
    return [_plain(item, lines) for item in node.items]


def _all_keys(value: Value, above: Keys = ()) -> Iterator[Keys]:
    if isinstance(value, dict):
        for key, each in value.items():
            yield (*above, key)
            yield from _all_keys(each, (*above, key))
    elif isinstance(value, list):
        for index, each in enumerate(value):
            yield from _all_keys(each, (*above, index))


def _slips(whole: Value, keys: Keys, field: tuple[str, ...]) -> Iterator[tuple[str, Value]]:
    value = _at(whole, keys)
    name = str(keys[-1])
    yield "deleted", _renamed(whole, keys, None)
    yield "mistyped key", _renamed(whole, keys, name[0] + name[2:3] + name[1] + name[3:])
    yield "Japanese key", _renamed(whole, keys, title_of(field))
    yield "empty", _with(whole, keys, "")
    if isinstance(value, str):
        yield "mistyped value", _with(whole, keys, _mistyped(value))
        yield "list", _with(whole, keys, [value])
        yield "not known", _with(whole, keys, "不明")
    elif isinstance(value, list):
        yield "no list", _with(whole, keys, value[0] if value else "x")
        yield "one entry less", _with(whole, keys, value[1:])
        yield "one entry twice", _with(whole, keys, [*value, value[-1]] if value else [])
        yield "text", _with(whole, keys, "あいう")
        yield "an empty entry", _with(whole, keys, [*value, ""])
        if value and isinstance(value[0], str):
            yield "mistyped entry", _with(whole, keys, [_mistyped(value[0]), *value[1:]])
        else:
            yield "an entry of text", _with(whole, keys, [*value, "あいう"])
    else:
        yield "text", _with(whole, keys, "あいう")
        yield "in a list", _with(whole, keys, [value])


def title_of(field: tuple[str, ...]) -> str:
    """Return the Japanese title of a field, as editors show it."""
    part = KINDS[field[0]].declaration
    for key in field[1:-1]:
        part = next(p for p in _parts(part.model_fields[key].annotation))
    return str(part.model_fields[field[-1]].title)


def _parts(annotation: object) -> Iterator[type]:
    if isinstance(annotation, type) and hasattr(annotation, "model_fields"):
        yield annotation
    for each in get_args(annotation):
        yield from _parts(each)


def _mistyped(value: str) -> str:
    """Swap two letters that differ, or else add one."""
    quote = value[0] if value[:1] in {'"', "'"} else ""
    bare = value.strip(quote) if quote else value
    at = next((n for n in range(len(bare) - 1, 0, -1) if bare[n] != bare[n - 1]), 0)
    swapped = bare[: at - 1] + bare[at] + bare[at - 1] + bare[at + 1 :] if at else bare + bare[:1]
    return f"{quote}{swapped}{quote}"


def _at(value: Value, keys: Keys) -> Value:
    for key in keys:
        value = value[key]  # type: ignore[index]
    return value


def _with(value: Value, keys: Keys, new: Value) -> Value:
    """Return a copy with another value at the keys."""
    if not keys:
        return new
    first, *rest = keys
    if isinstance(value, list):
        return [_with(v, tuple(rest), new) if n == first else v for n, v in enumerate(value)]
    assert isinstance(value, dict)
    return {k: _with(v, tuple(rest), new) if k == first else v for k, v in value.items()}


def _renamed(whole: Value, keys: Keys, name: str | None) -> Value:
    """Return a copy in which the last key has another name, or is not there."""
    part = _at(whole, keys[:-1])
    assert isinstance(part, dict)
    names = {key: name if key == keys[-1] else key for key in part}
    return _with(whole, keys[:-1], {new: part[k] for k, new in names.items() if new})


def _lines(value: Value) -> list[str]:
    """Return how a value is written, each entry on a line of its own."""
    if isinstance(value, str):
        return [value]
    lines: list[str] = []
    entries = [(f"{k}:", v) for k, v in value.items()] if isinstance(value, dict) else []
    entries += [("-", item) for item in value] if isinstance(value, list) else []
    for head, each in entries:
        below = _lines(each)
        if isinstance(each, str) or not each:
            lines.append(f"{head} {below[0]}".rstrip())
        elif head == "-":
            lines += [f"- {below[0]}", *(f"  {line}" for line in below[1:])]
        else:
            lines += [head, *(f"  {line}" for line in below)]
    return lines or ["[]"]
