"""`banso import --voices`: answers to a form become the voices of a period."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.commands.running import PROJECT, Banso
from tests.intake.sheets import text, workbook

CASES = PROJECT / "tests" / "data" / "forms"
QUESTION = "よかったこと"
HEAD = ("ID", "開始時刻", "完了時刻", "メール", "名前", "所属府省庁", QUESTION)
WORK = "国の業務に活かせる"


def answers(folder: Path, *cells: str) -> Path:
    """Write an export of Microsoft Forms; who answered is told by letters that nothing else has."""
    rows = [
        (n, "", "", f"{n}@鵺.example", f"鵺{n}", "総務省", cell) for n, cell in enumerate(cells)
    ]
    return text(folder / "answers.csv", [HEAD, *rows], "utf-8-sig")


MANY = (*["現場の経験;"] * 5, *[f"現場の経験;{WORK};"] * 6, f"{WORK};", "", "その他、縁;")


def arguments(roster: Path, *more: object) -> Sequence[object]:
    return ("--period", "2", "--voices", "--out", roster, *more)


def test_answers_become_voices_and_all_else_stays(banso: Banso, copied: Path) -> None:
    file = answers(copied.parent, *MANY)
    period = copied / "periods" / "2.yaml"
    before = period.read_text("utf-8").replace("voices:\n", "voices:  # 試験\n")
    period.write_text(before, encoding="utf-8")
    given = ("import", file, *arguments(copied, "--choice", WORK))
    shown = banso(*given, "--diff")
    assert (shown.code, period.read_text("utf-8")) == (0, before)
    assert (
        "-  - {text: 現場の経験, percent: 75}\n+  - {text: 現場の経験, percent: 85}\n" in shown.out
    )
    refused = banso(*given)
    assert (refused.code, refused.out, period.read_text("utf-8")) == (1, "", before)
    assert "第2期の支援官の声はすでに収めてある" in refused.err
    run = banso(*given, "--overwrite", "--source", "支援官への調査")
    assert run.code == 0, run.err
    assert run.out == (
        f"roster/periods/2.yaml に書きました\n数えた設問: 「{QUESTION}」\n回答 13件\n"
        f"  現場の経験: 11（85%）\n  {WORK}: 7（54%）\n"
        "  その他の回答（収めません）: 5件未満\n無回答: 14行目\n"
    )
    assert "鵺" not in shown.out + shown.err + refused.err + run.out + run.err
    voices = (
        "  - {text: 現場の経験, percent: 85}\n"
        f"  - {{text: {WORK}, percent: 54}}\nfurther_voices: true\nvoices_answered: 13\n"
    )
    source = "  - title: 支援官への調査\n    of: [voices, voices_answered]\n"
    after = before.replace("  - {text: 現場の経験, percent: 75}\n", voices) + source
    assert period.read_text("utf-8") == after
    assert banso("validate", "--roster", copied).code == 0
    assert "（回答13件）：現場の経験（85%）" in banso("report", "--roster", copied).out
    again = banso(*given, "--source", "支援官への調査")
    assert again.out.startswith("変更はありません。台帳はすでに回答のとおりです\n")
    assert period.read_text("utf-8") == after


@pytest.mark.parametrize("form", ["markdown", "html", "json"])
def test_reports_tell_how_many_answered(form: str, banso: Banso, copied: Path) -> None:
    file = answers(copied.parent, *["現場の経験;"] * 9)
    assert banso("import", file, *arguments(copied, "--overwrite")).code == 0
    shown = banso("report", "--roster", copied, "--format", form).out
    assert ('"voices_answered": 9' if form == "json" else "支援官の声（回答9件）") in shown


def test_the_workbook_tells_how_many_answered(banso: Banso, copied: Path) -> None:
    file = answers(copied.parent, *["現場の経験;"] * 9)
    assert banso("import", file, *arguments(copied, "--overwrite")).code == 0
    book = copied.parent / "summary.xlsx"
    assert banso("report", "--roster", copied, "--output", book).code == 0
    cells = (cell.value for row in load_workbook(book).worksheets[0] for cell in row)
    assert "支援官の声（回答9件）：現場の経験（100%）" in cells


def test_a_source_that_is_there_is_not_cited_twice(banso: Banso, copied: Path) -> None:
    for percent, cells in (("86", MANY), ("92", ("現場の経験;",) * 12), ("86", MANY)):
        file = answers(copied.parent, *cells, f"{WORK};" if percent == "92" else "現場の経験;")
        run = banso("import", file, *arguments(copied, "--choice", WORK, "--overwrite"))
        assert run.code == 0, run.err
        text_now = (copied / "periods" / "2.yaml").read_text("utf-8")
        assert f"現場の経験, percent: {percent}}}" in text_now
        assert text_now.count("title: answers.csv") == 1


def test_a_period_without_voices_is_given_them(banso: Banso, copied: Path) -> None:
    assert banso("new", "period", "3", "--fiscal-year", "2027", "--roster", copied).code == 0
    file = answers(copied.parent, *["現場の経験;"] * 9)
    run = banso("import", file, "--period", "3", "--voices", "--out", copied)
    assert run.code == 0, run.err
    assert (
        (copied / "periods" / "3.yaml")
        .read_text("utf-8")
        .endswith(
            "published: []\nvoices:\n  - {text: 現場の経験, percent: 100}\nvoices_answered: 9\n"
            "sources:\n  - title: answers.csv\n    of: [voices, voices_answered]\n"
        )
    )
    assert banso("validate", "--roster", copied).code == 0


def test_small_numbers_are_not_written(banso: Banso, copied: Path) -> None:
    before = (copied / "periods" / "2.yaml").read_bytes()
    file = answers(copied.parent, *["現場の経験;"] * 4, *[f"{WORK};"] * 2)
    run = banso("import", file, *arguments(copied, "--choice", WORK, "--choice", "旅"))
    assert (run.code, run.out) == (1, "")
    assert f"  5件に満たないため示さない選択肢: 現場の経験、{WORK}\n" in run.err
    assert "  選んだ人のない選択肢: 旅\n" in run.err
    assert "4" not in run.err
    assert (copied / "periods" / "2.yaml").read_bytes() == before


def test_what_is_no_choice_is_refused_by_its_place_and_not_shown(
    banso: Banso, copied: Path
) -> None:
    file = answers(copied.parent, *MANY, "鵺の縁;")
    run = banso("import", file, *arguments(copied, "--choice", WORK, "--overwrite"))
    assert (run.code, run.out) == (1, "")
    assert "answers.csv: 16行目: 選択肢にない回答（1件）\n  対処: 選択肢なら --choice" in run.err
    assert "鵺" not in run.err
    assert (
        banso("import", file, *arguments(copied, "--choice", WORK, "--other", "--diff")).code == 0
    )


def test_who_may_have_answered_twice_is_told_by_rows(banso: Banso, copied: Path) -> None:
    rows = [(n, "", "", "one@example.jp", "鵺", "総務省", "現場の経験;") for n in range(12)]
    file = text(copied.parent / "answers.csv", [HEAD, *rows])
    run = banso("import", file, *arguments(copied, "--diff"))
    assert run.code == 0
    assert "10行目、11行目 ほか、合わせて12件: メールアドレスが同じです。同じ人の回答" in run.err
    assert "鵺" not in run.out + run.err
    assert "one@" not in run.out + run.err


def test_a_sheet_is_chosen_where_two_have_the_question(banso: Banso, copied: Path) -> None:
    rows = {"5月": ["現場の経験;"] * 9, "6月": ["現場の経験;"] * 6 + [f"{WORK};"] * 6}
    sheets = {name: [("ID", QUESTION), *enumerate(cells)] for name, cells in rows.items()}
    file = workbook(copied.parent / "answers.xlsx", sheets)
    given = ("import", file, *arguments(copied, "--choice", WORK, "--diff"))
    refused = banso(*given)
    assert (refused.code, refused.out) == (1, "")
    assert f"5月!1「{QUESTION}」、6月!1「{QUESTION}」" in refused.err
    assert "--sheet 5月 のようにシートを指定するか、--question" in refused.err
    run = banso(*given, "--sheet", "６月")
    assert run.code == 0, run.err
    assert f"数えた設問: 6月「{QUESTION}」\n回答 12件\n" in run.err


def test_many_other_answers_are_told_by_number_and_sums_by_row(banso: Banso, copied: Path) -> None:
    head = (("NO", "問1", "", "入力者"), ("", "①現場の経験", "その他", ""))
    rows = [(n, "○", "縁", "鵺") for n in range(6)]
    file = text(copied.parent / "answers.csv", [*head, *rows, ("計", "6", "6", "")])
    run = banso("import", file, *arguments(copied, "--diff"))
    assert run.code == 0, run.err
    assert "  その他の回答（収めません）: 6\n" in run.err
    assert "集計の行なので数えなかったもの: 9行目\n" in run.err


@pytest.mark.parametrize(
    ("given", "code", "message"),
    [
        (("--voices", "--period", "9"), 2, "periods/9.yaml"),
        (("--voices", "--period", "2", "--question", "何"), 1, "「何」という設問がありません"),
        (("--voices", "--period", "2", "--prune"), 2, "--prune は --voices とともには使えません"),
        (("--voices", "--period", "2", "--hidden", "skip"), 2, "--hidden は --voices とともには"),
        (("--voices", "--period", "2", "--sheet", "回答"), 1, "「回答」はありません"),
        (("--period", "2", "--other"), 2, "--other は --voices とともに使います"),
    ],
)
def test_what_cannot_be_done_is_told(
    given: tuple[str, ...], code: int, message: str, banso: Banso, copied: Path
) -> None:
    run = banso("import", answers(copied.parent, *MANY), "--out", copied, *given)
    assert (run.code, run.out) == (code, "")
    assert message in run.err


def test_a_file_that_is_not_there_cannot_be_read(banso: Banso, copied: Path) -> None:
    run = banso("import", copied / "none.xlsx", *arguments(copied))
    assert (run.code, run.out) == (3, "")


@pytest.mark.parametrize("file", sorted(CASES.iterdir()), ids=lambda file: file.name)
def test_four_answers_are_too_few_to_be_told(file: Path, banso: Banso, copied: Path) -> None:
    choices = ("現場経験", "多様な人材によるチーム", WORK, "研修, 勉強会")
    given = [word for each in choices for word in ("--choice", each)]
    run = banso("import", file, *arguments(copied, *given))
    assert (run.code, run.out) == (1, "")
    assert "回答 4件\n" in run.err
    assert "対処: 回答が増えるのを待ってください" in run.err
    assert not any(word in run.err for word in ("山田", "example", "anonymous", "縁"))
