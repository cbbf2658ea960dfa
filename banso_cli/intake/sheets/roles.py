"""What the headings of a published list mean, in the many words that ministries use for them."""

from __future__ import annotations

import re
from enum import Enum
from functools import lru_cache

from banso_cli.text.meaning import narrow, ordinary

_BRACKETS = re.compile(r"[(\[{【〔「<《][^)\]}】〕」>》]*[)\]}】〕」>》]")
_EDGES = re.compile(r"[(\[{【〔「<《)\]}】〕」>》※*・:：_/]")
_COUNTED = re.compile(
    r"(第?[0-9一二三]+(人目|名目|人)?|(支援官|メンバー|担当者?)の?[0-9]*の?|[0-9]+)"
)

_LONGEST = 60
"""Letters that a heading may have with all that stands in brackets."""

_PLACE = "市区町村|市町村|町村|自治体|団体"
_BODIES = "府省庁|府省|省庁|機関|組織|先"


class Role(Enum):
    """What a column of a list is for, by the heading that is usual."""

    NUMBER = "番号"
    CODE = "団体コード"
    PREFECTURE = "都道府県名"
    COUNTY = "郡名"
    NAME = "市町村名"
    AGENCY = "所属府省庁"
    RANK = "役職"
    STATUS = "区分"
    CONTINUING = "継続"
    NEW = "新規"


NEEDED = (Role.NAME, Role.AGENCY, Role.RANK)
"""The columns without which there is no list."""

OF_TEAM = frozenset(Role) - {Role.AGENCY, Role.RANK}
"""The columns that tell of a whole team."""

_WORDS: dict[Role, re.Pattern[str]] = {
    role: re.compile(pattern, re.IGNORECASE)
    for role, pattern in {
        Role.NUMBER: r"no\.?|#|(整理|通し|管理|チーム)?番号?|連番|通番|項番",
        Role.CODE: r"(全国)?(地方)?(公共)?(市区町村|市町村|自治体|団体)?コード(番号)?",
        Role.PREFECTURE: r"(都道府県|道府県|都道府|県)名?",
        Role.COUNTY: r"郡名?",
        Role.NAME: rf"(都道府県)?(伴走|支援|派遣|対象|応募)*(先|の)?(地方|公共)*({_PLACE})等?名?称?"
        r"|(支援|派遣)先(名称?)?",
        Role.AGENCY: rf"(現?所属|派遣元|出身元?|本務|担当)の?({_BODIES}|団体|元)?等?名?"
        r"|(府省庁|府省|省庁|機関|中央省庁)等?名?",
        Role.RANK: r"現?(役職|職位|職名|官職|職級|職階|職|級|ランク)(級|区分|段階)?(等|相当)?"
        r"名?称?",
        Role.STATUS: r"(継続新規|新規継続)(の?別|の?区分)?|(継続|新規|支援|団体)?(区分|の別)|種別",
        Role.CONTINUING: r"継続(団体|自治体|市町村)?",
        Role.NEW: r"新規(団体|自治体|市町村)?",
    }.items()
}


@lru_cache(maxsize=4096)
def role_of(heading: str) -> Role | None:
    """Return what a column is for; blanks, line breaks, brackets and counts do not matter."""
    if len(heading) > _LONGEST or heading.isdecimal():
        return None
    text = narrow(ordinary(heading))
    for bare in (_BRACKETS.sub("", text), text):
        words = _EDGES.sub("", bare)
        for attempt in (words, _COUNTED.sub("", words)):
            for role, pattern in _WORDS.items():
                if attempt and pattern.fullmatch(attempt):
                    return role
    return None
