"""Every team reads back as it was, whatever its file says."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from banso_cli.editing.edits import new_text
from banso_cli.reading.folder import read_roster
from banso_cli.reading.shape import read_record
from banso_cli.records.fields.record import RuleException, Source
from banso_cli.records.roster import Roster
from banso_cli.records.teams.activity import Activity
from banso_cli.records.teams.team import Member, PrintedMember, PrintedTeam, Team
from banso_cli.yaml.events import read_text
from tests.commands.running import ROSTER
from tests.editing.invented import texts

ID = "teams/2/032034-ofunato"

FULL = Team(
    number=12,
    municipality="032034",
    printed=PrintedTeam(municipality="大舩渡市"),
    status="continuing",
    themes=("産業振興", "環境"),
    members=(
        Member(agency="国土交通省", rank="課長級"),
        Member(
            agency="日本郵便",
            rank="補佐級",
            printed=PrintedMember(rank="課長補佐級"),
            role="オフィサー",
            gender="女性",
            track="技官",
            age=34,
        ),
    ),
    activities=(
        Activity(kind="online", date=dt.date(2026, 4, 30), subject="顔合わせ"),
        Activity(
            kind="visit",
            date=dt.date(2026, 6, 19),
            until=dt.date(2026, 6, 20),
            number=1,
            attended=(1, 2),
            places=("市役所", "小学校跡地"),
            sources=(Source(title="市のページ", url="https://example.jp/1#2"),),
        ),
    ),
    assumptions=("次の番号の団体と読んだ",),
    sources=(Source(title="一覧表"), Source(title="町のページ", of=("status",))),
    exceptions=(RuleException(rule="single-agency-team", reason="公表資料のとおり"),),
).named(ID)

FULL_TEXT = """\
# yaml-language-server: $schema=../../.schema/team.schema.json
number: 12
municipality: "032034"  # 岩手県大船渡市
printed: {municipality: 大舩渡市}
status: continuing
themes: [産業振興, 環境]
members:
  - agency: 国土交通省
    rank: 課長級
  - agency: 日本郵便
    rank: 補佐級
    printed: {rank: 課長補佐級}
    role: オフィサー
    gender: 女性
    track: 技官
    age: 34
activities:
  - kind: online
    date: 2026-04-30
    subject: 顔合わせ
  - kind: visit
    date: 2026-06-19
    until: 2026-06-20
    number: 1
    attended: [1, 2]
    places:
      - 市役所
      - 小学校跡地
    sources:
      - title: 市のページ
        url: "https://example.jp/1#2"
assumptions:
  - 次の番号の団体と読んだ
sources:
  - title: 一覧表
  - title: 町のページ
    of: [status]
exceptions:
  - rule: single-agency-team
    reason: 公表資料のとおり
"""


def read_back(text: str) -> Team:
    reading = read_text(text, "teams/2/x.yaml", "teams/2/x")
    assert reading.tree is not None
    team, faults = read_record(Team, reading.tree, "teams/2/x.yaml", "teams/2/x")
    assert faults == []
    assert team is not None
    return team


def test_keys_stand_in_the_order_of_their_declaration(roster: Roster) -> None:
    assert new_text(FULL, roster) == FULL_TEXT
    assert read_back(FULL_TEXT) == FULL


def test_a_team_without_members_has_no_key_for_them(roster: Roster) -> None:
    team = Team(number=1, municipality="032034", members=(), sources=())
    text = new_text(team.named(ID), roster)
    assert "members" not in text.replace("schema", "")
    assert text.endswith("\nsources: []\n")
    assert read_back(text) == team


words = texts()


@given(
    number=st.integers(0, 10**15 - 1),
    themes=st.lists(words),
    printed=words,
    title=words,
    assumptions=st.lists(words),
)
def test_any_team_reads_back(
    number: int,
    themes: list[str],
    printed: str,
    title: str,
    assumptions: list[str],
    roster: Roster,
) -> None:
    member = Member(agency=title, rank=printed, printed=PrintedMember(agency=printed))
    team = Team(
        number=number,
        municipality="032034",
        printed=PrintedTeam(municipality=printed),
        themes=tuple(themes),
        members=(member,),
        assumptions=tuple(assumptions),
        sources=(Source(title=title, of=tuple(themes)),),
    )
    assert read_back(new_text(team.named(ID), roster)) == team


def test_the_teams_of_the_public_roster_read_back() -> None:
    public = read_roster(ROSTER)
    for team in public.teams:
        text = new_text(team, public)
        assert read_back(text) == team
