"""Lines among the rows of a list that are no rows: sections, sums, notes, titles, page numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass

from banso_cli.intake.lists.printed import prefecture_of, status_of
from banso_cli.records.teams.team import Status

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
class Section:
    """What a heading among the rows says of those below it; empty for a region."""

    prefecture: str = ""
    status: Status | None = None


def section_of(text: str) -> Section | None:
    """Return the section that a line opens; None where it opens none."""
    found = _SET_OFF.fullmatch(text)
    bare = _CLOSING.sub("", found["text"]) if found else text
    bare = _COUNT.sub("", bare).strip()
    if prefecture := prefecture_of(bare):
        return Section(prefecture=prefecture)
    if len(bare) > 1 and (status := status_of(bare)):
        return Section(status=status)
    is_name = bare.endswith(("市", "町", "村", "区"))
    return Section() if (found and not is_name) or _REGION.fullmatch(bare) else None


def is_sum(text: str) -> bool:
    """Tell whether a text stands before a sum."""
    return bool(_SUM.fullmatch(text))


def is_note(text: str) -> bool:
    """Tell whether a text is a note, a title, or the number of a page."""
    return bool(_NOTE.fullmatch(text) or _PAGE.fullmatch(text))
