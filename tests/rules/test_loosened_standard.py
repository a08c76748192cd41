"""What a local catalogue or pathway asks less of than the national one; tightening is silent."""

import pytest

from sharecheck.finding import Severity
from sharecheck.rules.structure.loosened_standard import loosened_standard
from sharecheck.standards import catalogue, pathway
from tests.rules.examples import workspace

CATALOGUE = "sharecheck: catalogue/1\nid: words\n"
PATHWAY = "sharecheck: pathway/1\nid: {id}\nnation: england\nextends: {extends}\n"
COUNTY = """\
sharecheck: pathway/1
id: county
nation: england
events:
  - {id: visit, title: Visit, window: {age: {from: P10D, to: P14D}}}
  - {id: check, title: Check, window: {age: {from: P20D, to: P30D}}}
transitions:
  - id: handover
    title: Handover
    to: health-visiting
    at: visit
    plus: P1D
    source: qs37-1
    strength: national-standard
    verified: "yes"
    needs:
      - {item: growth, weight: critical, form: structured}
      - {item: smoking, weight: useful}
"""
TOWN = COUNTY.replace("id: county", "id: town\nextends: county")


def told(*texts: str) -> list[str]:
    return [one.message for one in loosened_standard.check(workspace(*texts))]


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ("channels: [{id: telephone, title: T, form: verbal, secure: false, needs-looking: true}]", []),
        (
            "channels: [{id: fax, title: Fax, form: coded, secure: true}]",
            [
                "`fax` has `form: coded`; the national catalogue has `form: paper`",
                "`fax` has `secure: true`; the national catalogue does not",
            ],
        ),
        (
            "channels: [{id: parent-held-record, title: Red book, form: paper, secure: false}]",
            [
                "`parent-held-record` does not have `carried-by-parent: true`; the national catalogue does",
                "`parent-held-record` does not have `household-can-see: true`; the national catalogue does",
            ],
        ),
        (
            "items: [{id: smoking, title: Smoking, about: child, if-missing: nobody asks again}]",
            [
                "`smoking` is about `child`; the national catalogue has it about `mother` and `household`",
                "`smoking` does not have `special-category: true`; the national catalogue does",
            ],
        ),
        (
            "items: [{id: growth, title: G, about: [child, mother], special-category: true, identifier: true, "
            "offence: true, if-missing: nobody sees it}]",
            ["`growth` has `identifier: true`; the national catalogue does not"],
        ),
        ("items: [{id: shoe-size, title: Shoes, about: child, identifier: true, if-missing: they pinch}]", []),
    ],
)
def test_a_local_catalogue(entry: str, said: list[str]) -> None:
    assert told(f"{CATALOGUE}{entry}\n") == said


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("plus: P1D", "plus: PT12H", []),
        ("plus: P1D", "plus: P2D", ["`handover` says `plus: P2D`; `county` allows `plus: P1D`"]),
        ("    plus: P1D\n", "", []),
        ("at: visit", "at: check", ["`handover` is due at 3 weeks; `county` has it due at 11 days"]),
        ("to: P14D", "to: P12D", []),
        ("from: P10D", "from: P12D", []),
        ("to: P14D", "to: P16D", ["`visit` can be as late as 16 days; `county` plans it at 14 days at the latest"]),
        (
            "to: health-visiting",
            "to: general-practice",
            ["`handover` hands over to `general-practice`; `county` hands over to `health-visiting`"],
        ),
        (
            "    at: visit",
            "    applies-to: movers\n    at: visit",
            ["`handover` is for `movers` only; `county` has it for all children"],
        ),
        (
            "weight: critical",
            "weight: important",
            ["`handover` needs `growth` as `important`; `county` needs it as `critical`"],
        ),
        (
            ", form: structured",
            "",
            ["`handover` needs `growth` as `paper` or better; `county` needs it as `structured` or better"],
        ),
        ("weight: useful", "weight: critical, form: coded", []),
        ("      - {item: smoking, weight: useful}\n", "", ["`handover` does not ask for `smoking`; `county` does"]),
        ("      - {item: smoking", "      - {item: address, weight: critical}\n      - {item: smoking", []),
        (
            "    strength: national-standard\n",
            "",
            ["`handover` names no verified source for `growth`, so that a gap in it is no error; `county` names one"],
        ),
        ("  - {id: check,", "  - {id: walk,", []),
    ],
)
def test_a_local_pathway(old: str, new: str, said: list[str]) -> None:
    assert old in TOWN
    assert told(COUNTY, TOWN.replace(old, new)) == said


def test_a_need_is_kept_by_the_strictest_that_names_the_item() -> None:
    twice = "      - {item: growth, weight: useful, form: verbal}\n      - {item: growth"
    assert told(COUNTY, TOWN.replace("      - {item: growth", twice)) == []


def test_each_pathway_is_held_against_the_one_that_it_extends() -> None:
    village = COUNTY.replace("id: county", "id: village\nextends: town")
    looser, same = TOWN.replace("to: P14D", "to: P16D"), village.replace("to: P14D", "to: P16D")
    assert told(COUNTY, looser, same) == [
        "`visit` can be as late as 16 days; `county` plans it at 14 days at the latest"
    ]


def test_the_window_of_an_event_with_a_limit_is_a_matter_of_that_limit() -> None:
    text = PATHWAY.format(id="northshire", extends="england")
    review = "  - {id: two-year-review, title: Review, window: {age: {from: P24M, to: P32M}}}\n"
    assert told(f"{text}events:\n{review}") == []


@pytest.mark.parametrize(("key", "to"), [("events", "P16D"), ("needs", "P14D")])
def test_a_reason_makes_it_information(key: str, to: str) -> None:
    reasoned = TOWN.replace("to: P14D}}}", f"to: {to}}}}}, because: the clinic moved}}")
    if key == "needs":
        reasoned = TOWN.replace("weight: useful", "weight: useful, form: verbal, because: nobody writes it")
    (found,) = loosened_standard.check(workspace(COUNTY, reasoned))
    assert found.severity is Severity.INFORMATION
    assert found.help is not None
    assert found.help.startswith("look at it at each review; it says because: ")


@pytest.mark.parametrize("strength", ["local-practice", "proposal"])
@pytest.mark.parametrize(
    ("old", "new"),
    [("plus: P1D", "plus: P2D"), ("weight: critical", "weight: important"), ("to: P14D", "to: P16D")],
)
def test_what_some_places_do_is_not_what_children_are_owed(strength: str, old: str, new: str) -> None:
    county = COUNTY.replace("national-standard", strength)
    county = county.replace("to: P14D}}", f"to: P14D}}}}, strength: {strength}")
    (found,) = loosened_standard.check(workspace(county, TOWN.replace(old, new)))
    assert found.severity is Severity.INFORMATION
    assert found.consequence == "less is asked of what some places do; whether it is owed here, no source says"


def test_a_need_of_a_strength_of_its_own_is_judged_by_that() -> None:
    county = COUNTY.replace("form: structured}", "form: structured, strength: local-practice}")
    (found,) = loosened_standard.check(workspace(county, TOWN.replace("weight: critical", "weight: important")))
    assert found.severity is Severity.INFORMATION


def test_what_is_extended_and_not_here_is_no_measure() -> None:
    assert told(TOWN) == told(TOWN, COUNTY.replace("nation: england", "nation: england\nextends: town")) == []


def test_a_pathway_that_extends_what_is_not_here_is_not_held_against_the_nations() -> None:
    booking = "events:\n  - {id: booking, title: Booking, window: {gestation: {from: P8W, to: P14W}}}\n"
    assert told(PATHWAY.format(id="town", extends="county") + booking) == []
    assert len(told(PATHWAY.format(id="town", extends="england") + booking)) == 1


def test_the_national_ones_are_not_looser_than_themselves() -> None:
    assert catalogue().channels
    assert pathway("england").transitions
    assert told() == []
