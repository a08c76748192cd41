"""Days near the ends of the calendar: every command and every rule answers."""

from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from sharecheck import check
from sharecheck.cli import cli
from sharecheck.rules import rulebook
from tests.rules.examples import workspace

ENDS = ("0001-01-01", "0001-12-31", "9999-01-01", "9999-12-31")
AREA = """\
sharecheck: area/1
id: northshire
nation: england
protocols: complete
births-a-year: 3000
parties:
  - {id: maternity, service: midwifery, assurance: [{scheme: dspt, until: DAY}]}
  - {id: visitors, service: health-visiting}
funding:
  - {id: grant, until: DAY, supports: [visitors]}
neighbours: [{area: southshire}]
"""
PROTOCOL = """\
sharecheck: protocol/1
id: births
area: northshire
status: in-force
effective: DAY
review: DAY
expires: DAY
flows:
  - id: summary
    from: maternity
    to: visitors
    when: {event: birth}
    within: P1M
    channel: secure-email
    items: [birth-details, nhs-number]
    funded-by: grant
governance:
  dpia: {reference: DPIA-1, completed: DAY, reviewed: DAY}
  signatures: [{party: maternity, signed: DAY}]
"""
THERE = """\
sharecheck: area/1
id: southshire
nation: wales
protocols: complete
parties: [{id: team, service: health-visiting}]
"""
JOURNEY = "sharecheck: journey/1\nid: a-child\ntitle: A child\nshows: the ends of the calendar\nborn: DAY\n"
COMMANDS = (
    ["check"],
    ["trace", "birth-details", "--to", "visitors"],
    ["journey", "a-child", "--area", "northshire"],
    ["journey", "--witness", "birth-details", "--to", "visitors"],
    ["what-if", "--without", "funding:grant"],
    ["weak-points"],
    ["cliffs"],
    ["border", "--all"],
    ["themes"],
    ["repair", "--diff", "--time-limit", "1"],
    ["capacity"],
)


def written(folder: Path, day: str) -> Path:
    for name, text in (("area", AREA), ("births", PROTOCOL), ("child", JOURNEY), ("there", THERE)):
        (folder / f"{name}.yaml").write_text(text.replace("DAY", day), encoding="utf-8")
    return folder


@pytest.mark.parametrize("day", ENDS[::3])
@pytest.mark.parametrize("as_of", ENDS[::3])
@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_every_command_answers_at_the_ends_of_the_calendar(
    tmp_path: Path, command: list[str], as_of: str, day: str
) -> None:
    folder = written(tmp_path, day)
    done = CliRunner().invoke(cli, [*command, str(folder), "--as-of", as_of])
    assert done.exit_code in (0, 1), done.output
    assert isinstance(done.exception, SystemExit | None)
    assert "please report" not in done.output


@pytest.mark.parametrize("day", ENDS)
@pytest.mark.parametrize("as_of", ENDS)
def test_every_rule_answers_at_the_ends_of_the_calendar(as_of: str, day: str) -> None:
    texts = [text.replace("DAY", day) for text in (AREA, PROTOCOL, JOURNEY, THERE)]
    assert check(workspace(*texts, as_of=date.fromisoformat(as_of))).bugs == ()


def test_the_whole_rulebook_is_asked() -> None:
    assert len(rulebook()) > 150


@pytest.mark.parametrize(("until", "born"), [("0001-01-01", "9999-12-31"), ("9999-12-31", "0001-01-01")])
def test_other_days_that_a_command_takes_may_be_as_far_away(tmp_path: Path, until: str, born: str) -> None:
    folder = str(written(tmp_path, "2026-04-01"))
    for arguments in (
        ["cliffs", folder, "--until", until],
        ["journey", "a-child", folder, "--area", "northshire", "--born", born],
    ):
        done = CliRunner().invoke(cli, [*arguments, "--as-of", until])
        assert (done.exit_code in (0, 1), "please report" in done.output) == (True, False), done.output


@pytest.mark.parametrize("option", ["--budget", "--time-limit"])
@pytest.mark.parametrize("number", ["9" * 400, "1e400", "nan"])
def test_a_number_that_nobody_can_count_to_is_a_mistake(tmp_path: Path, option: str, number: str) -> None:
    done = CliRunner().invoke(cli, ["repair", str(written(tmp_path, "2026-04-01")), option, number])
    assert (done.exit_code, "Error: Invalid value for" in done.output) == (2, True)


def test_the_ends_of_the_calendar_are_days() -> None:
    assert [day for day in (date.min, date.max) if str(day) in ENDS] == [date.min, date.max]
