"""Answers as forms give them out: every shape gives the same counts, and persons are not kept."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from banso_cli.files.failure import Failure
from banso_cli.intake.forms.answers import Answers
from banso_cli.intake.forms.choices import Choices
from banso_cli.intake.forms.people import same_people
from banso_cli.intake.forms.voices import Named, read_answers, tallied, undeclared
from banso_cli.records.roster import Roster
from tests.conftest import TESTS
from tests.intake.sheets import Rows, text, workbook

pytestmark = pytest.mark.usefixtures("_english")

CASES = TESTS / "data" / "forms"
EXPERIENCE, PEOPLE, TRAINING = "現場経験", "多様な人材によるチーム", "研修, 勉強会"
WORK = "国の業務に活かせる"
DECLARED = (EXPERIENCE, PEOPLE, WORK, TRAINING)
QUESTION = "支援官になってよかったこと（複数回答可）"


def read(file: Path, choices: Sequence[str] = DECLARED, question: str = "") -> Answers:
    return read_answers(file, Choices(choices), question)


def counts(answers: Answers) -> dict[str, int]:
    return {each.text: each.count for each in tallied(answers, 1).named}


def refused(file: Path, choices: Sequence[str] = DECLARED, question: str = "") -> str:
    """Return why a file is refused."""
    with pytest.raises(Failure) as caught:
        read(file, choices, question)
    (refusal,) = caught.value.refusals
    assert refusal.help
    return refusal.message


@pytest.mark.parametrize(
    "name",
    [
        "ms_forms_ja.xlsx",
        "ms_forms_ja_saved_as_csv_cp932.csv",
        "google_forms_download.csv",
        "google_forms_spreadsheet.csv",
    ],
)
def test_every_export_gives_the_same_counts(name: str) -> None:
    answers = read(CASES / name)
    assert answers.question == QUESTION
    assert counts(answers) == {EXPERIENCE: 3, PEOPLE: 1, WORK: 1, TRAINING: 2}
    tally = tallied(answers, 1)
    assert (tally.answered, tally.others) == (4, 1)
    assert [each.is_blank for each in answers.answers] == [False, False, False, False, True]
    assert list(undeclared(answers, 1)) == []


def test_a_matrix_counts_its_columns() -> None:
    answers = read(CASES / "matrix_three_header_rows.xlsx", DECLARED[:3])
    assert answers.question == "問1 よかったこと"
    assert counts(answers) == {EXPERIENCE: 3, PEOPLE: 1, WORK: 1}
    assert (tallied(answers, 1).answered, tallied(answers, 1).others) == (4, 3)


def test_small_numbers_are_withheld_and_shares_rounded_half_up() -> None:
    tally = tallied(read(CASES / "ms_forms_ja.xlsx"), 2)
    assert tally.named == (Named(EXPERIENCE, 3), Named(TRAINING, 2))
    assert [tally.percent(each) for each in tally.named] == [75, 50]
    assert tally.withheld == (PEOPLE, WORK)
    assert tallied(read(CASES / "ms_forms_ja.xlsx", (*DECLARED, "旅")), 2).unnamed == ("旅",)


ENGLISH: Rows = (
    ("ID", "Start time", "Completion time", "Email", "Name", "Last modified time", QUESTION),
    (1, "2/1/27 9:05", "2/1/27 9:09", "a@example.jp", "One", "", "現場経験;"),
    (2, "2/1/27 9:15", "2/1/27 9:19", "b@example.jp", "Two", "", "現場経験;研修, 勉強会;"),
    (3, "2/1/27 9:25", "2/1/27 9:29", "a@example.jp", "One", "", "研修, 勉強会;縁;"),
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932", "utf-16"])
def test_english_exports_are_read_in_every_encoding(encoding: str, tmp_path: Path) -> None:
    answers = read(text(tmp_path / "answers.csv", ENGLISH, encoding))
    assert counts(answers) == {EXPERIENCE: 2, TRAINING: 2}
    (refusal,) = undeclared(answers, 5)
    assert refusal.message == "line 4: 1 answer that is none of the choices"


def test_a_title_above_the_headings_and_tabs_do_not_matter(tmp_path: Path) -> None:
    rows = (("アンケート結果", "2027年2月"), (), *ENGLISH)
    assert counts(read(text(tmp_path / "answers.tsv", rows, delimiter="\t"))) == {
        EXPERIENCE: 2,
        TRAINING: 2,
    }


def test_a_table_without_anything_that_a_form_adds_is_read(tmp_path: Path) -> None:
    rows = ((QUESTION, "感想"), ("現場経験", "よい"), ("研修, 勉強会, 現場経験", ""))
    assert counts(read(text(tmp_path / "answers.csv", rows))) == {EXPERIENCE: 2, TRAINING: 1}
    assert "no answers with any of the choices" in refused(text(tmp_path / "a.csv", [("一",)]))


def test_words_are_shown_only_where_many_say_them(tmp_path: Path) -> None:
    rows = [("ID", QUESTION), *((n, "現場経験;縁ができた;") for n in range(5))]
    answers = read(text(tmp_path / "answers.csv", rows))
    (many,) = undeclared(answers, 5)
    expected = "line 2, line 3, line 4 …: 5 answers that are none of the choices「縁ができた」"
    assert many.message == expected
    (few,) = undeclared(answers, 6)
    assert "縁" not in few.message
    assert "--choice" in few.help


def test_the_question_is_named_where_several_may_be_meant(tmp_path: Path) -> None:
    rows = (
        ("ID", "期待", "よかったこと", "よかったこと（一つ）"),
        (1, "研修, 勉強会;", "現場経験;", "現場経験"),
    )
    file = workbook(tmp_path / "answers.xlsx", {"回答": rows})
    assert refused(file) == (
        "answers.xlsx: several questions may be meant: 回答!1「期待」, 回答!1「よかったこと」,"
        " 回答!1「よかったこと（一つ）」"
    )
    assert counts(read(file, question="期待")) == {TRAINING: 1}
    assert counts(read(file, question="よかったこと")) == {EXPERIENCE: 1}
    assert refused(file, question="何") == "answers.xlsx: no question is called '何'"
    assert refused(file, ("何か",)) == ("answers.xlsx: no answers with any of the choices: 何か")
    assert refused(file, ()).endswith("－")


def matrix(*rows: Sequence[object], head: Sequence[object] = ("現場経験", "その他")) -> Rows:
    return (("NO", "問1", None, "入力者"), (None, *head, None), *rows)


@pytest.mark.parametrize("mark", ["○", "〇", "◯", "●", "レ", "✓", 1, "１", "TRUE", "はい"])
def test_marks_of_all_kinds_are_read(mark: object, tmp_path: Path) -> None:
    rows = matrix((1, mark, None, "山田"), (2, "×", "縁", "山田"))
    answers = read(workbook(tmp_path / "answers.xlsx", {"回答": rows}))
    assert counts(answers) == {EXPERIENCE: 1}
    assert tallied(answers, 1).others == 1


def test_other_marks_are_told_by_their_cell_and_not_read(tmp_path: Path) -> None:
    rows = matrix((1, "○", "△", "山田"), (2, "○", "?", "山田"), head=("現場経験", "研修"))
    answers = read(workbook(tmp_path / "answers.xlsx", {"回答": rows}))
    told = [each.message.partition(":")[0] for each in undeclared(answers, 5)]
    assert told == ["回答!C3", "回答!C4"]


def test_sums_below_a_matrix_are_not_counted(tmp_path: Path) -> None:
    rows = matrix((1, "○", None, "山田"), ("計", 1, 0, None))
    answers = read(workbook(tmp_path / "answers.xlsx", {"回答": rows}))
    assert counts(answers) == {EXPERIENCE: 1}
    assert [each.number for each in answers.sums] == [4]


def test_choices_of_one_row_of_headings_are_those_with_marks(tmp_path: Path) -> None:
    rows = (
        ("番号", "現場経験", "②研修", "感想", "入力者"),
        (1, "○", None, "よい", "山田"),
        (2, None, "○", None, "山田"),
    )
    answers = read(workbook(tmp_path / "answers.xlsx", {"回答": rows}))
    assert counts(answers) == {EXPERIENCE: 1, "研修": 1}


def test_a_matrix_of_several_questions_is_asked_for_one(tmp_path: Path) -> None:
    rows = (
        ("NO", "問1 期待", None, "問2 結果", None),
        (None, "現場経験", "研修", "現場経験", "研修"),
        (1, "○", None, "○", "○"),
    )
    file = workbook(tmp_path / "answers.xlsx", {"回答": rows})
    assert "several questions may be meant" in refused(file)
    assert counts(read(file, question="問2")) == {EXPERIENCE: 1, "研修": 1}


def test_choices_in_two_columns_of_words_are_no_matrix(tmp_path: Path) -> None:
    rows = (("ID", "一番目", "二番目"), (1, "現場経験", "研修, 勉強会"), (2, "研修, 勉強会", ""))
    file = workbook(tmp_path / "answers.xlsx", {"回答": rows})
    assert counts(read(file, question="一番目")) == {EXPERIENCE: 1, TRAINING: 1}


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("ms_forms_ja.xlsx", [((4, 5), "body, rank and municipality")]),
        (
            "google_forms_spreadsheet.csv",
            [((2, 4, 5, 6), "address"), ((5, 6), "body, rank and municipality")],
        ),
        ("matrix_three_header_rows.xlsx", []),
    ],
)
def test_answers_of_one_person_are_told_by_their_rows(
    name: str, told: list[tuple[tuple[int, ...], str]], base_roster: Roster
) -> None:
    choices = DECLARED[:3] if name.startswith("matrix") else DECLARED
    found = same_people(read(CASES / name, choices), base_roster, 2)
    assert [(each.rows, each.what) for each in found] == told


def test_the_same_seat_is_known_by_other_names(base_roster: Roster, tmp_path: Path) -> None:
    rows = (
        ("ID", "Name", "所属府省庁", "役職", "担当の自治体名", QUESTION),
        (1, "匿名", "農水省", "補佐級", "森町", "現場経験;"),
        (2, "匿名", "農林水産省", "課長補佐級", "北海道森町", "現場経験;"),
        (3, "匿名", "農林水産省", "補佐級", "第1番", "現場経験;"),
        (4, "匿名", "農林水産省", "補佐級", "どこか町", "現場経験;"),
        (5, "匿名", "農林水産省", "補佐級", "", "現場経験;"),
        (6, "匿名", "農林水産省", "補佐級", "999", "現場経験;"),
    )
    answers = read(text(tmp_path / "answers.csv", rows))
    mori = next(t.number for t in base_roster.teams_by_period[2] if t.municipality == "013455")
    assert mori == 1
    (same,) = same_people(answers, base_roster, 2)
    assert same.rows == (2, 3, 4)


def test_the_same_name_and_address_are_told_once(base_roster: Roster, tmp_path: Path) -> None:
    (same,) = same_people(read(text(tmp_path / "answers.csv", ENGLISH)), base_roster, 2)
    assert (same.rows, same.what) == ((2, 4), "address")
