"""Members of a list are those of a file only where there is no doubt."""

from __future__ import annotations

import datetime as dt

import pytest

from banso_cli.intake.assumptions import OFFICERS
from banso_cli.intake.keeping import Pairing, kept, paired
from banso_cli.records.fields.record import Source
from banso_cli.records.teams.activity import Activity
from banso_cli.records.teams.team import Member, PrintedMember, Team

A = Member(agency="総務省", rank="補佐級")
A_HIGHER = Member(agency="総務省", rank="課長級")
A_PRINTED = A.model_copy(update={"printed": PrintedMember(rank="課長補佐級")})
A_OLD = A.model_copy(update={"age": 61})
B = Member(agency="財務省", rank="補佐級")
C = Member(agency="環境省", rank="係長級")
POST = Member(agency="日本郵便", rank="課長級", role="オフィサー")


@pytest.mark.parametrize(
    ("before", "after", "origins", "certain"),
    [
        ((A, B, C), (C, A, B), (2, 0, 1), {0, 1, 2}),
        ((A, B), (A, B, C), (0, 1, None), {0, 1}),
        ((A, B, C), (A, B), (0, 1), {0, 1}),
        ((A, A_OLD), (A, A), (0, 1), {0, 1}),  # nothing differs
        ((A, A, B), (B, A, A), (2, 0, 1), {0, 1, 2}),  # nobody can tell them apart
        ((A, A_OLD, B), (B, A, A), (2, 0, 1), {2}),
        ((A, A_PRINTED, B), (B, A_PRINTED, A), (2, 1, 0), {0, 1, 2}),
        ((A, A_PRINTED, B), (B, A, A), (2, 0, 1), {2}),
        ((A, B), (A, A, B), (0, None, 1), {1}),
        ((A, B), (B, A_HIGHER), (1, 0), {1}),  # the same seat, maybe another person
        ((A, B), (B, C), (1, 0), {1}),
    ],
)
def test_who_is_who(
    before: tuple[Member, ...],
    after: tuple[Member, ...],
    origins: tuple[int | None, ...],
    certain: set[int],
) -> None:
    assert paired(before, after, ()) == Pairing(origins, frozenset(certain))


def test_two_of_one_seat_are_told_apart_by_what_they_attended() -> None:
    attended = [Activity(kind="visit", date=dt.date(2026, 6, 1), attended=(2,))]
    assert paired((A, A, B), (B, A, A), attended).certain == {2}


def team(*members: Member, **values: object) -> Team:
    found = {"number": 1, "municipality": "013455", "members": members, "sources": ()}
    return Team.model_validate({**found, **values})


def test_a_role_that_was_decided_on_is_not_assumed_anew() -> None:
    without = POST.model_copy(update={"role": None})
    listed = team(A, POST, assumptions=(OFFICERS,), sources=(Source(title="一覧"),))
    earlier = team(POST.model_copy(update={"role": None}), A)
    found = kept(listed, earlier, cites=False).team
    assert (found.members, found.assumptions) == ((A, without), ())
    assert found.sources == (Source(title="一覧"),)
    joined = kept(listed, team(A), cites=False).team
    assert (joined.members, joined.assumptions) == ((A, POST), (OFFICERS,))


def test_a_printed_form_goes_with_the_word_that_it_stands_for() -> None:
    listed = team(B, A)
    assert kept(listed, team(A_PRINTED, B), cites=False).team.members == (B, A_PRINTED)
    higher = kept(team(A_HIGHER), team(A_PRINTED), cites=False).team
    assert higher.members == (A_HIGHER,)
    printed = kept(team(A_PRINTED), team(A), cites=False).team
    assert printed.members == (A_PRINTED,)


def test_an_assumption_on_the_same_rows_is_put_anew() -> None:
    text = "一人目の行（内閣府・係長級）は一覧表で市町村名が空欄。次に名のあるこの団体と読んだ"
    earlier = team(A, assumptions=("手で書いた推定", text))
    listed = team(A, assumptions=(f"{text}。別の団体の可能性がある", "さらに"))
    found = kept(listed, earlier, cites=False).team
    assert found.assumptions == ("手で書いた推定", *listed.assumptions)
    assert kept(team(A), earlier, cites=False).team == earlier


def test_a_source_is_added_where_it_is_told_or_something_changes() -> None:
    url = Source(title="一覧", url="https://example.jp/", of=("members",))
    listed = team(A, sources=(Source(title="一覧"),))
    assert kept(listed, team(A), cites=False).team.sources == ()
    assert kept(listed, team(A), cites=True).team.sources == listed.sources
    assert kept(listed, team(A, sources=(url,)), cites=True).team.sources == (url,)


def test_numbers_of_nobody_are_not_given_to_somebody() -> None:
    visit = Activity(kind="visit", date=dt.date(2026, 6, 1), attended=(1, 3))
    assert kept(team(A, B, C), team(A, B, activities=(visit,)), cites=False).lost == (
        "attended: 3",
    )
    assert kept(team(A, B), team(A, B, activities=(visit,)), cites=False).lost == ()
    assert kept(team(A), team(A, A_OLD), cites=False).lost == ("総務省 補佐級",)
