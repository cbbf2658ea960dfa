"""The rules of the made-up programme, with the classes and definitions that it needs."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from banso_cli.example.marks import MARK, page_of, source_of
from banso_cli.records.periods.matching_rules import Deductions, MatchingRules, Points
from banso_cli.records.periods.programme import (
    Band,
    Definitions,
    MeasureInForce,
    PopulationLimit,
    Programme,
    Rank,
    Region,
    Rhythm,
    Scheme,
    TeamSize,
)


@dataclass(frozen=True, slots=True)
class Term:
    """A period by its number and the fiscal year in which it begins; it is that year."""

    number: int
    fiscal_year: int

    @property
    def start(self) -> dt.date:
        """Return its first day."""
        return dt.date(self.fiscal_year, 4, 1)

    @property
    def end(self) -> dt.date:
        """Return its last day."""
        return dt.date(self.fiscal_year + 1, 3, 31)


FIRST, SECOND, THIRD = Term(1, 2025), Term(2, 2026), Term(3, 2027)

CENSUS = MeasureInForce(
    period=1,
    measure="国勢調査",
    date=dt.date(2020, 10, 1),
    basis=f"{MARK}の定め。第1期は国勢調査の人口で量る",
)
REGISTER = MeasureInForce(
    period=2,
    measure="住民基本台帳",
    date=dt.date(2025, 1, 1),
    basis=f"{MARK}の定め。第2期は住民基本台帳の人口で量る",
)
_RULES = page_of("制度の概要", "programme/")
_RANKS = (
    Rank(name="指定職"),
    Rank(name="課長級"),
    Rank(name="企画官・室長級", aliases=("室長級",)),
    Rank(name="補佐級", aliases=("課長補佐級",)),
    Rank(name="係長級"),
)
_AGES = (
    Band(name="20代以下", below=30),
    Band(name="30代", least=30, below=40),
    Band(name="40代", least=40, below=50),
    Band(name="50代", least=50, below=60),
    Band(name="60代以上", least=60),
)
_POPULATIONS = (
    Band(name="5千人未満", below=5_000),
    Band(name="5千人以上1万人未満", least=5_000, below=10_000),
    Band(name="1万人以上3万人未満", least=10_000, below=30_000),
    Band(name="3万人以上5万人未満", least=30_000, below=50_000),
    Band(name="5万人以上10万人未満", least=50_000, below=100_000),
    Band(name="10万人以上", least=100_000),
)
_REGIONS = {
    "北海道": "北海道",
    "東北": "青森県 岩手県 宮城県 秋田県 山形県 福島県",
    "関東": "茨城県 栃木県 群馬県 埼玉県 千葉県 東京都 神奈川県",
    "中部": "新潟県 富山県 石川県 福井県 山梨県 長野県 岐阜県 静岡県 愛知県",
    "近畿": "三重県 滋賀県 京都府 大阪府 兵庫県 奈良県 和歌山県",
    "中国": "鳥取県 島根県 岡山県 広島県 山口県",
    "四国": "徳島県 香川県 愛媛県 高知県",
    "九州・沖縄": "福岡県 佐賀県 長崎県 熊本県 大分県 宮崎県 鹿児島県 沖縄県",
}


MATCHING = MatchingRules(
    least_agencies=2,
    lead_rank="補佐級",
    points=Points(
        municipality=100,
        continuing=50,
        seat=10,
        stay=30,
        issues=((6,), (4, 2), (3, 2, 1)),
        strengths=(3, 5, 6),
        officer_wishes=(6, 4, 2),
        officer_open=4,
        agency_wishes=(3, 2, 1),
        agency_open=2,
    ),
    deductions=Deductions(same_agency=12, juniors=6, region_shortfall=20),
)
"""How teams are matched in the example that has applications."""


def made_up_programme() -> Programme:
    """Return the programme; it is not public, so members may have personal attributes."""
    return Programme(
        name=f"地方創生伴走支援制度（{MARK}）",
        team_size=TeamSize(least=2, most=3, sources=(_RULES,)),
        population_limit=PopulationLimit(below=100_000, sources=(_RULES,)),
        measures_in_force=(CENSUS, REGISTER),
        rhythm=(
            Rhythm(kind="online", days=45, basis=f"{MARK}の定め", sources=(_RULES,)),
            Rhythm(kind="visit", days=120, basis=f"{MARK}の定め", sources=(_RULES,)),
        ),
        genders=("男性", "女性"),
        tracks=("事務官", "技官"),
        ranks=_RANKS,
        age_bands=_AGES,
        regions=tuple(
            Region(name=name, prefectures=tuple(prefectures.split()))
            for name, prefectures in _REGIONS.items()
        ),
        population_bands=_POPULATIONS,
        definitions=Definitions(
            regions=_scheme("八つの地域に分け、三重県は近畿に含める"),
            population_bands=_scheme("期ごとに定めた人口で、六つの区分に分ける"),
            age_bands=_scheme("10歳ごとに分け、29歳以下を20代以下、60歳以上を60代以上とする"),
        ),
        fictional=True,
        disclosure_threshold=5,
        sources=(_RULES, source_of("台帳の定め", "measures_in_force", "definitions")),
    )


def _scheme(text: str) -> Scheme:
    return Scheme(text=f"{MARK}の定義。{text}。", sources=(_RULES,))
