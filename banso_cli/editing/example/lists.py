"""Bodies and themes that the made-up teams draw from, and the lists of those that were drawn."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from banso_cli.editing.example.marks import MARK, source_of
from banso_cli.editing.example.programme import FIRST
from banso_cli.model.agency import Agency, AgencyKind, AgencyList
from banso_cli.model.team import Team
from banso_cli.model.theme import Theme, ThemeList

NATIONAL: Mapping[str, int] = MappingProxyType(
    {
        "内閣官房": 24,
        "人事院": 2,
        "内閣府": 15,
        "公正取引委員会": 2,
        "警察庁": 1,
        "金融庁": 8,
        "消費者庁": 2,
        "こども家庭庁": 3,
        "デジタル庁": 4,
        "復興庁": 4,
        "総務省": 28,
        "法務省": 4,
        "外務省": 9,
        "財務省": 13,
        "架空国税局": 1,
        "文部科学省": 18,
        "厚生労働省": 19,
        "農林水産省": 22,
        "経済産業省": 22,
        "国土交通省": 38,
        "環境省": 14,
        "防衛省": 12,
        "会計検査院": 3,
    }
)
"""How often members come from each body of the government; it alone has real names."""

OUTSIDE = (
    "架空大学",
    "独立行政法人架空技術機構",
    "国立研究開発法人架空研究所",
    "架空郵送株式会社",
    "架空情報機構",
)
"""Bodies outside the government, whose people are オフィサー."""

CLOSED = "独立行政法人架空推進機構"
"""A body outside the government that existed until the first period ended."""

_UNDER = {
    "公正取引委員会": "内閣府",
    "警察庁": "内閣府",
    "金融庁": "内閣府",
    "消費者庁": "内閣府",
    "こども家庭庁": "内閣府",
    "国税庁": "財務省",
    "架空国税局": "国税庁",
}
_LEVELS = 2
"""How many bodies stand above one at most."""

_KINDS: Mapping[str, AgencyKind] = MappingProxyType(
    {
        "架空国税局": "地方支分部局",
        "架空大学": "国立大学法人",
        "独立行政法人架空技術機構": "独立行政法人",
        "国立研究開発法人架空研究所": "国立研究開発法人",
        "架空郵送株式会社": "株式会社",
        "架空情報機構": "地方共同法人",
        CLOSED: "独立行政法人",
    }
)
_NOTES = {"架空国税局": "架空の部局。省庁等の数では国税庁として数える"}
_ALIASES = {"こども家庭庁": ("子ども家庭庁",)}

_THEMES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "産業振興": ("industry", "地場の産業、創業、事業の引き継ぎ"),
        "観光": ("tourism", "滞在、体験、外国からの旅行者の受け入れ"),
        "農林水産業": ("agriculture-forestry-fisheries", "担い手、販路、加工と特産品"),
        "環境": ("environment", "自然の保全、資源の循環"),
        "子育て支援": ("childcare", "保育、放課後の居場所、相談"),
        "地域福祉": ("community-welfare", "見守り、介護の予防、支え合い"),
        "移住・定住": ("migration-settlement", "住まい、仕事、お試し移住"),
        "関係人口": ("related-population", "地域に通い、関わる人の広がり"),
        "公共交通": ("public-transport", "バス、乗り合い、自家用有償旅客運送"),
        "まちづくり": ("town-development", "中心市街地、空き家、公共施設"),
        "文化・歴史": ("culture-history", "文化財、祭り、記録の継承"),
        "地域コミュニティー": ("local-community", "集落、自治会、小さな拠点"),
        "教育": ("education", "学校の魅力、学びの場、地域の人材"),
        "脱炭素・再生可能エネルギー": ("decarbonization", "地域の電気と熱、建物の省エネルギー"),
        "デジタル": ("digital", "手続きの電子化、データの活用"),
    }
)
_THEME_ALIASES = {"移住・定住": ("移住定住",), "文化・歴史": ("歴史・文化",)}

THEMES: Mapping[str, int] = MappingProxyType(
    dict(zip(_THEMES, (14, 13, 11, 4, 6, 4, 9, 8, 6, 8, 4, 5, 5, 4, 4), strict=True))
)
"""How often teams have each theme."""


def agency_list(teams: Sequence[Team]) -> AgencyList:
    """Return the bodies that members come from, with those that these belong to."""
    used = {member.agency for team in teams for member in team.members}
    for _level in range(_LEVELS):
        used |= {_UNDER[name] for name in used if name in _UNDER}
    return AgencyList(
        agencies=tuple(agency for agency in _agencies() if agency.name in used),
        sources=(source_of("支援官の所属（府省庁の名称だけは実在のもの）"),),
    )


def _agencies() -> Iterator[Agency]:
    """Yield all bodies in the order of the list."""
    for name in NATIONAL:
        if _UNDER.get(name) not in {None, *NATIONAL}:  # no member comes from 国税庁 itself
            yield _agency(_UNDER[name])
        yield _agency(name)
    for name in (*OUTSIDE, CLOSED):
        yield _agency(name, f"{MARK}。架空の法人")


def _agency(name: str, note: str | None = None) -> Agency:
    return Agency(
        name=name,
        kind=_KINDS.get(name, "府省庁"),
        parent=_UNDER.get(name),
        aliases=_ALIASES.get(name, ()),
        until=FIRST.end if name == CLOSED else None,
        note=_NOTES.get(name, note),
    )


def theme_list(teams: Sequence[Team]) -> ThemeList:
    """Return the themes that teams have."""
    used = {name for team in teams for name in team.themes}
    return ThemeList(
        themes=tuple(
            Theme(
                id=identifier,
                name=name,
                aliases=_THEME_ALIASES.get(name, ()),
                description=description,
                sources=(source_of("支援テーマの一覧"),),
            )
            for name, (identifier, description) in _THEMES.items()
            if name in used
        )
    )
