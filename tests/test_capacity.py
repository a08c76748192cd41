"""The minutes that flows ask for, by our estimates, and the command that shows them."""

import subprocess
import sys
from pathlib import Path

import pytest

from sharecheck.report.capacity import capacity
from sharecheck.report.style import Style
from sharecheck.workspace import Workspace
from sharecheck.workspace.workload import uncounted, workloads
from tests.rules.examples import FRAGMENT, workspace
from tests.settings.files import run

AREA = """\
sharecheck: area/1
id: northshire
nation: england
protocols: partial
births-a-year: 1200
parties:
  - {id: maternity, service: midwifery}
  - {id: hv, service: health-visiting}
  - {id: nursery, service: early-years-setting}
  - {id: next-hv, service: health-visiting, elsewhere: true}
capacity: [{party: hv, minutes-a-month: 400}]
"""
CALL = "{id: call, from: maternity, to: hv, when: {event: birth}, channel: telephone, items: [growth]}"


def asked(*flows: str, area: str = AREA) -> dict[str, tuple[float, float]]:
    """Minutes for sending and for reading, of each party that has any."""
    (one,) = workspace(area, f"{FRAGMENT}flows:\n" + "".join(f"  - {flow}\n" for flow in flows)).areas
    found = {load.party: (load.minutes("sending"), load.minutes("reading")) for load in workloads(one)}
    return {party: minutes for party, minutes in found.items() if minutes != (0, 0)}


def test_what_happens_to_every_child_is_sent_once_a_birth_and_takes_the_minutes_of_its_channel() -> None:
    assert asked(CALL) == {"maternity": (1000, 0), "hv": (0, 1000)}


def test_each_recipient_is_told_and_nobody_elsewhere_nor_the_parent_has_work_here() -> None:
    assert asked(CALL.replace("to: hv", "to: [hv, next-hv, parent]")) == {"maternity": (3000, 0), "hv": (0, 1000)}


def test_senders_of_whom_each_may_send_it_share_the_work() -> None:
    assert asked(CALL.replace("from: maternity", "from: [maternity, nursery]")) == {
        "maternity": (500, 0),
        "nursery": (500, 0),
        "hv": (0, 1000),
    }


@pytest.mark.parametrize(
    ("event", "times"), [("adoption", 0.4), ("emergency-attendance", 200), ("move-in-first-year", 30), ("unknown", 0)]
)
def test_an_event_of_a_group_comes_up_as_often_as_the_catalogue_estimates(event: str, times: float) -> None:
    minutes = asked(CALL.replace("event: birth", f"event: {event}")).get("hv", (0, 0))
    assert minutes == (0, pytest.approx(times * 10))


def test_what_is_counted_locally_is_taken_instead() -> None:
    assert asked(CALL.replace("channel", "times-a-year: 120, channel")) == {"maternity": (100, 0), "hv": (0, 100)}


def test_a_list_is_sent_once_a_period_and_read_child_by_child() -> None:
    monthly = CALL.replace("{event: birth}", "{every: P1M}").replace("telephone", "secure-email")
    assert asked(monthly.replace("growth", "birth-details")) == {"maternity": (5, 0), "hv": (0, 500)}


def test_a_period_of_no_length_counts_as_an_hour() -> None:
    assert asked(CALL.replace("{event: birth}", "{every: P0D}"))["maternity"] == (730.5 * 10, 0)


def test_what_is_passed_on_is_passed_on_as_often_as_it_comes() -> None:
    on = CALL.replace("id: call, from: maternity, to: hv", "id: on, from: hv, to: nursery").replace(
        "{event: birth}", "{on: change}"
    )
    assert asked(CALL.replace("growth", "mother-identity, birth-details"), on.replace("growth", "birth-details")) == {
        "maternity": (1000, 0),
        "hv": (1000, 1000),
        "nursery": (0, 1000),
    }


def test_what_goes_in_a_circle_comes_to_an_end() -> None:
    there = "{id: there, from: hv, to: nursery, when: {on: change}, channel: telephone, items: [therapy-goals]}"
    back = there.replace("there", "back").replace("from: hv, to: nursery", "from: nursery, to: hv")
    assert asked(there, back) == {}


def test_what_is_put_in_one_place_is_put_there_once() -> None:
    portal = CALL.replace("to: hv", "to: [hv, nursery]").replace("telephone", "secure-portal")
    assert asked(portal) == {"maternity": (600, 0), "hv": (0, 400), "nursery": (0, 400)}


def test_requests_and_unknown_channels_are_left_out_and_named() -> None:
    asking = CALL.replace("event: birth", "on: request")
    unknown = CALL.replace("call", "no-channel").replace("channel: telephone, ", "")
    flows = (asking, unknown, asking.replace("call", "counted").replace("channel", "times-a-year: 12, channel"))
    (area,) = workspace(AREA, f"{FRAGMENT}flows:\n" + "".join(f"  - {flow}\n" for flow in flows)).areas
    assert [flow.id for flow in uncounted(area)] == ["call", "no-channel"]
    assert asked(*flows) == {"maternity": (10, 0), "hv": (0, 10)}


EVENTS = """\
sharecheck: pathway/1
id: events
nation: england
events:
  - {id: birth, title: Birth, window: {age: {from: P0D, to: P0D}}}
  - {id: unit, title: Unit, window: {age: {from: P1D, to: P9D}}, applies-to: neonatal}
  - {id: follow-up, title: Follow-up, window: {after: unit, from: P1D, to: P3D}}
  - {id: rare, title: Rare, window: {after: unit, from: P1D, to: P3D}, applies-to: adoption}
  - {id: local, title: Local, window: {age: {from: P1D, to: P9D}}, applies-to: from-the-islands}
records: []
transitions: []
"""
ISLANDS = """\
sharecheck: catalogue/1
id: ours
groups: [{id: from-the-islands, title: Children from the islands}]
"""
OF_EVENTS = AREA.replace("protocols: partial", "pathway: events\nprotocols: complete")


def counted(*flows: str) -> tuple[dict[str, float], list[str]]:
    """How often a month each flow is sent, of those that are; and which are named as not counted."""
    protocol = f"{FRAGMENT}area: northshire\nflows:\n" + "".join(f"  - {flow}\n" for flow in flows)
    (area,) = workspace(OF_EVENTS, EVENTS, ISLANDS, protocol).areas
    tasks = [task for load in workloads(area) for task in load.tasks if task.work == "sending"]
    return {task.flow.id: round(task.times, 2) for task in tasks}, [flow.id for flow in uncounted(area)]


def test_what_follows_what_happens_to_some_children_comes_up_for_them_only() -> None:
    flows = [CALL.replace("call", event).replace("event: birth", f"event: {event}") for event in ("unit", "follow-up")]
    rare = CALL.replace("call", "rare").replace("event: birth", "event: rare")
    assert counted(CALL, *flows, rare) == ({"call": 100, "unit": 13, "follow-up": 13, "rare": 0.4}, [])


@pytest.mark.parametrize(
    "flow",
    [
        CALL.replace("when: {event: birth}, ", ""),
        CALL.replace("event: birth", "event: brith"),
        CALL.replace("event: birth", "event: local"),
        CALL.replace("event: birth", "on: change"),
    ],
)
def test_what_nobody_says_how_often_is_not_counted_and_named(flow: str) -> None:
    assert counted(flow) == ({}, ["call"])


def test_the_table_tells_who_is_asked_for_more_than_it_has_and_what_for() -> None:
    text = capacity(workspace(AREA, f"{FRAGMENT}flows: [{CALL}]\n").areas, Style())
    assert text.split("\n")[:7] == [
        "northshire: minutes a month for sending and reading, 1,200 births a year",
        "  party                                sending  reading    asked      has   used",
        "  hv                                         0    1,000    1,000      400  250 %",
        "  maternity                              1,000        0    1,000        –      –",
        "",
        "hv is asked 600 minutes more than it has; most for",
        "   1,000 reading call, 100 a month by telephone",
    ]


def test_without_births_nothing_can_be_estimated(tmp_path: Path) -> None:
    (tmp_path / "area.yaml").write_text(AREA.replace("births-a-year: 1200\n", ""), encoding="utf-8")
    (tmp_path / "call.yaml").write_text(f"{FRAGMENT}flows: [{CALL}]\n", encoding="utf-8")
    done = run("capacity", str(tmp_path))
    assert (done.exit_code, "`births-a-year: 4200`" in done.stderr) == (2, True)


@pytest.mark.parametrize("area", ["model-england", "model-wales"])
def test_nobody_in_a_model_area_is_asked_for_more_than_it_has(area: str) -> None:
    areas = Workspace.open(Path(__file__).parent.parent / "protocols" / area).areas
    assert [load.party for each in areas for load in workloads(each) if load.too_much] == []
    text = capacity(areas, Style(details=True))
    assert max(map(len, text.split("\n"))) <= 80


@pytest.mark.parametrize(("minutes", "status"), [(400, 1), (4000, 0)])
def test_the_command_exits_with_1_when_the_time_is_not_there(tmp_path: Path, minutes: int, status: int) -> None:
    (tmp_path / "area.yaml").write_text(AREA.replace("400", str(minutes)), encoding="utf-8")
    (tmp_path / "call.yaml").write_text(f"{FRAGMENT}flows: [{CALL}]\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "sharecheck", "capacity", str(tmp_path)], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr, done.stdout.startswith("northshire: minutes")) == (status, "", True)
