"""What is worked out for a need does not grow with what it has nothing to do with."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module

import pytest

from sharecheck.network import NeedClassifier, build
from sharecheck.network.network import Part
from sharecheck.network.settle import Held
from tests.network.given import local


def area(teams: int) -> str:
    """A midwife, and teams that each write down what they need to be told sooner."""
    ids = [f"team-{number}" for number in range(teams)]
    parties = ", ".join(f"{{id: {id}, service: health-visiting}}" for id in ids)
    return f"""
parties: [{{id: maternity, service: midwifery}}, {parties}]
events:
  - {{id: birth, window: {{age: {{from: P0D, to: P0D}}}}}}
  - {{id: visit, window: {{age: {{from: P10D, to: P14D}}}}}}
  - {{id: review, window: {{age: {{from: P6W, to: P8W}}}}}}
records:
  - {{service: midwifery, event: birth, items: [growth]}}
  - {{service: health-visiting, event: review, items: [growth]}}
transitions:
  - {{id: visit, to: health-visiting, at: visit, needs: [{{item: growth, weight: critical}}]}}
flows:
  - {{id: summary, from: maternity, to: [{", ".join(ids)}], when: {{event: birth}}, within: P3W, items: [growth]}}
"""


@contextmanager
def counted(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[int]]:
    """The arcs and recordings of each pass that is made."""
    module = import_module("sharecheck.network.spread")
    sizes: list[int] = []
    before = module.settled

    def settled(moments: object, level: int, rank: int, part: Part, matching: Held | None = None) -> Held:
        sizes.append(len(part.arcs) + len(part.recordings))
        found: Held = before(moments, level, rank, part, matching)
        return found

    with monkeypatch.context() as patch:
        patch.setattr(module, "settled", settled)
        yield sizes


def work(teams: int, monkeypatch: pytest.MonkeyPatch) -> int:
    network = build(local(area(teams)))
    with counted(monkeypatch) as sizes:
        found = NeedClassifier(network).outcomes()
    assert [one.kind for one in found] == ["late"] * teams
    return sum(sizes)


def test_four_times_the_teams_are_four_times_the_work(monkeypatch: pytest.MonkeyPatch) -> None:
    """What each team is told by others was once worked out anew over all teams."""
    assert work(80, monkeypatch) <= 4.2 * work(20, monkeypatch)


def test_what_a_team_is_told_does_not_hang_on_how_many_there_are() -> None:
    few, many = (NeedClassifier(build(local(area(teams)))).outcomes()[0] for teams in (2, 40))
    assert (few.kind, few.late_by, len(few.hops)) == (many.kind, many.late_by, len(many.hops))
