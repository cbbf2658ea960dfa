"""A mistaken code is told by what stands beside it, and never by the next number."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from banso_cli.reading.folder import read_roster
from banso_cli.records.finding import Finding
from banso_cli.rules import check
from tests.conftest import BASE

TEAM = "teams/2/032034-ofunato.yaml"
MUNICIPALITY = "municipalities/032034-ofunato.yaml"
OFUNATO = '"032034"（岩手県大船渡市）と書いてください'


def found(tmp_path: Path, old: str, new: str, name: str = TEAM, to: str = "") -> list[Finding]:
    folder = shutil.copytree(BASE, tmp_path / "roster")
    file = folder / name
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")
    if to:
        file.rename(folder / to)
    return list(check(read_roster(folder)))


@pytest.mark.parametrize("name", [TEAM, MUNICIPALITY])
@pytest.mark.parametrize("written", ["32034", "03203", "3203", "'32034'", "03-2034", "032034x"])
def test_a_lost_zero_or_check_digit_comes_back(name: str, written: str, tmp_path: Path) -> None:
    (finding,) = found(tmp_path, '"032034"', written, name)
    assert (finding.rule, finding.help) == ("malformed-code", OFUNATO)
    assert finding.fixable


@pytest.mark.parametrize("name", [TEAM, MUNICIPALITY])
@pytest.mark.parametrize("written", ["大船渡市", "99", "0320341", "1"])
def test_other_digits_are_told_by_the_name_of_the_file_and_not_written(
    name: str, written: str, tmp_path: Path
) -> None:
    (finding,) = found(tmp_path, '"032034"', f'"{written}"', name)
    assert (finding.rule, finding.help) == ("malformed-code", OFUNATO)
    assert not finding.fixable


@pytest.mark.parametrize("written", ["032043", "023034", "030001", "032035"])
def test_a_code_with_a_wrong_digit_is_told_by_the_name_of_the_file(
    written: str, tmp_path: Path
) -> None:
    (finding,) = found(tmp_path, "032034", written)
    assert finding.help == OFUNATO


def test_the_name_in_the_comment_tells_the_code_in_a_file_of_another_name(tmp_path: Path) -> None:
    (finding,) = found(tmp_path, "032034", "32034", to="teams/2/ofunato.yaml")
    assert finding.help == OFUNATO
    assert finding.fixable


def test_a_file_and_a_comment_that_disagree_are_both_told(tmp_path: Path) -> None:
    (finding,) = found(
        tmp_path, '"032034"  # 岩手県大船渡市', '"99"  # 北海道森町', to="teams/2/014079-niki.yaml"
    )
    assert finding.help == (
        '次のいずれかを書いてください: "013455"（北海道森町）、"014079"（北海道仁木町）'
    )


def test_without_a_sign_nothing_is_guessed(tmp_path: Path) -> None:
    (finding,) = found(tmp_path, '"032034"  # 岩手県大船渡市', '"99"', to="teams/2/x.yaml")
    assert finding.help == '半角の数字6桁を引用符で囲んで書いてください（例: "013455"）'


def test_a_sound_code_that_the_name_given_confirms_wants_its_file(tmp_path: Path) -> None:
    (finding,) = found(
        tmp_path, '"032034"  # 岩手県大船渡市', '"032077"  # 岩手県久慈市', to="teams/2/x.yaml"
    )
    assert finding.rule == "unknown-municipality"
    assert finding.help == "municipalities/032077-….yaml（岩手県久慈市）を加えてください"


def test_the_printed_name_tells_the_code(tmp_path: Path) -> None:
    (finding,) = found(
        tmp_path,
        '"032034"  # 岩手県大船渡市',
        '"99"\nprinted: {municipality: 岩手県大船渡市}',
        to="teams/2/x.yaml",
    )
    assert finding.help == OFUNATO
