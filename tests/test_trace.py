"""The way of one item, in words and as a picture."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from sharecheck import reading
from sharecheck.cli import cli
from sharecheck.planning.trace import trace as needed
from sharecheck.report.style import Style
from sharecheck.report.trace import MAX_WAYS, trace
from sharecheck.workspace import Workspace
from tests.rules.examples import TODAY

LEAKY = Path(__file__).parent.parent / "protocols" / "leaky"


@pytest.fixture(scope="module")
def leaky() -> Workspace:
    return Workspace.open(LEAKY, as_of=TODAY)


RECORDED_TWICE = {
    "area.yaml": """\
sharecheck: area/1
id: small
nation: england
pathway: small
protocols: complete
parties:
  - {id: maternity, service: midwifery}
  - {id: health-visiting, service: health-visiting}
""",
    "pathway.yaml": """\
sharecheck: pathway/1
id: small
nation: england
events:
  - {id: birth, title: Birth, window: {age: {from: P0D, to: P0D}}}
  - {id: worry, title: Worry, window: {age: {from: P5D, to: P6D}}, applies-to: [safeguarding, sen]}
  - {id: unit, title: Unit, window: {age: {from: P10D, to: P12D}}, applies-to: neonatal}
  - {id: visit, title: Visit, window: {age: {from: P20D, to: P24D}}}
records:
  - {service: midwifery, event: worry, items: [discharge-summary]}
  - {service: midwifery, event: unit, items: [discharge-summary]}
transitions:
  - id: handover
    title: Handover
    to: health-visiting
    at: visit
    applies-to: neonatal
    needs: [{item: discharge-summary, weight: critical}]
""",
    "births.yaml": """\
sharecheck: protocol/1
id: births
status: in-force
flows:
  - id: summary
    from: maternity
    to: health-visiting
    when: {event: unit}
    within: P1D
    channel: system-message
    items: [discharge-summary]
""",
}


def test_the_way_is_one_that_there_is_for_the_children_whose_need_it_is() -> None:
    """What is written down for other children only is no way to this need, however early it is."""
    texts = RECORDED_TWICE.items()
    documents = [reading.read_bytes(Path(name), text.encode(), named=True) for name, text in texts]
    lines = trace(needed(Workspace(documents, TODAY), "discharge-summary", "health-visiting"), Style()).splitlines()
    assert [line for line in lines if line[:4] in ("  1.", "  2.")] == [
        "  1. maternity records it at unit, at 12 days at the latest, coded",
        "  2. summary brings it to health-visiting at 13 days at the latest, coded",
    ]


def told(leaky: Workspace, item: str, party: str) -> list[str]:
    return trace(needed(leaky, item, party), Style(root=LEAKY)).splitlines()


def test_a_way_fits_into_the_terminal_and_says_how_late_it_is(leaky: Workspace) -> None:
    lines = told(leaky, "identity", "family-hub")
    assert lines[0] == "leaky: identity to family-hub late by up to 4 days"
    assert lines[-2:] == [
        "  3. births-list brings it to family-hub at 7 weeks at the latest, coded",
        "     pregnancy-and-birth.yaml:153",
    ]
    assert max(map(len, lines)) <= 80


@pytest.mark.parametrize(
    ("width", "head"),
    [
        (46, ["leaky: identity to family-hub", "     late by up to 4 days"]),
        (26, ["leaky: identity to", "     family-hub", "     late by up to 4 days"]),
    ],
)
def test_the_first_line_fits_into_the_terminal_as_well(leaky: Workspace, width: int, head: list[str]) -> None:
    lines = trace(needed(leaky, "identity", "family-hub"), Style(width, root=LEAKY)).splitlines()
    assert lines[: len(head)] == head


def test_who_would_hold_it_only_on_a_condition_is_not_said_to_hold_it(leaky: Workspace) -> None:
    """The GP would learn the goals of therapy by an agreement that has not begun."""
    assert [line for line in told(leaky, "therapy-goals", "schools") if "hold" in line] == [
        "  `speech-therapy` holds it at 3 years 6 months; no way leads on",
        "  `parent` holds it at 3 years 6 months; no way leads on",
    ]


def test_what_nobody_records_is_said_to_be_recorded_by_nobody(leaky: Workspace) -> None:
    assert told(leaky, "hearing-outcome", "general-practice")[-1] == "  nobody here records it"


def test_a_way_is_drawn_when_a_picture_is_asked_for() -> None:
    asked = ["trace", "identity", str(LEAKY), "--to", "family-hub", "--output-format", "svg"]
    done = CliRunner().invoke(cli, asked)
    assert done.stdout.startswith("<svg ")
    assert done.stdout.endswith("</svg>\n")


def test_of_very_many_ways_those_that_are_not_kept_come_first_and_the_rest_is_counted(leaky: Workspace) -> None:
    found = needed(leaky, "identity", "family-hub")
    [one] = [each for each in found if not each[1].kept][:1]
    kept = next((area, outcome) for area in leaky.areas for outcome in area.outcomes if outcome.kept)
    lines = trace((*[kept] * MAX_WAYS, one, one), Style(root=LEAKY)).splitlines()
    assert lines[-1] == "and 2 more, 0 of them not kept: `--output-format json` has them all"
    assert [line.endswith("kept") for line in lines if line.startswith("leaky: ")] == [
        *[False] * 2,
        *[True] * (MAX_WAYS - 2),
    ]
