"""Proofs of drafts as they are written, of any depth, and as somebody has altered them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.commands.running import Banso


def a_split(certificate: Any) -> dict[str, str]:  # noqa: ANN401 - any JSON
    """Return a split of a certificate's tree on any seat."""
    return {
        "officer": next(iter(certificate["officers"])),
        "municipality": next(iter(certificate["municipalities"])),
    }


def test_a_proof_may_be_of_any_depth(banso: Banso, roster: Path, drafted: Path) -> None:
    file, splits = drafted / "certificate.json", 1500
    document = json.loads(file.read_text("utf-8"))
    tree = [a_split(document)] * splits + document["tree"] * (splits + 1)
    file.write_text(json.dumps({**document, "tree": tree}), encoding="utf-8")
    run = banso("match", "--period", "3", "--roster", roster, "--check", drafted)
    assert "証明できました" in run.out


def test_a_certificate_that_was_tampered_with_proves_nothing(
    banso: Banso, roster: Path, drafted: Path
) -> None:
    file = drafted / "certificate.json"
    document = json.loads(file.read_text("utf-8"))
    split = a_split(document)
    strangers: tuple[object, ...] = ("R9-999", [], 1)
    trees: tuple[object, ...] = ({}, [], [1], [{}, {}], [split, {}])
    for broken in (
        {**document, "officers": {}},
        {**document, "officers": {"R9-999": 1}},
        {**document, "regions": {"東北": document["point"] << 20}},
        {**document, "team": -1},
        {**document, "point": 1},
        {**document, "municipalities": {}},
        {**document, "municipalities": dict.fromkeys(document["municipalities"], 0)},
        {**document, "value": document["value"] - 2 * document["point"]},
        *({**document, "tree": tree} for tree in trees),
        *({**document, "tree": [{**split, "officer": one}, {}, {}]} for one in strangers),
    ):
        file.write_text(json.dumps(broken), encoding="utf-8")
        run = banso("match", "--period", "3", "--roster", roster, "--check", drafted)
        assert "証明できました" not in run.out
        assert (run.code == 1) or "超えません" in run.out
    file.write_text("[", encoding="utf-8")
    run = banso("match", "--period", "3", "--roster", roster, "--check", drafted)
    assert (run.code, "証明として読めません" in run.err) == (1, True)
