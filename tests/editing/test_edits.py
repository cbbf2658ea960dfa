"""An edit of a record is an edit of its file, and of not a letter more."""

from __future__ import annotations

from pathlib import Path

import pytest

from banso_cli.editing.edits import Edit, insertion
from banso_cli.files.failure import Failure
from banso_cli.reading.folder import read_roster
from banso_cli.records.agency import Agency
from banso_cli.records.fields.record import Source
from banso_cli.records.theme import Theme

THEME = Theme(id="x", name="新", sources=(Source(title="資料"),))
A, B = "{id: a, name: 甲, sources: []}", "{id: b, name: 乙, sources: []}"
LISTED = f"themes:\n- {A} # 一\n\n# 二\n- id: b\n  name: 乙\n  sources:   []\n  # 三\n"
ENTRY = "  - id: x\n    name: 新\n    sources:\n      - title: 資料\n"
OUTDENTED = ENTRY[2:].replace("\n  ", "\n")


def written(folder: Path, name: str, text: bytes) -> Path:
    roster = folder / "roster"
    roster.mkdir()
    (roster / f"{name}.yaml").write_bytes(text)
    return roster


def with_theme(text: str, folder: Path, index: int) -> str:
    """Return the text of a list of themes with one more."""
    roster = written(folder, "themes", text.encode())
    found = read_roster(roster)
    assert found.theme_list is not None
    change = insertion(found.theme_list, "themes", THEME, index).change(found, roster)
    assert change.before == text.encode()
    return change.after.decode()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("themes: []\n", "themes:\n" + ENTRY),
        ("themes:  [ ]  # まだない\n\n# 終\n", f"themes:  # まだない\n{ENTRY}\n# 終\n"),
        (
            "themes: [  # まだない\n  ]\n",
            "themes: [  # まだない\n    {id: x, name: 新, sources: [{title: 資料}]}\n  ]\n",
        ),
        (
            f"themes: [{A}]\n# 終\n",
            f"themes: [{A}, {{id: x, name: 新, sources: [{{title: 資料}}]}}]\n# 終\n",
        ),
        (
            f"{LISTED}# 四\nexceptions:   []\n",
            f"{LISTED}\n{OUTDENTED}# 四\nexceptions:   []\n",
        ),
        (f"\ufeffthemes:\n  - {A}", f"\ufeffthemes:\n  - {A}\n{ENTRY}"),
    ],
)
def test_an_entry_is_put_into_a_list_as_it_is_written(
    before: str, after: str, tmp_path: Path
) -> None:
    index = before.count("id: ")
    assert with_theme(before, tmp_path, index) == after


def test_line_ends_stay(tmp_path: Path) -> None:
    text = f"themes:\r\n  - {A}\r\n"
    assert with_theme(text, tmp_path, 0) == text.replace(
        "\n", "\n" + ENTRY.replace("\n", "\r\n"), 1
    )


def test_an_entry_goes_where_it_belongs_in_noisy_lines(tmp_path: Path) -> None:
    text = (
        "agencies:\n   -  { name: 甲,  kind: '府省庁' }\n"
        '   - "name": 乙  # 乙\n     kind:   株式会社\nsources: []\n'
    )
    roster = written(tmp_path, "agencies", text.encode())
    found = read_roster(roster)
    assert found.agency_list is not None
    edit = insertion(found.agency_list, "agencies", Agency(name="丙", kind="府省庁"), 1)
    after = edit.change(found, roster).after.decode()
    assert after.replace("   - name: 丙\n     kind: 府省庁\n", "") == text
    assert after.index("甲") < after.index("丙") < after.index("乙")


@pytest.mark.parametrize("data", [b"themes: []\n\xff", None])
def test_a_file_that_cannot_be_read_any_more_is_left_alone(
    data: bytes | None, tmp_path: Path
) -> None:
    roster = written(tmp_path, "themes", b"themes: []\n")
    found = read_roster(roster)
    (roster / "themes.yaml").unlink()
    if data is not None:
        (roster / "themes.yaml").write_bytes(data)
    with pytest.raises(Failure):
        Edit("themes", found.theme_list, None).change(found, roster)
