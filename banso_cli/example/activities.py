"""Meetings and visits that never took place, in the order of their days."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from banso_cli.example.chance import Chance
from banso_cli.example.marks import source_of
from banso_cli.records.teams.activity import ACTIVITY_LABELS, NUMBERED_KINDS, Activity, ActivityKind

_PLAN: tuple[ActivityKind, ...] = (
    *("online", "online", "visit", "talk", "round_table", "online"),
    *("visit", "online", "talk", "visit", "online", "round_table"),
)
"""The kinds of activities in the order in which a team comes to them."""

_LEAST = 5
_DAYS_BETWEEN = (10, 23)
"""Days from one activity to the next: all of the plan stays within a year."""

_SATURDAY = 5
_FIRST = "顔合わせと、{theme}の現状の説明"
_SUBJECTS: Mapping[ActivityKind, tuple[str, ...]] = {
    "online": (
        "{theme}の課題の洗い出し",
        "{theme}に使える国の制度の紹介",
        "{theme}の取り組み案についての話し合い",
        "{theme}の進め方の確認",
    ),
    "visit": ("{theme}の現場の視察", "{theme}に取り組む団体との話し合い"),
    "talk": ("{theme}の方針についての意見交換", "{theme}の中間報告と意見交換"),
    "round_table": ("住民と{theme}について語る座談会", "若手職員と{theme}を考える座談会"),
}
_PLACES = (
    *("庁舎", "商店街", "道の駅", "廃校になった小学校", "古民家", "温泉街", "公民館"),
    *("保育所", "製材所", "直売所", "駅前広場", "資料館", "木質バイオマスの施設"),
)
_MOST_PLACES = 3


def made_up_activities(
    chance: Chance, day: dt.date, size: int, themes: Sequence[str]
) -> Iterator[Activity]:
    """Yield the activities of a team of this size in the period that starts on this day."""
    kinds = _PLAN[: chance.between(_LEAST, len(_PLAN))]
    done: Counter[ActivityKind] = Counter()
    for at, kind in enumerate(kinds):
        done[kind] += 1
        is_visit = kind == "visit"
        nights = chance.between(0, 2) if is_visit else 0
        day = _working_day(day + dt.timedelta(chance.between(*_DAYS_BETWEEN)), nights)
        subject = _FIRST if at == 0 else chance.pick(_SUBJECTS[kind])
        yield Activity(
            kind=kind,
            date=day,
            until=day + dt.timedelta(nights) if nights else None,
            number=done[kind] if kind in NUMBERED_KINDS else None,
            subject=subject.format(theme=chance.pick(themes)),
            attended=_attending(chance, size),
            places=_places(chance) if is_visit else (),
            next=_following(done, kinds[at + 1 :]),
            sources=(source_of("現地訪問の報告"),) if is_visit else (),
        )


def _working_day(day: dt.date, nights: int) -> dt.date:
    """Return the day, or the next Monday where it or the last day of the stay is no working day."""
    over = day.weekday() + nights >= _SATURDAY
    return day + dt.timedelta(7 - day.weekday()) if over else day


def _attending(chance: Chance, size: int) -> tuple[int, ...]:
    """Return who came: all of the team, or in one case of three all but one."""
    everybody = range(1, size + 1)
    absent = chance.pick(everybody) if chance.below(3) == 0 else 0
    return tuple(number for number in everybody if number != absent)


def _places(chance: Chance) -> tuple[str, ...]:
    return tuple(chance.shuffled(_PLACES)[: chance.between(1, _MOST_PLACES)])


def _following(done: Mapping[ActivityKind, int], coming: Sequence[ActivityKind]) -> str | None:
    """Return the next meeting or visit with its number; None after the last one."""
    kind = next((kind for kind in coming if kind in NUMBERED_KINDS), None)
    return f"第{done[kind] + 1}回{ACTIVITY_LABELS[kind]}" if kind else None
