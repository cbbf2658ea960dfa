"""Schema and reader agree on every shape: what one refuses, the other refuses."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from banso_cli.reading.folder import read_roster
from banso_cli.reading.schemas import schema_of
from banso_cli.records.fields.json_schema import Schema, shape_of
from banso_cli.records.kinds import KINDS
from banso_cli.rules import RULES, check
from banso_cli.yaml.tree import Entry, Mapping, Node, Scalar, Sequence
from tests.commands.running import ROSTER
from tests.overlays import BASE, CASES, SCENARIOS, folders, overlaid
from tests.schema.reading import (
    NOWHERE,
    banso_takes,
    editor_takes,
    kind_of,
    plain,
    resolved,
    tree_of,
)

SHAPES = {name: shape_of(kind.declaration) for name, kind in KINDS.items()}
OVERLAYS = [
    case / part
    for case in (*folders(CASES), *folders(SCENARIOS))
    for part in ("failing", "near-miss")
    if (case / part).is_dir()
]

DIFFERENT = {"not-a-number/near-miss", "not-a-truth-value/near-miss"}
"""Cases in which banso reads what is text to an editor: a number or truth value in quotes."""

SILENCEABLE = [rule.id for rule in RULES if rule.exceptable]
CLOSED = (
    *("unknown-agency", "unknown-rank", "unknown-theme", "unknown-attribute", "alias-for-name"),
    *("unknown-prefecture", "unknown-municipality", "malformed-code", "unknown-exception"),
)
"""The rules about values that are not in a closed list."""

WRITTEN = (
    *("0", "5", "12", "34", "2026", "012025", "007", "+5", "-5", "1e3", "0x1F", "0o17", "5.0"),
    *("34.5", "-139.25", ".5", "999.9", "1000", "999999999999999", "1000000000000000", "1_000"),
    *("12,345", "12人", "１２", "12:30", ".inf", ".nan", "inf", "", "~", "null", "NULL", "nuLL"),
    *("true", "True", "false", "FALSE", "tRue", "yes", "no", "n", "on", "=", "<<", ".", "2026-4-1"),
    *("2026-04-01", "2026-02-30", "2024-02-29", "0000-01-01", "20260401", "2026-04-01T00:00:00"),
    *("2026-W14-3", "令和8年4月1日", "継続", "new", "New", "visit", "officers", " ", "森町"),
)
"""Texts on which readers of YAML and fields differ most."""

RIGHT = {"integer": "12", "number": "34.5", "boolean": "true"}

Path_ = tuple[str | int, ...]
Change = Callable[[Node], Node | None]
"""What becomes of a value; None takes it away with its key."""


def name_of(overlay: Path) -> str:
    """Return how a case is called in the output of pytest."""
    return "/".join(overlay.parts[-2:])


def complete(shape: Schema) -> Node:
    """Return a right value with every key that there is and one item in every list."""
    if shape["type"] == "object":
        values = {key: complete(each) for key, each in shape["properties"].items()}
        return Mapping(NOWHERE, {key: Entry(plain(key), each) for key, each in values.items()})
    if shape["type"] == "array":
        return Sequence(NOWHERE, [complete(shape["items"])])
    usual = "2026-04-01" if "format" in shape else "森町"
    return plain(shape.get("enum", [RIGHT.get(shape["type"], usual)])[0])


def paths(shape: Schema, *before: str | int) -> Iterator[tuple[Path_, Schema]]:
    """Yield the path of every value in the complete file, with the shape that it has to have."""
    yield before, shape
    if shape["type"] == "array":
        yield from paths(shape["items"], *before, 0)
    for key, each in shape.get("properties", {}).items():
        yield from paths(each, *before, key)


def changed(node: Node, path: Path_, change: Change) -> Node | None:
    """Return a value with what stands at the path changed."""
    if not path:
        return change(node)
    key, rest = path[0], path[1:]
    if isinstance(node, Sequence):
        items = (changed(item, rest, change) for item in node.items)
        return Sequence(node.span, [item for item in items if item is not None])
    assert isinstance(node, Mapping)
    entries = dict(node.entries)
    value = changed(entries.pop(str(key)).value, rest, change)
    if value is not None:
        entries[str(key)] = Entry(plain(str(key)), value)
    return Mapping(node.span, entries)


def with_unknown_key(node: Node) -> Node:
    """Add a key to a part that no part has; put one in the place of anything else."""
    entries = dict(node.entries) if isinstance(node, Mapping) else {}
    return Mapping(NOWHERE, {**entries, "agencey": Entry(plain("agencey"), plain("防衛省"))})


def is_spelled_otherwise(shape: Schema, scalar: Scalar) -> bool:
    """Tell whether schema and reader may differ, since a schema does not see the spelling.

    The exceptions are listed in `test_where_a_schema_cannot_see_the_spelling_they_differ`.
    """
    value = resolved(plain(scalar.text))
    if shape["type"] not in RIGHT or not isinstance(value, int | float):
        return False
    return not scalar.plain or scalar.text != str(value).lower().removesuffix(".0")


def changes(shape: Schema) -> st.SearchStrategy[Change]:
    """Return what may be done to a value that has to have this shape."""
    texts = st.sampled_from((*WRITTEN, *shape.get("enum", ())))
    scalars = st.builds(Scalar, texts, st.just(NOWHERE), st.booleans())
    scalars |= st.builds(Scalar, st.text(max_size=3), st.just(NOWHERE))
    put: st.SearchStrategy[Change] = scalars.filter(
        lambda scalar: not is_spelled_otherwise(shape, scalar)
    ).map(lambda scalar: lambda _node: scalar)
    others: tuple[Change, ...] = (
        lambda _node: None,
        lambda _node: Mapping(NOWHERE),
        lambda _node: Sequence(NOWHERE),
        lambda node: Sequence(NOWHERE, [node]),
        with_unknown_key,
    )
    return put | st.sampled_from(others)


@pytest.mark.parametrize("kind", SHAPES)
def test_what_is_complete_and_right_is_taken_by_both(kind: str) -> None:
    tree = complete(SHAPES[kind])
    assert editor_takes(SHAPES[kind], tree)
    assert banso_takes(kind, tree)


@pytest.mark.parametrize("kind", SHAPES)
@settings(max_examples=400, deadline=None)
@given(data=st.data())
def test_a_change_is_refused_by_both_or_by_none(kind: str, data: st.DataObject) -> None:
    path, shape = data.draw(st.sampled_from(list(paths(SHAPES[kind]))))
    tree = changed(complete(SHAPES[kind]), path, data.draw(changes(shape)))
    if tree is not None:
        assert editor_takes(SHAPES[kind], tree) == banso_takes(kind, tree)


@pytest.mark.parametrize(
    ("path", "scalar", "by_editor", "by_banso"),
    [
        (("number",), Scalar("12", NOWHERE), False, True),  # quotes: text to an editor
        (("number",), plain("012"), True, False),  # 12 to an editor
        (("number",), plain("12.0"), True, False),
        (("number",), plain("0x1F"), True, False),
        (("themes", 0), plain("yes"), True, False),  # text since YAML 1.2, not before
        (("themes", 0), plain("2026-04-01"), True, False),
        (("themes", 0), plain("12:30"), True, False),
    ],
)
def test_where_a_schema_cannot_see_the_spelling_they_differ(
    path: Path_, scalar: Scalar, *, by_editor: bool, by_banso: bool
) -> None:
    tree = changed(complete(SHAPES["team"]), path, lambda _node: scalar)
    assert tree is not None
    assert editor_takes(SHAPES["team"], tree) is by_editor
    assert banso_takes("team", tree, strict=True) is by_banso


@pytest.mark.parametrize("overlay", OVERLAYS, ids=name_of)
def test_the_files_of_a_case_are_refused_by_both_or_by_none(overlay: Path, tmp_path: Path) -> None:
    roster = read_roster(overlaid(overlay, tmp_path))
    differ = False
    for path in (path for path in roster.files if (overlay / path).is_file()):
        tree = tree_of(tmp_path / path)
        if tree is not None:
            kind = kind_of(tmp_path / path, tmp_path / "roster")
            differ |= editor_takes(SHAPES[kind], tree) != banso_takes(kind, tree)
    assert differ == (name_of(overlay) in DIFFERENT)


@pytest.mark.parametrize("folder", [BASE / "roster", ROSTER], ids=["base", "public"])
def test_a_roster_without_faults_meets_its_own_schemas(folder: Path) -> None:
    roster = read_roster(folder)
    schemas = {kind.name: schema_of(kind, roster, SILENCEABLE) for kind in KINDS.values()}
    files = sorted(folder.rglob("*.yaml"))
    assert len(files) == len(roster.files)
    for file in files:
        tree = tree_of(file)
        assert tree is not None
        assert editor_takes(schemas[kind_of(file, folder)], tree), file.name


@pytest.mark.parametrize("rule", CLOSED)
@pytest.mark.parametrize("part", ["failing", "near-miss"])
def test_what_is_not_in_a_list_is_refused_by_both(rule: str, part: str, tmp_path: Path) -> None:
    folder = overlaid(CASES / rule / part, tmp_path)
    roster = read_roster(folder)
    schemas = {kind.name: schema_of(kind, roster, SILENCEABLE) for kind in KINDS.values()}
    at_fault = {finding.place.path for finding in check(roster)}
    assert bool(at_fault) == (part == "failing")
    for path in roster.files:
        tree = tree_of(tmp_path / path)
        assert tree is not None
        taken = editor_takes(schemas[kind_of(tmp_path / path, folder)], tree)
        assert taken == (path not in at_fault), path
