"""Text survives every reader of YAML, and stays plain where it can."""

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from banso_cli.yaml.events import read_text
from banso_cli.yaml.tree import Mapping, Scalar, Sequence
from banso_cli.yaml.yaml_text import scalar, single_quoted
from tests.editing.invented import texts


@pytest.mark.parametrize(
    "text",
    [
        "課長補佐級",
        "企画官・室長級",
        "独立行政法人 情報処理推進機構",
        "一人目の行（内閣官房・指定職）は空欄。次に読んだ",
        "「第2期支援対象団体・伴走支援チーム一覧」",
        "https://www.higashiaichi.jp/news/detail.php?id=24809",
        "20代以下",
        "2020年（令和2年）の人口は101,096人",
        "①の表",
        "《注》",
    ],
)
def test_ordinary_text_is_plain(text: str) -> None:
    assert scalar(text) == text


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("012025", '"012025"'),
        ("2026-04-01", '"2026-04-01"'),
        ("12:30", '"12:30"'),
        ("１２", '"１２"'),
        ("3rd", '"3rd"'),
        ("葛\U000e0100城市", '"葛\U000e0100城市"'),
        ("No", '"No"'),
        ("null", '"null"'),
        ("", '""'),
        (" 総務省", '" 総務省"'),
        ("注: 一覧", '"注: 一覧"'),
        ("一覧 #2", '"一覧 #2"'),
        ("公正取引\u3000委員会", '"公正取引\u3000委員会"'),
        ("一\n二\t三", '"一\\n二\\t三"'),
        ('"引用"', '"\\"引用\\""'),
        ("C:\\", '"C:\\\\"'),
        ("\u200b", '"\\u200B"'),
        ("\U000e0100", '"\U000e0100"'),
        ("\U000e0001", '"\\U000E0001"'),
    ],
)
def test_other_text_is_quoted(text: str, written: str) -> None:
    assert scalar(text) == written


def test_fewer_marks_are_plain_within_brackets() -> None:
    assert scalar("課長補佐級", in_flow=True) == "課長補佐級"
    assert scalar("https://example.jp/?id=1", in_flow=True) == '"https://example.jp/?id=1"'


@given(st.text())
@example("y")
@example("=")
@example("a: b")
@example("\ufeff\x85\u2028")
def test_any_text_reads_back_everywhere(text: str) -> None:
    in_flow = scalar(text, in_flow=True)
    written = f"key: {scalar(text)}\nlist:\n  - {scalar(text)}\n  - [{in_flow}]\n"
    assert yaml.safe_load(written) == {"key": text, "list": [text, [text]]}


@given(texts())
def test_any_text_of_a_record_reads_back(text: str) -> None:
    written = f"key: {scalar(text)}\nlist: [{scalar(text, in_flow=True)}, {single_quoted(text)}]\n"
    reading = read_text(written, "file", "record")
    assert reading.faults == []
    assert isinstance(reading.tree, Mapping)
    key, items = (entry.value for entry in reading.tree.entries.values())
    assert isinstance(key, Scalar)
    assert isinstance(items, Sequence)
    assert [key.text, *(item.text for item in items.items if isinstance(item, Scalar))] == [
        text
    ] * 3


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("森町", "'森町'"),
        ("it's", "'it''s'"),
        ('"a" \\', "'\"a\" \\'"),
        ("一\n二", '"一\\n二"'),
        ("\u200b'", '"\\u200B\'"'),
    ],
)
def test_single_quotes_stay_where_they_can(text: str, written: str) -> None:
    assert single_quoted(text) == written
