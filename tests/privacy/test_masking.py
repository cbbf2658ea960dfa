"""One finding, one difference: the place and the fault stay, the value does not."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from banso_cli.cli import main
from banso_cli.privacy import class_names, lines, shown
from banso_cli.privacy.class_names import classes_at, classes_of, without_classes
from banso_cli.reading.folder import read_roster
from banso_cli.records.finding import Finding, Replacement
from banso_cli.records.periods.programme import Programme
from banso_cli.rules import RULES, check
from banso_cli.rules.masking import without_personal
from banso_cli.rules.rule import Rule
from tests.privacy.rosters import LETTER, SECRET, STRAY, bare, edited, everything, teams_of

BLANK = '    gender: " 鵺男"\n'
MEMBER = "  - agency: 農林水産省\n    rank: 課長級\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a roster with a blank before one gender: a fault that banso mends."""
    folder = bare(tmp_path / "roster")
    edited(teams_of(folder)[0], MEMBER, MEMBER + BLANK)
    return folder


def only(folder: Path) -> Finding:
    """Return the one finding of a roster."""
    found = check(read_roster(folder))
    assert len(found) == 1
    return found[0]


def test_a_finding_says_what_its_page_says_at_the_first_letter_of_the_value(folder: Path) -> None:
    found = only(folder)
    assert (found.rule, found.personal, found.fixable) == ("edge-blank", True, True)
    assert found.message == "文章の前か後に空白があります"
    assert found.help == "空白を消してください。`banso validate --fix` で直せます"
    assert isinstance(found.fix, Replacement)
    assert found.fix.place.end_column - found.fix.place.column == len('" 鵺男"')
    place = found.place
    assert (place.line, place.column) == (place.end_line, place.end_column - 1) == (8, 13)


def test_the_excerpt_marks_the_mask(
    folder: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert main(["validate", "--roster", str(folder)]) == 1
    lines = capfdbinary.readouterr()[0].decode().splitlines()
    assert lines[1:3] == ["     8 |     gender: （非表示）", "       |             ^^^^^^^^^^"]


def test_sarif_has_no_edit_of_it(folder: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    main(["validate", "--format", "sarif", "--roster", str(folder)])
    (result,) = json.loads(capfdbinary.readouterr()[0])["runs"][0]["results"]
    assert result["ruleId"] == "edge-blank"
    assert "fixes" not in result


def test_mending_shows_that_the_line_changes_and_writes_the_value(
    folder: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert main(["validate", "--fix", "--diff", "--roster", str(folder)]) == 1
    lines = capfdbinary.readouterr()[0].decode().splitlines()
    assert {"-    gender: （非表示）", "+    gender: （非表示）"} <= set(lines)
    assert main(["validate", "--fix", "--roster", str(folder)]) == 0
    assert '    gender: "鵺男"\n' in teams_of(folder)[0].read_text(encoding="utf-8")


def test_a_comment_stays_hidden_where_it_moves_to(
    tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    folder = bare(tmp_path / "roster")
    edited(
        teams_of(folder)[0],
        MEMBER,
        f"  - rank: 課長級\n    age: 34 # {LETTER}\n    agency: 総務省\n",
    )
    main(["fmt", "--diff", "--roster", str(folder)])
    out = capfdbinary.readouterr()[0].decode()
    assert "age: （非表示）" in out
    assert LETTER not in out


@pytest.mark.parametrize("each", RULES, ids=lambda rule: rule.id)
def test_whatever_a_rule_says_of_a_personal_value_is_put_aside(each: Rule, folder: Path) -> None:
    roster = read_roster(folder)
    place = only(folder).place
    said = Finding(place, LETTER, LETTER, rule=each.id)
    (found,) = without_personal(roster, RULES, [said])
    assert LETTER not in f"{found.message}{found.help}"
    assert found.message
    assert found.help
    assert found.personal


def test_without_the_masks_the_markers_would_show(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    folder = everything(tmp_path / "roster")
    monkeypatch.setattr(shown, "_by_letters", lambda lines: [[] for _line in lines])
    main(["validate", "--roster", str(folder)])
    assert SECRET.search(capfdbinary.readouterr()[0].decode())
    monkeypatch.undo()
    monkeypatch.setattr("banso_cli.rules.masking.without_personal", lambda _r, _a, each: each)
    main(["validate", "--format", "text", "--roster", str(folder)])
    assert SECRET.search(capfdbinary.readouterr()[0].decode())
    monkeypatch.undo()
    monkeypatch.setattr("banso_cli.privacy.class_names._pattern", lambda _names: re.compile("(?!)"))
    class_names._classes.cache_clear()  # noqa: SLF001 - it holds the pattern
    lines._lines.cache_clear()  # noqa: SLF001
    main(["validate", "--roster", str(folder)])
    assert STRAY in capfdbinary.readouterr()[0].decode()
    class_names._classes.cache_clear()  # noqa: SLF001


def test_a_public_roster_and_the_names_of_lists_are_as_they_are(tmp_path: Path) -> None:
    folder = bare(tmp_path / "roster")
    edited(folder / "themes.yaml", "産業振興", "女性の活躍")
    for file in teams_of(folder):
        file.write_text(file.read_text("utf-8").replace("産業振興", "女性の活躍"), "utf-8")
    edited(
        teams_of(folder)[0], "sources:", "assumptions: [女性の活躍、34歳、50代、1990年代]\nsources:"
    )
    roster = read_roster(folder)
    hidden = without_classes(roster)
    assert hidden.teams[0].themes == roster.teams[0].themes == ("女性の活躍",)
    assert hidden.teams[0].assumptions == ("（非表示）の活躍、（非表示）、（非表示）、1990年代",)
    assert hidden.teams[0].places is roster.teams[0].places
    assert hidden.teams[1:] == roster.teams[1:]
    assert classes_at(folder.parent / "roster/programme.yaml") is None
    assert classes_at(folder.parent / "roster/teams/2/x.yaml") == classes_of(roster)
    assert classes_at(tmp_path / "x/teams/2/x.yaml") == classes_of(roster.having(Programme, ()))
    with (folder / "programme.yaml").open("a", encoding="utf-8") as stream:
        stream.write("public: true\n")
    class_names._classes.cache_clear()  # noqa: SLF001 - the file has changed
    roster = read_roster(folder)
    assert without_classes(roster) is roster
    assert classes_of(roster) is classes_at(folder.parent / "roster/teams/2/x.yaml") is None


def test_without_a_programme_that_can_be_read_the_usual_names_are_hidden(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_file: Path) -> bytes:
        raise PermissionError

    folder = bare(tmp_path / "roster")
    roster = read_roster(folder).having(Programme, ())
    assert without_classes(roster) is roster
    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert classes_at(folder.parent / "roster/teams/2/x.yaml") == classes_of(roster)
