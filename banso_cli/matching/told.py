"""What is told of a draft: its score by part, each team, and everybody who is left."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

WORDS = {
    "municipality": "支援する市町村",
    "continuing": "継続する市町村",
    "seat": "配置した職員",
    "stay": "続けて同じ市町村に就く職員",
    "issues": "課題に得意な職員がいること",
    "officer_wishes": "職員の希望",
    "agency_wishes": "市町村の希望する府省庁等",
    "same_agency": "同じ府省庁等の重なり",
    "juniors": "若手の重なり",
    "region_shortfall": "地域の割当ての不足",
}
"""What earns or costs points, in the words of the report."""

DECISIONS = {
    "locks": "この市町村に置く",
    "forbids": "この市町村に置かない",
    "served": "必ず支援する",
    "declined": "支援しない",
}
"""The lists of what people have decided, in the words of the report."""

WISHES = ("第一希望", "第二希望", "第三希望")
ELSEWHERE, OPEN = "希望地以外", "希望なし"
"""How a seat is told that meets no wish, and one of an officer who has none."""


@dataclass(frozen=True, slots=True)
class Other:
    """Somebody or some place instead, and by how many points the score would be lower."""

    name: str
    price: int


@dataclass(frozen=True, slots=True)
class Seated:
    """An officer in a team: what is met of the wishes, and who of those waiting comes next.

    `themes` are the issues that the officer is able in, each with the strength.
    """

    officer: str
    agency: str
    rank: str
    wish: str
    stays: bool
    themes: tuple[tuple[str, int], ...]
    is_locked: bool
    runner_up: Other | None

    @property
    def how(self) -> str:
        """Return what is met of the officer's wishes, in words."""
        if not self.stays:
            return self.wish
        return f"継続の希望どおり（{self.wish}）" if self.wish in WISHES else "継続の希望どおり"

    @property
    def instead(self) -> str:
        """Return who comes next and the price, or that people have decided the seat."""
        if self.is_locked:
            return "決めた配置"
        if self.runner_up is None:
            return ""
        price = self.runner_up.price
        sign = "−" if price > 0 else "＋" if price else "±"
        return f"{self.runner_up.name} {sign}{abs(price)}点"


@dataclass(frozen=True, slots=True)
class Covered:
    """An issue of a municipality with the most able officer and the strength, if anybody is."""

    theme: str
    weight: int
    officer: str
    strength: int


@dataclass(frozen=True, slots=True)
class TeamTold:
    """A draft team."""

    number: int
    code: str
    name: str
    continues: bool
    points: int
    members: tuple[Seated, ...]
    issues: tuple[Covered, ...]
    wished: tuple[str, ...]
    met: tuple[str, ...]
    bodies: int

    @property
    def covered(self) -> int:
        """Return in how many issues somebody is able."""
        return sum(bool(each.strength) for each in self.issues)

    @property
    def wishes(self) -> tuple[int, int]:
        """Return of how many members a wish of place is met, and how many have one."""
        return sum(each.wish in WISHES or each.stays for each in self.members), sum(
            each.wish != OPEN or each.stays for each in self.members
        )


@dataclass(frozen=True, slots=True)
class Waiting:
    """An officer, or a municipality, that has no team: why, and what is nearest.

    For a municipality that is the one that would give up its team; `least` is the least price.
    """

    name: str
    about: str
    reason: str
    nearest: Other | None
    least: int | None = None

    @property
    def between(self) -> str:
        """Return between what the price of a municipality lies."""
        least = self.least or 0
        if self.nearest is None:
            return f"{least}以上"
        price = self.nearest.price
        return f"{least}〜{price}" if price > least else f"{price}".replace("-", "−")

    @property
    def way(self) -> str:
        """Return in words how a municipality could be served at the price of the nearest."""
        if self.nearest is None:
            return ""
        return f"{self.nearest.name}の代わりに" if self.nearest.name else "待機する職員で"


@dataclass(frozen=True, slots=True)
class Told:
    """All that is told of a draft; `parts` are by their words, with the points."""

    period: int
    score: int
    bound: int | None
    tied: bool
    parts: tuple[tuple[str, int], ...]
    teams: tuple[TeamTold, ...]
    officers: tuple[Waiting, ...]
    towns: tuple[Waiting, ...]
    applied: tuple[int, int]
    different: int
    different_before: tuple[int, int] | None

    @property
    def proven(self) -> bool:
        """Tell whether no draft is better."""
        return self.score == self.bound

    @property
    def seated(self) -> int:
        """Return how many officers are in teams."""
        return sum(len(team.members) for team in self.teams)

    @property
    def covered(self) -> tuple[int, int]:
        """Return how many issues somebody is able in, and how many there are."""
        issues = [each for team in self.teams for each in team.issues]
        return sum(bool(each.strength) for each in issues), len(issues)

    @property
    def wishes_met(self) -> tuple[int, int, int]:
        """Return how many of those seated have the first wish met, any, and have wishes at all."""
        met = [each.wish for team in self.teams for each in team.members]
        return met.count(WISHES[0]), sum(each in WISHES for each in met), len(met) - met.count(OPEN)


@dataclass(frozen=True, slots=True)
class Standing:
    """What is known of a draft beside itself: none exceeds the bound, if one is known.

    `tied` tells that the choice among as good ones is made; `at_least` what it costs at least to
    serve a municipality; `different_before` how many teams of the period before had members of
    different bodies alone, and of how many.
    """

    bound: int | None = None
    tied: bool = False
    at_least: Mapping[str, int] = field(default_factory=dict)
    different_before: tuple[int, int] | None = None
