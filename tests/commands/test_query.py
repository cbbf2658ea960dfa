"""Questions in SQL: what is answered, and what is refused with a caret."""

from __future__ import annotations

import pytest

from tests.commands.running import Banso
from tests.conftest import BASE

QUESTION = "SELECT 役職, count(*) AS 数 FROM 支援官の構成 GROUP BY 役職 ORDER BY 数 DESC, 役職"


@pytest.mark.parametrize(
    ("question", "message"),
    [
        ("SELECT 役職, count(*) FROM 支援官の構成", "GROUP BY に加えるか"),
        ("SELECT agenc FROM members", "もしかして: agency"),
        ("SELECT * FROM member", "もしかして: members"),
        ("SELEC", "SELEC"),
        ("SELECT 1; SELECT 2", "問いは一つだけ"),
        ("DELETE FROM members", "問いは一つだけ"),
        ("SELECT * FROM read_csv('/etc/passwd')", "台帳の表のほか"),
        ("SELECT gender FROM members", "gender"),
    ],
)
def test_a_question_that_cannot_be_answered(banso: Banso, question: str, message: str) -> None:
    pytest.importorskip("duckdb")
    run = banso("query", question, "--roster", BASE)
    assert (run.code, run.out, message in run.err) == (2, "", True)


def test_questions_are_answered_under_japanese_and_english_names(banso: Banso) -> None:
    pytest.importorskip("duckdb")
    assert banso("query", QUESTION).out.splitlines()[:3] == [
        "役職\t数",
        "補佐級\t130",
        "係長級\t65",
    ]
    question = "SELECT key, share, second_key FROM statistics WHERE key = '指定職'"
    assert banso("query", question).out == "key\tshare\tsecond_key\n指定職\t2.5\t\n"
    assert "支援官の構成" in banso("query", "SHOW TABLES").out
    assert banso("query", "SELECT CAST(1.25 AS DECIMAL(5,2)) AS a").out == "a\n1.25\n"
