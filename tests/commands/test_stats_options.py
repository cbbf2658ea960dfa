"""`banso stats`: dimensions, conditions, order, the largest classes."""

from __future__ import annotations

from banso_cli.statistics.dimensions import DIMENSIONS, STATUS, dimension
from tests.commands.running import Banso
from tests.statistics.rosters import real_counting


def test_the_help_names_all_dimensions(banso: Banso) -> None:
    shown = banso("stats", "--help").out.replace("\n", "").replace(" ", "")
    assert "、".join(f"{each.id}（{each.noun}）" for each in DIMENSIONS) in shown
    assert all(dimension(name) is each for each in DIMENSIONS for name in each.names)


def test_several_dimensions_are_parted_by_commas(banso: Banso) -> None:
    once = banso("stats", "--by", "rank, status,rank", "--by", "rank").out
    assert [line for line in once.splitlines() if line.startswith("■ ")] == [
        "■ 役職",
        "■ 新規・継続別 伴走支援自治体数",
    ]


def test_conditions_narrow_down_and_are_told(banso: Banso) -> None:
    run = banso("stats", "--where", "prefecture=長野県", "--where", "rank=課長級", "--by", "agency")
    assert run.code == 0
    assert "※ 都道府県が長野県のものに限る。" in run.out
    assert "※ 役職が課長級のものに限る。" in run.out
    assert [line.split()[:2] for line in run.out.splitlines() if line.startswith("計")] == [
        ["計", "2"]
    ]
    assert "公表値との照合" not in banso("stats", "--where", "prefecture=長野県").out
    assert (
        "※ 地域が中国のものに限る。"
        in banso("stats", "--where", "region=中国", "--cross", "rank,status").out
    )


def test_the_largest_classes_and_the_others(banso: Banso) -> None:
    out = banso("stats", "--by", "agency", "--top", "2", "--cross", "agency,region").out
    rows = [line.split()[:2] for line in out.splitlines() if line.startswith(("国土", "その他"))]
    assert rows[:2] == [["国土交通省", "40"], ["その他", "212"]]
    assert "※ その他は30区分の計。" in out


def test_classes_in_another_order(banso: Banso) -> None:
    out = banso("stats", "--by", "rank", "--sort", "count").out
    ranks = [line.split()[0] for line in out.splitlines() if "%" in line]
    assert ranks == ["補佐級", "係長級", "課長級", "企画官・室長級", "指定職"]


def test_the_order_of_the_definition_is_kept_where_it_is_asked_for(banso: Banso) -> None:
    def agencies(*arguments: str) -> list[str]:
        lines = banso("stats", "--by", "agency", *arguments).out.splitlines()
        return [line.split()[0] for line in lines if "%" in line]

    listed = banso("list", "agencies").out
    defined, usual = agencies("--sort", "definition"), agencies()
    assert usual[:2] == ["国土交通省", "総務省"]
    assert usual == agencies("--sort", "count")
    assert sorted(defined) == sorted(usual)
    places = [listed.index(f"\n{name}") for name in defined]
    assert places == sorted(places)


def test_sums_of_repetitions_are_told(banso: Banso) -> None:
    out = banso("stats", "--cross", "rank,theme", "--cross", "theme,rank").out
    first, second = out.split("■ ")[1:]
    assert first.splitlines()[1].split()[-1] == "延べ計"
    (sums,) = (line for line in first.splitlines() if line.startswith("計"))
    assert sums.split() == ["計", "3", "3", "3", "276", "285"]
    assert second.splitlines()[1].split()[-1] == "計"
    assert "\n延べ計 " in second
    for text in (first, second):
        assert "※ 支援テーマの区分の和は延べ数。支援官の実数は279名。" in text


def test_the_terminal_shows_the_figures_of_every_table(banso: Banso) -> None:
    """Read back class, number and share of each line: they are those of the tables."""
    out = banso("stats", "--by", ",".join(each.id for each in DIMENSIONS)).out
    blocks = dict(block.split("\n", 1) for block in out.split("■ ")[1:] if "区分" in block)
    compared = 0
    for by in DIMENSIONS:
        table = real_counting().table(by)
        if not table.rows:
            assert table.title not in blocks
            continue
        lines: list[list[str]] = []
        for words in map(str.split, blocks[table.title].splitlines()[1:]):
            if len(words) == 1:  # the rest of a long class
                lines[-1][0] += words[0]
            elif words:
                lines.append(words)
        for line, row in zip(lines, table.rows, strict=False):
            shares = [word for word in line if word.endswith("%")]
            assert line[:2] == [row.key, f"{row.count:,}"]
            assert by is STATUS or shares == ([f"{row.share}%"] if row.share is not None else [])
            compared += 1
        assert lines[len(table.rows)][:2] == ["計", f"{table.total:,}"]
    assert compared > 80


def test_a_value_may_be_written_by_its_other_names(banso: Banso) -> None:
    for command in (("stats", "--by", "役職"), ("list", "チーム")):
        whole = banso(*command, "--where", "agency=農林水産省").out
        for other in ("所属府省庁等=農水省", "府省庁=農林水產省", "省庁= 農林水産省 "):
            assert banso(*command, "--where", other).out == whole
        wrong = banso(*command, "--where", "都道府県=長野")
        assert (wrong.code, wrong.out) == (2, "")
        assert "もしかして: 長野県" in wrong.err
    region = banso("stats", "--by", "rank", "--where", "市・町・村の別=村").out
    assert "市・町・村の別が村のものに限る。" in region
