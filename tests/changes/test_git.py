"""Earlier states of a roster, in repositories of every kind and under every setting."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

from banso_cli.changes.git import Repository as Git
from banso_cli.changes.revisions import roster_at
from banso_cli.files.failure import Failure
from banso_cli.reading.folder import read_roster
from banso_cli.reading.sources import LARGEST
from banso_cli.yaml.fault import FaultKind
from tests.changes.repository import TEAM, Repository

FAULT = ("themes: [産業振興]", "themes: [謎]")
NEW = ["teams/2/013455-mori unknown-theme"]


def refusal(roster: Path, revision: str) -> str:
    with pytest.raises(Failure) as refused:
        roster_at(roster, revision)
    return refused.value.help_line


@pytest.mark.parametrize("place", ["data/jp/roster", ".", "台帳\u3000", ":(top)", "a b"])
def test_a_roster_stands_anywhere_in_its_repository(tmp_path: Path, place: str) -> None:
    repository = Repository(tmp_path / "project\u3000", place)
    repository.edit(TEAM, *FAULT)
    assert repository.new_rules("HEAD") == NEW
    assert len(repository.change().lines) == 1


SETTINGS = (
    ("diff.external", "false"),
    ("diff.noprefix", "true"),
    ("diff.mnemonicPrefix", "true"),
    ("core.quotePath", "true"),
    ("core.attributesFile", "/nonexistent"),
    ("color.ui", "always"),
    ("diff.renames", "false"),
    ("log.showSignature", "true"),
)


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting[0])
def test_what_a_user_has_set_changes_nothing(
    repository: Repository, setting: tuple[str, str]
) -> None:
    repository.git("config", *setting)
    repository.edit(TEAM, *FAULT)
    assert repository.new_rules("HEAD") == NEW
    assert set(repository.change().lines) == {f"roster/{TEAM}"}


def test_attributes_leave_nothing_out(repository: Repository) -> None:
    attributes = repository.folder / ".gitattributes"
    attributes.write_text("*.yaml export-ignore export-subst -diff diff=none binary\n", "utf-8")
    repository.commit("attributes")
    repository.edit(TEAM, *FAULT)
    assert repository.new_rules("HEAD") == NEW
    assert len(repository.change().lines) == 1


def test_a_hook_of_a_linked_worktree_is_no_other_repository(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = Repository(tmp_path / "other")
    for name, text in (("GIT_DIR", ".git"), ("GIT_WORK_TREE", "."), ("GIT_INDEX_FILE", "index")):
        monkeypatch.setenv(name, str(other.folder / text))
    repository.git("worktree", "add", "--quiet", "-b", "linked", str(tmp_path / "linked"))
    repository.roster = tmp_path / "linked" / "roster"
    repository.edit(TEAM, *FAULT)
    assert repository.new_rules("main") == NEW


def test_a_shallow_clone_is_told_what_to_fetch(repository: Repository, tmp_path: Path) -> None:
    repository.edit(TEAM, *FAULT)
    repository.commit("later")
    clone = tmp_path / "clone"
    repository.git("clone", "--quiet", "--depth=1", repository.folder.as_uri(), str(clone))
    refused = refusal(clone / "roster", "HEAD~1")
    assert "git fetch --unshallow を実行" in refused
    assert "fetch-depth: 0 を指定" in refused
    assert refusal(clone / "roster", "mian").startswith("名前を確かめてください")
    assert "fetch-depth: 0 を指定" in refusal(clone / "roster", "mian")


def test_revisions_without_common_history_are_told(repository: Repository) -> None:
    repository.git("checkout", "--quiet", "--orphan", "other")
    repository.commit("another start")
    assert refusal(repository.roster, "main") == "いま開いているものと共通の履歴がありません"


def test_a_revision_that_git_does_not_know(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for revision in ("--output=x", "nothing", "", "HEAD:roster"):
        assert refusal(repository.roster, revision).startswith("名前を確かめてください")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert refusal(repository.roster, "HEAD").startswith("git を動かせません")


def test_a_folder_in_no_repository_is_told(tmp_path: Path) -> None:
    assert refusal(tmp_path, "HEAD").startswith("台帳が git のリポジトリの中にありません")


def test_a_damaged_repository_is_told(repository: Repository) -> None:
    (repository.folder / ".git" / "config").write_text("[", "utf-8")
    assert refusal(repository.roster, "HEAD").startswith("git の応答: ")


def test_an_object_that_is_lost_is_told(repository: Repository) -> None:
    name = repository.git("rev-parse", f"HEAD:roster/{TEAM}").strip()
    (repository.folder / ".git" / "objects" / name[:2] / name[2:]).unlink()
    assert name in refusal(repository.roster, "HEAD")


def test_links_are_read_as_they_were(repository: Repository) -> None:
    team = repository.roster / TEAM
    (repository.folder / "outside.yaml").write_bytes(team.read_bytes())
    team.unlink()
    team.symlink_to("../../../outside.yaml")
    inside = repository.roster / "municipalities" / "013455-mori.yaml"
    inside.rename(inside.with_name("real.txt"))
    inside.symlink_to("real.txt")
    repository.commit("links")
    before = repository.before("HEAD")
    assert "escaping-link" in {fault.kind.value for fault in before.faults}
    assert "013455" in before.municipality_by_code
    team.unlink()
    assert "teams/2/013455-mori escaping-link" not in repository.new_rules("HEAD")


def test_linked_folders_are_read_as_they_were(repository: Repository) -> None:
    (repository.roster / "teams" / "2").rename(repository.roster / "teams" / "there")
    (repository.roster / "teams" / "2").symlink_to("there", target_is_directory=True)
    for name, target in (("a.yaml", "b.yaml"), ("b.yaml", "a.yaml"), ("c.yaml", "none.yaml")):
        (repository.roster / "periods" / name).symlink_to(target)
    repository.commit("links")
    before, now = repository.before("HEAD"), read_roster(repository.roster)
    assert (before.teams, before.files) == (now.teams, now.files)
    assert {fault.place for fault in before.faults} == {fault.place for fault in now.faults}


def test_of_what_is_no_record_only_the_name_is_known(repository: Repository) -> None:
    for name in ("huge.yaml", "programme.xlsx", "README.md"):
        (repository.roster / "periods" / name).write_bytes(b"#" * (LARGEST + 1))
    repository.commit("large files")
    before = roster_at(repository.roster, "HEAD")
    assert before is not None
    assert before.read("periods/huge.yaml") == (FaultKind.OVERSIZED_FILE, str(LARGEST + 1))
    assert before.read("periods/programme.xlsx") == b""
    assert repository.new_rules("HEAD") == []


def test_a_sparse_checkout_has_removed_nothing(repository: Repository) -> None:
    repository.git("sparse-checkout", "set", "--no-cone", "/*", "!/roster/periods/1.yaml")
    assert not (repository.roster / "periods" / "1.yaml").exists()
    assert repository.new_rules("HEAD") == []


def test_another_repository_in_the_roster_is_passed_over(
    repository: Repository, tmp_path: Path
) -> None:
    other = Repository(tmp_path / "other")
    where = "roster/other"
    local = ("-c", "protocol.file.allow=always")
    repository.git(*local, "submodule", "--quiet", "add", str(other.folder), where)
    repository.commit("a submodule")
    before = roster_at(repository.roster, "HEAD")
    assert before is not None
    assert not any(file.startswith("other") for file in before.files())


def test_a_roster_in_a_submodule_has_the_history_of_the_submodule(
    repository: Repository, tmp_path: Path
) -> None:
    other = Repository(tmp_path / "other")
    local = ("-c", "protocol.file.allow=always")
    repository.git(*local, "submodule", "--quiet", "add", str(other.folder), "sub")
    repository.roster = repository.folder / "sub" / "roster"
    repository.edit(TEAM, *FAULT)
    assert repository.new_rules("HEAD") == NEW


def test_a_pointer_of_large_file_storage_stands_for_the_file_that_is_there(
    repository: Repository,
) -> None:
    team = repository.roster / TEAM
    data = team.read_bytes()
    other = repository.roster / "teams" / "2" / "032034-ofunato.yaml"
    kept = other.read_bytes()
    for file, meant in ((team, data), (other, b"another text")):
        name = sha256(meant).hexdigest()
        text = f"version https://git-lfs.example/spec/v1\noid sha256:{name}\nsize {len(meant)}\n"
        file.write_text(text, "utf-8")
    repository.commit("pointers")
    team.write_bytes(data)
    other.write_bytes(kept)
    assert [team.id for team in repository.before("HEAD").teams].count("teams/2/013455-mori") == 1
    assert set(repository.change().lines) == {"roster/teams/2/032034-ofunato.yaml"}


def test_git_is_asked_without_what_names_another_repository(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_DIR", "/nonexistent")
    asked = Git.of(repository.roster)
    assert "GIT_DIR" not in asked.environment
    assert asked.ask("rev-parse", "HEAD") == repository.git("rev-parse", "HEAD").encode()


def test_a_roster_that_was_moved_to_the_top_is_found_where_it_was(repository: Repository) -> None:
    repository.git("mv", *(f"roster/{each.name}" for each in repository.roster.iterdir()), ".")
    repository.roster = repository.folder
    before = repository.before("HEAD")
    assert (before.faults, len(before.teams)) == ((), 5)
    (repository.folder / "programme.yaml").unlink()
    repository.commit("moved, without a programme")
    assert {fault.kind for fault in repository.before("HEAD").faults} == {FaultKind.MISSING_FILE}
