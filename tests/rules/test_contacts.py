"""Telephone numbers and mail addresses: found however they are written, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from banso_cli.reading.folder import read_roster
from banso_cli.rules import check
from banso_cli.rules.privacy import persons
from banso_cli.rules.privacy.contacts import mail_addresses, telephone_numbers
from banso_cli.rules.rule import rules_of
from tests.overlays import CASES, overlaid

NUMBERS = (
    ("TEL:0192273111", ["0192273111"]),
    ("０１９２－２７－３１１１", ["０１９２－２７－３１１１"]),
    ("+81-192-27-3111", ["+81-192-27-3111"]),
    ("(0192)27-3111", ["(0192)27-3111"]),
    ("内線1234", ["1234"]),
    ("電話 03-0000-0000", ["03-0000-0000"]),
    ("0192(27)3111", ["0192(27)3111"]),
    ("Tel. 0192 27 3111", ["0192 27 3111"]),
    ("03 1234 5678", ["03 1234 5678"]),
    ("090-1234-5678", ["090-1234-5678"]),
    ("09012345678", ["09012345678"]),
    ("0120-123-456", ["0120-123-456"]),
    ("0800-123-4567", ["0800-123-4567"]),
    ("☎0192-27-3111", ["0192-27-3111"]),
    ("℡ 27-3111", ["27-3111"]),
    ("電話番号は0192-27-3111です", ["0192-27-3111"]),
    ("＋８１\u3000３\u3000１２３４\u3000５６７８", ["＋８１\u3000３\u3000１２３４\u3000５６７８"]),
    ("FAX：0192-27-3112", ["0192-27-3112"]),
    ("0192ー27ー3111", ["0192ー27ー3111"]),
    ("（0192）27-3111", ["（0192）27-3111"]),
    ("内線 123", ["123"]),
    ("直通03-1234-5678", ["03-1234-5678"]),
    ("〒022-8501 0192-27-3111", ["0192-27-3111"]),
    ("+81 (0)192-27-3111", ["+81 (0)192-27-3111"]),
    ("050-1234-5678", ["050-1234-5678"]),
    ("0570-000-000", ["0570-000-000"]),
    ("連絡先 27-3111", ["27-3111"]),
    ("0192-27-3111（内線213）", ["0192-27-3111", "213"]),
    ("T: 03-1234-5678", ["03-1234-5678"]),
    ("0192－27－3111", ["0192－27－3111"]),
    ("0081-3-1234-5678", ["0081-3-1234-5678"]),
    ("03-1234-5678/03-1234-5679", ["03-1234-5678", "03-1234-5679"]),
)
NO_NUMBERS = (
    "〒022-8501",
    "〒０２２－８５０１",
    "郵便番号022-8501",
    "郵便番号 0228501",
    "022-8501",
    "JIS X 0401-1973",
    "JIS X 0402:2020",
    "JIS X 0401‐1973",
    "ISO 3166-2:JP",
    "ISO/IEC 10646:2020",
    "2025-04-01",
    "2025-2026",
    "pp. 012-034",
    "0123-0145頁",
    "令和7年04-05月",
    "ISBN 4-00-310101-8",
    "ISBN 978-4-00-310101-4",
    "ISBN 0-306-40615-2",
    "ISBN0306406152",
    "ISBN-13: 978-0-306-40615-7",
    "ISSN 0028-0836",
    "doi:10.1000/0123456789",
    "https://example.jp/0192-27-3111",
    "https://www.example.jp/docs/2025032800013/",
    "https://example.jp/?id=0192273111",
    "013455",
    "032034-ofunato",
    "団体コード032034",
    "10-12時と13-15時",
    "10:00-12:00",
    "09:30-10:00に会議",
    "03-04年度",
    "0-100点",
    "01-02-03",
    "2026-04-30 から 2026-05-01",
    "令和08-04-01",
    "第01-12号",
    "人口 13,582人",
    "35.123-139.456",
    "39.0819, 141.7085",
    "043-141度",
    "3-4名",
    "0.5-0.8%",
    "0500-0900時",
    "0500-0900-1200",
    "資料1-2-3",
    "電話で3回",
    "電話会議 2026-04-30",
    "電話 2026-04-30に",
    "代表 3名",
    "代表者2025年",
    "法人番号 7000020032034",
    "電話 1 回、訪問 2 回",
    "内線は不要",
    "0000000000000",
    "平成07-09",
    "2025/04/01-2026/03/31",
    "0401-1973",
    "JIS Z 8301:2019",
    "RFC 0793",
    "午前09-午後05",
    "番地 01-02-0003",
    "会員番号 0123-456-789",
    "文書番号 0123456789",
    "A0192273111",
    "v0.12-3456-7890",
    "0192273111.pdf",
    "携帯端末2000台",
    "1-2-3 04-05",
    "00-00番",
    "第000-000号",
    "電話 100000件",
    "連絡先 032034",
    "携帯 120000台",
    "0401-1973、0402-2020",
)
ADDRESSES = (
    ("kikaku@example.jp", ["kikaku@example.jp"]),
    ("info(at)example.jp", ["info(at)example.jp"]),
    ("info［at］example.jp", ["info［at］example.jp"]),
    ("info＠example.jp", ["info＠example.jp"]),
    ("info at example dot jp", ["info at example dot jp"]),
    ("ｉｎｆｏ＠ｅｘａｍｐｌｅ．ｊｐ", ["ｉｎｆｏ＠ｅｘａｍｐｌｅ．ｊｐ"]),
    ("info★example.jp", ["info★example.jp"]),
    ("info[at]example[dot]jp", ["info[at]example[dot]jp"]),
    ("info (at) town.example.lg.jp", ["info (at) town.example.lg.jp"]),
    ("info（アット）example.jp", ["info（アット）example.jp"]),
    ("infoアットマークexample.jp", ["infoアットマークexample.jp"]),
    ("info<at>example.jp", ["info<at>example.jp"]),
    ("連絡はinfo@example.jpへ", ["info@example.jp"]),
    ("INFO@EXAMPLE.JP", ["INFO@EXAMPLE.JP"]),
    ("mailto:a.b@example.jp", ["a.b@example.jp"]),
    ("info【at】example.jp", ["info【at】example.jp"]),
    ("a+b@example.co.jp", ["a+b@example.co.jp"]),
    ("https://example.jp/?m=info@example.jp", ["info@example.jp"]),
    ("info at example dot co dot jp", ["info at example dot co dot jp"]),
)
NO_ADDRESSES = (
    "連絡先は@の付く宛先",
    "https://note.com/@town.official",
    "@town_official",
    "look at example.jp",
    "meeting at 10.30",
    "第1回@大船渡",
    "3●4.5",
    "※1.2",
    "観光※資料.pdf",
    "2@3",
    "at the dot",
    "https://www.google.com/maps/@35.68,139.76,15z",
    "●町.村",
    "B★B.レベル",
    "info at town",
)


@pytest.mark.parametrize(("text", "numbers"), NUMBERS)
def test_a_telephone_number_is_found_and_nothing_beside_it(text: str, numbers: list[str]) -> None:
    assert [text[start:end] for start, end in telephone_numbers(text)] == numbers


@pytest.mark.parametrize("text", NO_NUMBERS)
def test_what_only_looks_like_a_telephone_number_is_none(text: str) -> None:
    assert list(telephone_numbers(text)) == []


@pytest.mark.parametrize(("text", "addresses"), ADDRESSES)
def test_a_mail_address_is_found_and_nothing_beside_it(text: str, addresses: list[str]) -> None:
    assert [text[start:end] for start, end in mail_addresses(text)] == addresses


@pytest.mark.parametrize("text", NO_ADDRESSES)
def test_what_only_looks_like_a_mail_address_is_none(text: str) -> None:
    assert list(mail_addresses(text)) == []


def test_there_are_at_least_sixty_near_misses() -> None:
    assert len(NO_NUMBERS) + len(NO_ADDRESSES) >= 60


@given(st.text(alphabet="0123456789-() +電話内線TEL:@atdo.jp★İ", max_size=40))
def test_what_is_found_lies_within_the_text_and_apart(text: str) -> None:
    for found in (telephone_numbers(text), mail_addresses(text)):
        at = 0
        for start, end in found:
            assert at <= start < end <= len(text)
            at = end


@pytest.mark.parametrize("rule", [rule.id for rule in rules_of(persons)])
def test_every_rule_of_privacy_can_be_excepted_with_a_reason(rule: str, tmp_path: Path) -> None:
    folder = overlaid(CASES / rule / "failing", tmp_path)
    record = next(f.record for f in check(read_roster(folder)) if f.rule == rule)
    file = folder / f"{record}.yaml"
    reason = f"exceptions:\n  - {{rule: {rule}, reason: 事実のとおり}}\n"
    file.write_text(file.read_text(encoding="utf-8") + reason, encoding="utf-8")
    assert [f for f in check(read_roster(folder)) if f.record == record] == []
