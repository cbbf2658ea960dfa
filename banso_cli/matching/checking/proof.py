"""A certificate looked at again: what it proves that no draft exceeds, in whole numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from banso_cli.locale import _
from banso_cli.matching.checking.checker import Bench
from banso_cli.matching.checking.teams import LARGEST, Left, Numbers, Paid, Said, Teams, Wrong


def bound_of(bench: Bench, certificate: Mapping[str, Any]) -> int:
    """Return the score that no draft exceeds by a certificate; a failure where it is none."""
    return _Proof(Said(bench, certificate)).bound()


class _Proof:
    def __init__(self, said: Said) -> None:
        self.said, self.bench, self.codes = said, said.bench, said.codes

    def bound(self) -> int:
        """Return the score that no draft exceeds; a failure where that is not proven."""
        over = max(
            0,
            self._all(self.said.paid, [self.said.most[code] for code in self.codes])
            - self.said.value,
        )
        near = [self._near(at, over) for at in range(len(self.codes))]
        if over:
            left = Left(
                np.repeat(np.arange(len(near)), [len(each.values) for each in near]),
                np.concatenate([each.members for each in near]),
                np.concatenate([each.values for each in near]),
            )
            self._hold(left)
        return self.said.value // self.said.point

    def _all(self, paid: Paid, most: Sequence[int]) -> int:
        """Return what no draft is worth more than, where no team is, less what it pays."""
        due = self.said.due
        short = self.bench.by.deductions.region_shortfall * self.said.point
        if any(each > short for each in paid.regions.values()):
            raise Wrong(_("the certificate has a wrong number: {name}").format(name="regions"))
        fixed = sum(paid.officers.values()) + paid.team * self.bench.most_teams
        fixed -= sum(each * due[region] for region, each in paid.regions.items())
        worth = zip(self.codes, most, strict=True)
        return fixed + sum(
            each if code in self.said.musts else max(0, each) for code, each in worth
        )

    def _hold(self, teams: Left) -> None:
        """Fail where a leaf of the tree does not prove the value for the teams that it leaves."""
        waiting = [teams]
        for node in self.said.tree:
            if not waiting:
                raise Wrong(_("the certificate has a wrong tree"))
            left = waiting.pop()
            if "officer" in node:
                officer, code = node["officer"], node.get("municipality")
                if officer not in self.said.officers or code not in self.codes:
                    raise Wrong(_("the certificate splits what is no seat"))
                waiting += left.parted(self.said.number[officer], self.codes.index(code))
                continue
            paid = self.said.paid.changed(self.bench, self.said.due, node)
            most = np.full(len(self.codes), -LARGEST)
            np.maximum.at(most, left.places, self._nets(left, paid))
            if self._all(paid, most.tolist()) > self.said.value:
                raise Wrong(_("the certificate does not prove what it says"))
        if waiting:
            raise Wrong(_("the certificate has a wrong tree"))

    def _nets(self, left: Left, paid: Paid) -> Numbers:
        """Return what teams are worth less what they pay."""
        officers = [paid.officers.get(each, 0) for each in self.said.officers]
        given = [paid.regions.get(self.bench.where[code][2], 0) - paid.team for code in self.codes]
        own = left.values + np.array(given, dtype=np.int64)[left.places]
        nets: Numbers = own - np.array([*officers, 0])[left.members].sum(axis=1)
        return nets

    def _near(self, at: int, over: int) -> Left:
        """Return the teams that a draft may have which is worth more than the value.

        A failure where one is worth more than the certificate says.
        """
        code = self.codes[at]
        most = self.said.most[code] if code in self.said.musts else max(0, self.said.most[code])
        found = Teams(self.said, code).found(most - over)
        own = Left(np.full(len(found.values), at), found.members, found.values)
        if (self._nets(own, self.said.paid) > most).any():
            words = _("the certificate has a team in {place} that is worth too much")
            raise Wrong(words.format(place=self.bench.named(code)))
        return own
