"""What is printed beside a name, and lines of a list that are no rows: sections, sums, notes."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from banso_cli.records.teams.team import STATUS_LABELS, Status
from banso_cli.reference.prefectures import prefecture_names
from banso_cli.text.meaning import folded

DITTO = re.compile(r"[〃″“”\"'゛々仝↓]{1,2}|[|｜│┃]|同上|同じ|同|〃〃")

_DIGITS = "0-9０-９①-⑳㉑-㉟㊱-㊿❶-❿⓫-⓴➀-➓⓵-⓾⑴-⒇⒈-⒛"
_NUMBERED = re.compile(
    rf"(?i:no[.．]?|№|第)?\s*[(（\[［〔【<＜]?\s*(?P<number>[{_DIGITS}]{{1,4}})(?![0-9０-９])"
    r"\s*[)）\]］〕】>＞]?\s*(?:番目?|号)?\s*[.．、,，:：\-－・)）]*\s*(?P<name>\S.*)?",
    re.DOTALL,
)
_MARKS = re.compile(
    r"\s*(?:[※＊*†‡★☆]+\s*[0-9０-９①-⑳]{0,2}|[(（〔]\s*(?:注|※|＊|\*)\s*[0-9０-９①-⑳]*\s*[)）〕]"
    r"|[(（]\s*[0-9０-９①-⑳]{1,2}\s*[)）]|注\s*[0-9０-９①-⑳]{1,2}|[¹²³⁴-⁹]+|(?<!\d)[0-9０-９]{1,2}[)）])\s*$"
)
_BRACKETED = re.compile(r"\s*[(（〔［\[【]\s*([^()（）〔〕［］\[\]【】]*?)\s*[)）〕］\]】]\s*")
_KANA = re.compile(r"[ぁ-ゖゝ-ヿｦ-ﾟー・\s\u3099\u309a]+")
_KANA_BELOW = re.compile(
    r"[\s\n]+[ぁ-ゖーｦ-ﾟァ-ヴ\u3099\u309a]{2,}$|^[ぁ-ゖーｦ-ﾟ\u3099\u309a]{2,}\n+"
)
_PEOPLE = re.compile(r"[0-9０-９]+\s*[名人]")
_BULLET = re.compile(
    rf"^\s*(?:[・▪•]|(?P<mark>[●○◯◎■□◆◇★☆])|[{_DIGITS.removeprefix('0-9０-９')}])\s*(?=\S)"
)
_GOES_ON = re.compile(r"続き?|つづき")
_PREFECTURE = re.compile(r"(北海道|東京都|京都府|大阪府|\S{2,3}県)?\s*")
_COUNTY = re.compile(r".+郡")

_COUNTED = r"[0-9０-９]+\s*(団体|市町村|市町|チーム|名|自治体|件|町村)"
_SUM = re.compile(
    r"[【(（\[]?\s*((総|合|小|累|全)?\s*(計|合計)|総数)\s*[】)）\]]?|(総|合|小|累)\s*計.{0,12}"
    rf"|(計|総数)?\s*{_COUNTED}"
)
_NOTE = re.compile(
    r"[(（【\[]?\s*(※|＊|\*|注|備考|出典|資料|凡例|問合せ|問い合わせ|以上|続き|つづき|次頁|以下余白).*"
    r"|.*[。]\s*[)）]?|.*(現在|時点|一覧|一覧表|チーム)\s*[)）]?|[(（]?単位.*",
    re.DOTALL,
)
_PAGE = re.compile(
    r"[-－―ー–\s(（]*[0-9０-９]{1,4}\s*(?:[/／]\s*[0-9０-９]+)?\s*(?:頁|ページ|/)?[-－―ー–\s)）]*"
)
_SET_OFF = re.compile(r"\s*([【〔［\[<＜《〈「『]|[■□◆◇●○▼▽▲△☆★◎▶▷])\s*(?P<text>.+)", re.DOTALL)
_COUNT = re.compile(rf"[(（:：\s]*{_COUNTED}[)）\s]*$")
_CLOSING = re.compile(r"[】〕］\]>＞》〉」』]\s*")
_REGION = re.compile(
    r"((北海道|東北|関東|甲信越?|北陸|信越|中部|東海|近畿|関西|中国|四国|九州|沖縄|東日本|西日本)"
    r"[・、,\s及びと]*)+(地方|地域|ブロック|管内|地区)?"
)


@dataclass(frozen=True, slots=True)
class PrintedName:
    """A name as printed in its cell, in its parts; `beside` is what was left out of it."""

    number: int | None = None
    name: str = ""
    prefecture: str = ""
    status: Status | None = None
    beside: tuple[str, ...] = ()

    @property
    def has_prefecture(self) -> bool:
        """Tell whether the name begins with its prefecture."""
        return folded(self.name).startswith((*map(folded, prefecture_names().values()),))


def printed_name(text: str) -> PrintedName:
    """Part a name from the number before it and from what stands beside it in brackets."""
    number, rest = numbered(text)
    prefecture, county, status = "", "", None
    beside: list[str] = []
    while True:
        bare = _without_marks(rest, beside)
        found = next(filter(_is_beside, _BRACKETED.finditer(bare)), None)
        if found is None:
            break
        inside = found.group(1)
        prefecture = prefecture_of(inside) or prefecture
        status = status_of(inside) or status
        county = inside if _COUNTY.fullmatch(inside) else county
        if not (prefecture_of(inside) or status_of(inside) or county == inside):
            beside.append(found.group().strip())
        rest = bare[: found.start()] + bare[found.end() :]
    if below := _KANA_BELOW.search(bare):
        beside.append(below.group().strip())
        bare = bare[: below.start()] + bare[below.end() :]
    name = " ".join(bare.split("\n")).strip()
    # a county that stands behind the name belongs between prefecture and name
    name = _PREFECTURE.sub(lambda start: start.group() + county, name, count=1)
    return PrintedName(number, name, prefecture, status, tuple(beside))


def numbered(text: str) -> tuple[int | None, str]:
    """Part a text into the number before it, in whatever form, and the rest."""
    found = _NUMBERED.fullmatch(text.strip())
    if found is None:
        return None, text.strip()
    digits = unicodedata.normalize("NFKC", found["number"])
    values = [unicodedata.numeric(each) for each in digits if each.isnumeric()]
    return int("".join(str(int(value)) for value in values)), (found["name"] or "").strip()


def without_marks(text: str) -> tuple[str, tuple[str, ...]]:
    """Return a body or a rank without what stands beside it, and what that is."""
    bullet = _BULLET.match(text)
    beside = [bullet["mark"]] if bullet and bullet["mark"] else []
    bare = _without_marks(text[bullet.end() :] if bullet else text, beside)
    return bare, tuple(beside)


def status_of(text: str) -> Status | None:
    """Return the status that a word stands for."""
    words = folded(text)
    for status, label in STATUS_LABELS.items():
        wanted = folded(label)
        if words in (wanted, wanted[0]) or re.fullmatch(rf"{wanted}(団体|自治体|市町村)?", words):
            return status
    return None


def prefecture_of(text: str) -> str:
    """Return the prefecture that a text names, also without its last letter; empty for none."""
    words = folded(text)
    for name in prefecture_names().values():
        if words in (folded(name), folded(name[:-1])) and words:
            return name
    return ""


def _without_marks(text: str, beside: list[str]) -> str:
    while found := _MARKS.search(text):
        beside.append(found.group().strip())
        text = text[: found.start()]
    return text.strip()


def _is_beside(found: re.Match[str]) -> bool:
    inside = found.group(1)
    return bool(
        not inside
        or _KANA.fullmatch(inside)
        or any(each.fullmatch(inside) for each in (_PEOPLE, _GOES_ON, _COUNTY))
        or prefecture_of(inside)
        or status_of(inside)
    )


def section_of(text: str) -> PrintedName | None:
    """Return what a line says of those below it, which is nothing for a region; None for others."""
    found = _SET_OFF.fullmatch(text)
    bare = _CLOSING.sub("", found["text"]) if found else text
    bare = _COUNT.sub("", bare).strip()
    if prefecture := prefecture_of(bare):
        return PrintedName(prefecture=prefecture)
    if len(bare) > 1 and (status := status_of(bare)):
        return PrintedName(status=status)
    is_name = bare.endswith(("市", "町", "村", "区"))
    return PrintedName() if (found and not is_name) or _REGION.fullmatch(bare) else None


def is_sum(text: str) -> bool:
    """Tell whether a text stands before a sum."""
    return bool(_SUM.fullmatch(text))


def is_note(text: str) -> bool:
    """Tell whether a text is a note, a title, or the number of a page."""
    return bool(_NOTE.fullmatch(text) or _PAGE.fullmatch(text))
