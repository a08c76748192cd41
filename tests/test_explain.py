"""Each kind of outcome and each barrier has its words, its rule and its place in the docs."""

from pathlib import Path
from typing import get_args

from sharecheck.explain import barrier_words, condition, kind_words
from sharecheck.explain.kinds import UNKNOWN_LETTER
from sharecheck.network import KINDS, Barrier, Kind
from sharecheck.network.facts import BarrierKind
from sharecheck.rule import Rule
from sharecheck.rules import rulebook
from tests.rules.examples import result_of

METHOD = (Path(__file__).parents[1] / "docs" / "method.md").read_text(encoding="utf-8")


def test_each_kind_has_a_letter_of_its_own() -> None:
    letters = [kind_words(kind).letter for kind in KINDS]
    assert len({*letters, UNKNOWN_LETTER}) == len(KINDS) + 1


def test_no_two_kinds_are_said_alike() -> None:
    for field in ("name", "phrase"):
        assert len({getattr(kind_words(kind), field) for kind in KINDS}) == len(KINDS)


def kinds_shown_by(rule: Rule) -> list[set[Kind]]:
    """The kinds of gap in each area of the first example of a rule, where that speaks of needs."""
    areas = result_of(rule, next(one for one in rule.examples if one.kind == "bad")).workspace.areas
    return [{one.kind for one in area.outcomes if not (one.kept or one.unknown)} for area in areas]


def test_each_kind_of_gap_has_a_rule_whose_first_example_shows_it() -> None:
    shown = [kinds for rule in rulebook() if rule.family == "GAP" for kinds in kinds_shown_by(rule)]
    assert [kind for kind in KINDS if kind != "kept" and {kind} not in shown] == []


def test_each_kind_is_explained_in_the_method() -> None:
    assert [kind for kind in KINDS if f"`{kind}`" not in METHOD and f"*{kind}*" not in METHOD] == []


def test_no_two_barriers_are_said_alike() -> None:
    every = get_args(BarrierKind)
    assert len({barrier_words(one).habit for one in every}) == len(every)
    assert len({condition(Barrier(one, "somebody")) for one in every}) == len(every)


def test_a_condition_names_who_it_hangs_on() -> None:
    assert condition(Barrier("looks", "gps")) == "`gps` looks for it"
    assert condition(Barrier("expired", "2026-01-31")) == "it is in force (it expired on 2026-01-31)"
