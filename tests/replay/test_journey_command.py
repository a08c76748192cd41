"""`sharecheck journey` as its user meets it."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from jsonschema import validate

from sharecheck.cli import cli
from sharecheck.report.schemas import report_schema
from sharecheck.report.witness import MAX_SOUGHT
from sharecheck.standards import journeys
from tests.replay.test_story import AREA, PATHWAY, PROTOCOL

ASKED = "  - {id: extra, from: maternity, to: visitors, when: {event: birth}, within: P9D, items: [staff-safety]%s}\n"


@pytest.fixture
def town(tmp_path: Path) -> Path:
    """A folder with one area; the birth letter needs a yes from the parent."""
    told = PROTOCOL.replace("items: [birth-details]}", "items: [birth-details], agreement: {ask: parent}}", 1)
    write(tmp_path / "pathway.yaml", PATHWAY)
    write(tmp_path / "area.yaml", AREA % ("town", "complete", "valley"))
    write(tmp_path / "protocol.yaml", told % ("town", "town", ""))
    return tmp_path


def write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def child(path: Path, text: str = "") -> Path:
    return write(path, f"sharecheck: journey/1\nid: our-child\ntitle: Our child\nshows: What it shows.\n{text}")


def run(*arguments: object) -> tuple[int, str]:
    """Exit status, and what is printed."""
    done = CliRunner().invoke(cli, ["journey", *map(str, arguments)], standalone_mode=False)
    status = done.return_value if done.exception is None else getattr(done.exception, "exit_code", -1)
    message = getattr(done.exception, "message", "") if done.exception else ""
    return status, done.stdout + message


def test_alone_it_lists_the_cast_and_those_of_the_files(town: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    child(town / "child.yaml")
    monkeypatch.chdir(town)
    status, text = run()
    assert status == 0
    assert text.startswith("Journeys, in these files\n  our-child\n    Our child\nJourneys, shipped\n  adoption\n")
    assert [id for id in journeys() if f"  {id}\n" not in text] == []


def test_tells_what_was_known_and_exits_1_when_something_was_not(town: Path) -> None:
    status, text = run("typical-child-in-england", town, "--as-of", "2026-11-22")
    assert status == 1
    assert (
        text
        == """\
A typical child in England
What arrives when nothing goes wrong, and each service sees the child when it is
planned.

town, as of 2026-11-22
  birth        Birth
               passed on: 2 to visitors
  10 days      Visit
               visitors, on the day: knows 1 of 3
                 not `growth`: it came on paper, and coded is needed
                   (`weight`)
                 not `staff-safety`: nobody here writes it down
  6 months     Review
               visitors knows 2 of 2

  1 moment at which nothing was passed on: `--all` shows them

  In all, 3 of 5 things were known when they were needed
"""
    )


def test_with_all_it_names_each_message_and_with_a_birth_date_each_day(town: Path) -> None:
    status, text = run("typical-child-in-england", town, "--all", "--born", "2026-05-01")
    assert status == 1
    assert "  birth        Birth\n  2026-05-01\n" in text
    assert "`birth-letter` to visitors, after 5 days: `birth-details`" in text
    assert "at which nothing" not in text


def test_a_child_may_have_a_file_of_its_own(town: Path, tmp_path: Path) -> None:
    own = child(tmp_path / "refuses.yaml", "refuses: birth-letter\n")
    status, text = run(own, town)
    assert status == 1
    assert "not `birth-details`: `birth-letter` did not go: the parent said no" in " ".join(text.split())
    assert run("our-child", town) == (status, text)


def test_prints_json_that_its_schema_knows(town: Path) -> None:
    status, text = run("typical-child-in-england", town, "--output-format", "json")
    assert status == 1
    validate(json.loads(text), json.loads(report_schema("story")))
    (told,) = json.loads(text)["stories"]
    assert (told["known"], told["needed"], told["unknown"]) == (3, 5, 0)


def test_shows_the_child_for_whom_a_need_fails(town: Path, tmp_path: Path) -> None:
    """And that child, saved as a file, fails when it is played."""
    status, text = run("--witness", "birth-details", "--to", "health-visiting", town)
    assert status == 1
    assert text.startswith("town: birth-details to visitors conditional\n  needed for To the visit\n")
    assert "the parent says no to `birth-letter`" in text
    saved = text.split("The same as a file, to play it with `sharecheck journey FILE --all`:\n")[1].split("\n\n")[0]
    again = write(tmp_path / "witness.yaml", "\n".join(line[4:] for line in saved.splitlines()) + "\n")
    status, text = run(again, town)
    assert "not `birth-details`: `birth-letter` did not go: the parent said no" in " ".join(text.split())
    status, text = run("--witness", "birth-details", "--to", "visitors", town, "--output-format", "json")
    validate(json.loads(text), json.loads(report_schema("witness")))
    assert [one["kind"] for one in json.loads(text)["gaps"]] == ["conditional", "conditional"]


def test_of_very_many_gaps_only_the_first_ones_are_shown_and_the_rest_is_counted(town: Path, tmp_path: Path) -> None:
    text = (town / "area.yaml").read_text(encoding="utf-8")
    teams = "".join(f"  - {{id: team-{number}, service: health-visiting}}\n" for number in range(MAX_SOUGHT + 2))
    (town / "area.yaml").write_text(text.replace("parties:\n", f"parties:\n{teams}"), encoding="utf-8")
    status, text = run("--witness", "birth-details", "--to", "health-visiting", town)
    assert (status, text.count("needed for"), "for which no child was looked for" in text) == (1, MAX_SOUGHT, True)
    status, text = run("--witness", "birth-details", "--to", "health-visiting", town, "--output-format", "json")
    gaps = json.loads(text)["gaps"]
    assert [gap["sought"] for gap in gaps] == [*[True] * MAX_SOUGHT, *[False] * (len(gaps) - MAX_SOUGHT)]


def test_a_need_that_is_kept_has_no_witness(town: Path) -> None:
    write(town / "protocol.yaml", PROTOCOL % ("town", "town", ""))
    assert run("--witness", "birth-details", "--to", "visitors", town) == (
        0,
        "every need of it is kept: no child can show a gap\n",
    )


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            "typical-child",
            "no journey is called `typical-child`; "
            "did you mean `typical-child-in-england` or `typical-child-in-wales`?",
        ),
        ("typical-child-in-wales", "`typical-child-in-wales` begins in Wales, and `town` lies in England"),
        ("typical-child-in-england --area twon", "no area is called `twon`; did you mean `town`?"),
        (
            "late-booking",
            "`late-booking`: `pregnancy-notification` is not a known event; "
            "name an event that is described in the files",
        ),
        ("--witness growt --to visitors", "no item is called `growt`; did you mean `growth`?"),
        ("--witness growth --to visitor", "no service or party is called `visitor`; did you mean `visitors`?"),
        ("typical-child-in-england --into town", "`typical-child-in-england` does not move: leave out `--into`"),
        ("--witness growth", "`--witness` needs `--to`: say which service needs the item"),
        (
            "typical-child-in-england --to visitors",
            "`--to` belongs to `--witness ITEM`; where a move leads is `--into AREA`",
        ),
    ],
)
def test_what_cannot_be_is_one_line_and_exit_2(town: Path, arguments: str, message: str) -> None:
    assert run(*arguments.split(), town) == (2, message)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("moves: [{at: P0D}]\n", "`our-child`: the child moves before it is born ({}:5); give its age: `at: P9M`"),
        (
            "happens:\n  - {event: visit, at: P9D}\n",
            "`our-child`: `visit` happens at 9 days, outside its window, from 10 days to 10 days ({}:6); "
            "give an age inside it, or say why it is not: `outside: came to the service late`",
        ),
        (
            "happens:\n  - {event: plan, at: P20D}\n",
            "`our-child`: `plan` does not happen to this child, but to children of `sen` ({}:6); "
            "add that group to `traits`, or leave the event out",
        ),
        (
            "refuses: birth-leter\n",
            "`our-child`: `birth-leter` is not a known flow ({}:5); did you mean `birth-letter`?",
        ),
        ("moves: [{to: twon, at: P2M}]\n", "`our-child`: `twon` is not a known area ({}:5); did you mean `town`?"),
        ("happens: [{at: P1D}]\n", "{} cannot be read: `sharecheck check {}` says more"),
    ],
)
def test_a_journey_that_contradicts_itself_is_told_with_its_place(town: Path, text: str, message: str) -> None:
    own = child(town / "child.yaml", text)
    assert run(own, town) == (2, message.replace("{}", str(own)))


@pytest.fixture
def border(town: Path) -> Path:
    """The town, another of its nation, and one in Wales."""
    for name, nation in (("valley", "england"), ("glyn", "wales")):
        described = (AREA % (name, "complete", "town")).replace("nation: england", f"nation: {nation}")
        write(town / f"{name}.yaml", described)
    return town


@pytest.mark.parametrize(
    ("text", "into", "message"),
    [
        ("moves: [{at: P2M, nation: wales}]\n", "valley", "`our-child` moves to Wales, and `valley` lies in England"),
        (
            "moves: [{at: P2M, nation: wales, to: valley}]\n",
            "",
            "`our-child` moves to Wales, and `valley` lies in England",
        ),
        ("moves: [{at: P2M}]\n", "town", "`our-child` lives in `town` already: name another area for its move"),
        ("moves: [{at: P2M, to: town}]\n", "", "`our-child` lives in `town` already: name another area for its move"),
        (
            "moves: [{at: P2M}, {at: P3M}]\n",
            "glyn",
            "`our-child` lives in `glyn` already: name another area for its move",
        ),
        (
            "moves: [{at: P2M, to: glyn}]\n",
            "valley",
            "`our-child` says where each of its moves leads: leave out `--into`",
        ),
    ],
)
def test_a_move_leads_where_it_says_and_somewhere_else(border: Path, text: str, into: str, message: str) -> None:
    own = child(border / "child.yaml", text)
    where = ("--into", into) if into else ()
    assert run(own, border, "--area", "town", *where) == (2, message)


def test_a_move_to_a_nation_may_be_given_an_area_in_it(border: Path) -> None:
    own = child(border / "child.yaml", "moves: [{at: P2M, nation: wales}]\n")
    status, text = run(own, border, "--area", "town", "--into", "glyn")
    assert status == 1
    assert "\nMoves at 9 weeks to glyn, " in text
