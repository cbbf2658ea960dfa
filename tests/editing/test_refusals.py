"""Lists that are refused: each fault with its line, and everything at once."""

from pathlib import Path

import pytest

from banso_cli.files.failure import Failure
from banso_cli.intake.importing import import_list
from banso_cli.records.agency import Agency, AgencyList
from banso_cli.records.municipality import Municipality
from banso_cli.records.periods.programme import Programme, Rank
from banso_cli.records.roster import Roster

HEADING = "市町村名\t所属府省庁\t役職"
MORI = "01.北海道森町\t総務省\t補佐級"


def refused(lines: list[str], roster: Roster, folder: Path) -> Failure:
    file = folder / "list.txt"
    file.write_text("\n".join(lines), encoding="utf-8")
    with pytest.raises(Failure) as caught:
        import_list(file, 2, roster, "一覧表")
    return caught.value


def refusals_of(lines: list[str], roster: Roster, folder: Path) -> list[str]:
    """Return message and help of each refusal."""
    return [f"{each.message} ({each.help})" for each in refused(lines, roster, folder).refusals]


ROWS = "write each row as 市町村名 | 所属府省庁 | 役職"
FILL = "fill in the row; if it is a note, write ※ before it, or delete it"


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (
            [MORI, "\t財務省"],
            f"line 3: ' | 財務省' has 2 cells; the heading has 3 ({ROWS})",
        ),
        (
            [MORI, "\t財務省\t補佐級\t補佐級"],
            f"line 3: ' | 財務省 | 補佐級 | 補佐級' has 4 cells; the heading has 3 ({ROWS})",
        ),
        ([MORI, "\t\t補佐級"], f"line 3: ' |  | 補佐級' lacks 所属府省庁 ({FILL})"),
        ([MORI, "\t財務省\t"], f"line 3: ' | 財務省 | ' lacks 役職 ({FILL})"),
        (
            [MORI, "財務省 室長級"],
            (
                "line 3: '財務省 室長級' looks like a row, but has no tabs"
                " (put a tab between the cells)"
            ),
        ),
        (
            [MORI, "", "02.岩手県大船渡市 財務省"],
            (
                "line 4: '02.岩手県大船渡市 財務省' looks like a row, but has no tabs"
                " (put a tab between the cells)"
            ),
        ),
        (
            [MORI, "岩手県大船渡市\t総務省\t補佐級", "\t財務省\t補佐級", "\t財務省\t補佐級"],
            "line 3: '岩手県大船渡市' has no number (write number and name, such as 01.北海道森町)",
        ),
        (
            [MORI, "01.岩手県大船渡市\t総務省\t補佐級", "\t財務省\t補佐級"],
            (
                "line 3: number 1 岩手県大船渡市, but line 2 has 1 北海道森町"
                " (give each municipality a number of its own, or add --number-in-order)"
            ),
        ),
        (
            [MORI, "03.岩手県大船渡市\t総務省\t補佐級"],
            (
                "line 3: 3 岩手県大船渡市 stands where number 2 is due"
                " (the numbers go from 1 without a gap; if this is a part of a list, add --part)"
            ),
        ),
        (
            [MORI, "02.北海道森町\t総務省\t補佐級"],
            (
                "line 3: 北海道森町 is number 2 as well as number 1"
                " (a municipality has one team in a period; if the numbers count rows and not"
                " teams, add --number-in-order)"
            ),
        ),
        (
            [MORI, "", "\t財務省\t補佐級"],
            (
                "line 4: '財務省 補佐級' has no name, and no team near it has room"
                " (write number and name of its municipality in this row)"
            ),
        ),
        (
            ["01.北海道仁木町\t総務省\t補佐級"],
            (
                "line 2: the municipality '北海道仁木町' is not in municipalities/"
                " (add municipalities/014079-….yaml (北海道仁木町))"
            ),
        ),
        (
            ["01.長野県南木會町\t総務省\t補佐級"],
            (
                "line 2: the municipality '長野県南木會町' is not in municipalities/"
                " (did you mean: 長野県南木曽町)"
            ),
        ),
        (
            [MORI, "\t財務者\t補佐級"],
            "line 3: the agency '財務者' is not in agencies.yaml (did you mean: 財務省)",
        ),
        (
            [MORI, "\t財務省\t補左級"],
            "line 3: the rank '補左級' is not in programme.yaml (did you mean: 補佐級)",
        ),
    ],
)
def test_a_row_that_cannot_be_taken_is_named(
    rows: list[str], expected: str, roster: Roster, tmp_path: Path
) -> None:
    assert refusals_of([HEADING, *rows], roster, tmp_path) == [expected]


def test_all_faults_are_told_by_line(roster: Roster, tmp_path: Path) -> None:
    rows = [
        "01.北海道森町\t財務者\t補左級",
        "\t財務省",
        "02.岩手県大舟渡市\t財務省\t補佐級",
        "大船渡市\t財務省\t補佐級",
    ]
    error = refused([HEADING, *rows], roster, tmp_path)
    assert [refusal.message for refusal in error.refusals] == [
        "line 2: the agency '財務者' is not in agencies.yaml",
        "line 2: the rank '補左級' is not in programme.yaml",
        "line 3: ' | 財務省' has 2 cells; the heading has 3",
        "line 4: the municipality '岩手県大舟渡市' is not in municipalities/",
        "line 5: '大船渡市' has no number",
    ]
    assert [refusal.line for refusal in error.refusals] == [2, 2, 3, 4, 5]
    assert str(error) == "the list is refused (5 reasons); nothing was written"


def test_without_a_near_name_the_help_says_what_to_add(roster: Roster, tmp_path: Path) -> None:
    assert roster.programme
    assert roster.agency_list
    ranks = tuple(Rank(name=f"第{number}級") for number in range(20))
    agencies = tuple(Agency(name=f"第{number}庁", kind="府省庁") for number in range(20))
    programme = roster.programme.model_copy(update={"ranks": ranks})
    agency_list = roster.agency_list.model_copy(update={"agencies": agencies})
    longer = roster.having(Programme, (programme,)).having(AgencyList, (agency_list,))
    shown = refusals_of([HEADING, "01.北海道森町\t日本銀行\tCIO"], longer, tmp_path)
    assert [line.rpartition(" (")[2] for line in shown] == [
        "add it to agencies.yaml, with its kind)",
        "add it to the ranks of programme.yaml, as a name or an alias)",
    ]


def test_few_names_are_listed_in_the_help(roster: Roster, tmp_path: Path) -> None:
    shown = refusals_of([HEADING, "01.北海道森町\t財務省\tCIO"], roster, tmp_path)
    assert shown[0].endswith(" (write one of: 指定職, 課長級, 企画官・室長級, 補佐級, 係長級)")


def test_two_municipalities_with_the_same_letters_are_not_told_apart(
    roster: Roster, tmp_path: Path
) -> None:
    nagiso = roster.municipality_by_code["204234"]
    twin = nagiso.model_copy(update={"name": "南木 曽町"})
    twin.found_at(nagiso.places)
    twins = roster.having(Municipality, (*roster.municipalities, twin))
    shown = refusals_of([HEADING, "01.長野県南木曾町\t総務省\t補佐級"], twins, tmp_path)
    assert shown[0].startswith("line 2: the municipality '長野県南木曾町' is not in")
