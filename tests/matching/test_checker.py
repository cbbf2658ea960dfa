"""The checker names every rule that a draft breaks, in words."""

from __future__ import annotations

from banso_cli.example.programme import MATCHING, made_up_programme
from banso_cli.matching.checking.checker import faults, points_of
from banso_cli.matching.score import draft_parts, score
from banso_cli.records.application import (
    Decisions,
    MunicipalityApplication,
    MunicipalityDecision,
    OfficerApplication,
    SeatDecision,
    ThemeStrength,
)
from banso_cli.records.roster import Roster
from tests.matching.tiny import PERIOD, PLACES, World, municipality

PROGRAMME = made_up_programme().model_copy(update={"matching": MATCHING}).named("programme")
MORI, NIKI = "014061", "014079"
OFFICERS = {
    "R9-001": OfficerApplication(
        agency="総務省",
        rank="課長級",
        themes=(ThemeStrength(theme="観光", strength=3), ThemeStrength(theme="教育", strength=1)),
        wishes=("東北", "北海道"),
    ),
    "R9-002": OfficerApplication(agency="財務省", rank="係長級", excluded=(NIKI,), stays=MORI),
    "R9-003": OfficerApplication(agency="総務省", rank="係長級", wishes=(MORI,), elsewhere=False),
    "R9-004": OfficerApplication(agency="環境省", rank="補佐級", withdrawn="異動"),
    "R9-005": OfficerApplication(agency="環境省", rank="係長級"),
}
TOWNS = {
    MORI: MunicipalityApplication(
        municipality=MORI,
        status="continuing",
        issues=("教育", "観光"),
        agencies=("財務省", "総務省"),
    ),
    NIKI: MunicipalityApplication(municipality=NIKI, status="new", issues=("環境",)),
}
DECISIONS = Decisions(
    teams=1,
    locks=(SeatDecision(officer="R9-001", municipality=MORI, reason="担当"),),
    forbids=(SeatDecision(officer="R9-005", municipality=MORI, reason="出身地"),),
    served=(MunicipalityDecision(municipality=MORI, reason="被災地"),),
)


def world() -> World:
    folder = f"applications/{PERIOD}"
    records = (
        PROGRAMME,
        *map(municipality, PLACES),
        *(each.named(f"{folder}/officers/{id_}") for id_, each in OFFICERS.items()),
        *(each.named(f"{folder}/municipalities/{code}") for code, each in TOWNS.items()),
        DECISIONS.named(f"{folder}/matching"),
    )
    return World(Roster("roster", records), PROGRAMME)


def found(**teams: tuple[str, ...]) -> str:
    codes = {"mori": MORI, "niki": NIKI, "nowhere": "032034"}
    return "\n".join(faults(world().bench, {codes[name]: team for name, team in teams.items()}))


def test_a_legal_draft_has_no_fault_and_its_points_are_counted_by_hand() -> None:
    draft = {MORI: ("R9-001", "R9-002")}
    assert faults(world().bench, draft) == []
    parts = draft_parts(world().case, draft)
    assert parts["municipality"] + parts["continuing"] + parts["seat"] == 100 + 50 + 20
    assert parts["stay"] == 30
    assert parts["issues"] == 4 * 3 + 2 * 6
    assert parts["officer_wishes"] == 4 + 4  # the second wish, and no wishes
    assert parts["agency_wishes"] == 3 + 2
    assert parts["same_agency"] == parts["juniors"] == parts["region_shortfall"] == 0
    assert score(world().case, draft) == points_of(world().bench, draft) == 237


def test_overlaps_and_an_empty_region_cost_points() -> None:
    draft = {MORI: ("R9-001", "R9-002", "R9-003")}
    parts = draft_parts(world().case, draft)
    assert (parts["same_agency"], parts["juniors"]) == (-12, -6)
    assert score(world().case, draft) == points_of(world().bench, draft)
    assert draft_parts(world().case, {})["region_shortfall"] == -20
    assert points_of(world().bench, {}) == -20


def test_every_hard_rule_is_told_by_its_name() -> None:
    assert "own-conditions: R9-002" in found(niki=("R9-001", "R9-002"))
    assert "own-conditions: R9-003" in found(niki=("R9-003", "R9-001"))
    both = found(mori=("R9-001", "R9-002"), niki=("R9-001", "R9-005"))
    assert "one-team: R9-001が2のチーム" in both
    assert "team-count: 2チームありますが、1チームまで" in both
    assert "team-size:" in found(mori=("R9-001",))
    assert "least-agencies:" in found(mori=("R9-001", "R9-003"))
    assert "lead-rank:" in found(mori=("R9-002", "R9-003"))


def test_decisions_are_told_by_list_and_place() -> None:
    wrong = found(niki=("R9-001", "R9-005"))
    assert "locks[1]のとおりになっていません" in wrong
    assert "served[1]のとおりになっていません" in wrong
    assert "forbids[1]" in found(mori=("R9-001", "R9-005"))


def test_who_did_not_apply_or_withdrew_is_told() -> None:
    assert "R9-004: 数えられる応募がありません" in found(mori=("R9-001", "R9-004"))
    assert "R9-999: " in found(mori=("R9-001", "R9-999"))
    assert "032034町: 数えられる応募がありません" in found(nowhere=("R9-001", "R9-002"))
