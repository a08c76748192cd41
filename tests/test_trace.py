"""The way of one item, in words and as a picture."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from sharecheck.cli import cli
from sharecheck.report.style import Style
from sharecheck.report.trace import trace
from sharecheck.workspace import Workspace
from tests.rules.examples import TODAY

LEAKY = Path(__file__).parent.parent / "protocols" / "leaky"


@pytest.fixture(scope="module")
def leaky() -> Workspace:
    return Workspace.open(LEAKY, as_of=TODAY)


def told(leaky: Workspace, item: str, party: str) -> list[str]:
    return trace(leaky, item, party, Style(root=LEAKY))[0].splitlines()


def test_a_way_fits_into_the_terminal_and_says_how_late_it_is(leaky: Workspace) -> None:
    lines = told(leaky, "identity", "family-hub")
    assert lines[0] == "leaky: identity to family-hub late by up to 4 days"
    assert lines[-2:] == [
        "  3. births-list brings it to family-hub at 7 weeks at the latest, coded",
        "     pregnancy-and-birth.yaml:153",
    ]
    assert max(map(len, lines)) <= 80


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
