"""What the planning commands print, and how they exit."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from jsonschema import validate

from sharecheck.cli import cli
from tests.planning.given import AREA, PATHWAY, PROTOCOL

SCHEMAS = Path(__file__).parent.parent.parent / "schemas"
DAYS = {
    "what-if": ["--from", "2026-11-22"],
    "weak-points": ["--as-of", "2026-11-22"],
    "cliffs": ["--as-of", "2026-11-22"],
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in (("area", AREA), ("pathway", PATHWAY), ("births", PROTOCOL)):
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    return tmp_path


def run(command: str, folder: Path, *arguments: str) -> tuple[str, int | None]:
    """What is printed, and the exit status."""
    done = CliRunner().invoke(cli, [command, str(folder), *DAYS[command], *arguments], standalone_mode=False)
    if done.exception:
        return str(done.exception), getattr(done.exception, "exit_code", None)
    return done.stdout, done.return_value


def test_what_would_be_lost_is_told_as_a_table_and_in_words(folder: Path) -> None:
    assert run("what-if", folder, "--without", "flow:summary", "--without", "funding:pilot") == (
        """\
northshire without `flow:births/summary` and `funding:pilot`
  needs kept   3 of 3  ->  1 of 3
  2 lost (1 critical)
  note: `feeding` stops: only flows that name `pilot` as what pays for them do
        (`funded-by`)
  note: it also supports `nursery`: to see what goes with them, add --without
        party:nursery

  transition                               recipient        lost  won      kept
  T07 Midwife to visitor                   visitors            1         2 -> 1
  Into the setting                         nursery             1         1 -> 0

what is lost
  T07 Midwife to visitor
    `visitors` no longer surely knows by `visit` (at 12 days)
    - `birth-details` (critical): `maternity` holds it, and no way leads on
    for a child: the first visit starts from nothing
  Into the setting
    `nursery` no longer surely knows by `start` (at 9 months)
    - `feeding-status`: only if it is in force (the funding `pilot` has ended)
    for a child: the bottle is the wrong one
""",
        1,
    )


def test_nothing_lost_is_exit_0(folder: Path) -> None:
    text, status = run("what-if", folder, "--without", "party:gps")
    assert (text.splitlines()[-1], status) == ("  nothing changes", 0)


def test_a_what_if_without_a_change_is_a_mistake(folder: Path) -> None:
    text, status = run("what-if", folder)
    assert (text, status) == (
        "say what changes: `--without party:...`, `--with draft.yaml` or `--as-of 2027-04-01`",
        2,
    )


def test_weak_points_are_told_by_kind(folder: Path) -> None:
    text, status = run("weak-points", folder, "--kind", "party", "--kind", "post", "--kind", "funding")
    assert (text, status) == (
        """\
northshire: what hangs by a thread
  3 of the 3 needs that are kept would be lost without one of these, each for
  itself

one post, if it goes for good (cover is for leave)
  needs critical  without     for example
      1        1  Ward clerk  birth-details

one funding stream
  needs critical  without  for example
      1           pilot    feeding-status

who alone knows it, or knows it in time
  `maternity`: 2 needs, birth-details, nhs-number
  `visitors`: 1 need, feeding-status

`sharecheck what-if --without flow:...` says what is lost without one of them
""",
        None,
    )


def test_a_cliff_is_told_with_its_reason(folder: Path) -> None:
    assert run("cliffs", folder) == (
        """\
northshire: what changes from one day of birth to the next

the funding `pilot` ends on 2028-03-31
  flows: `feeding`
  children born from 2028-03-18 on
    - `feeding-status` no longer surely reaches `nursery`: Into the setting
""",
        1,
    )


@pytest.mark.parametrize(
    ("command", "arguments"), [("what-if", ["--without", "party:maternity"]), ("weak-points", []), ("cliffs", [])]
)
def test_json_is_as_its_schema_says(folder: Path, command: str, arguments: list[str]) -> None:
    text, _ = run(command, folder, *arguments, "--output-format", "json")
    schema = json.loads((SCHEMAS / f"{command}-1.schema.json").read_text(encoding="utf-8"))
    validate(json.loads(text), schema)


@pytest.mark.parametrize("command", DAYS)
def test_a_file_that_cannot_be_understood_is_not_planned_with(folder: Path, command: str) -> None:
    (folder / "births.yaml").write_text(PROTOCOL.replace("flows:", "flow:"), encoding="utf-8")
    text, status = run(command, folder, *(["--without", "party:gps"] if command == "what-if" else []))
    assert "births.yaml` cannot be understood" in text
    assert status == 2


@pytest.mark.parametrize("command", DAYS)
def test_a_folder_without_needs_is_a_mistake(tmp_path: Path, command: str) -> None:
    (tmp_path / "pathway.yaml").write_text(PATHWAY, encoding="utf-8")
    text, status = run(command, tmp_path, *(["--without", "party:gps"] if command == "what-if" else []))
    assert (text, status) == ("nothing to plan with: no area here has a party that needs anything", 2)


@pytest.mark.parametrize("command", DAYS)
def test_no_line_is_wider_than_the_terminal(command: str) -> None:
    model = Path(__file__).parent.parent.parent / "protocols" / "model-england"
    text, _ = run(command, model, *(["--without", "party:child-health"] if command == "what-if" else []))
    assert [line for line in text.splitlines() if len(line) > 80] == []


DRAFT = """\
sharecheck: protocol/1
id: births
flows:
  - {id: number, from: maternity, to: wards, when: {event: birth}, within: P1D, items: [nhs-number]}
  - {id: feeding, from: visitors, to: nursery, when: {on: change}, within: P5D, items: [feeding-status]}
"""
WARDS = "parties: [{id: wards, service: midwifery}]\n"


def with_drafts(folder: Path, *texts: str) -> tuple[str, int | None]:
    """What is printed, and the exit status; the drafts are in another folder."""
    words = []
    for number, text in enumerate(texts, 1):
        (folder / "drafts").mkdir(exist_ok=True)
        path = folder / "drafts" / f"{number}.yaml"
        path.write_text(text, encoding="utf-8")
        words += ["--with", str(path)]
    (folder / "area").mkdir()
    for file in folder.glob("*.yaml"):
        file.rename(folder / "area" / file.name)
    text, status = run("what-if", folder / "area", *words)
    return text.replace(str(folder), "here"), status


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (DRAFT.replace("wards", "vistors"), "line 4: `vistors` is not a party; did you mean `visitors`?"),
        (
            DRAFT.replace("to: wards", "to: gps").replace("feeding-status", "feeding-staus"),
            "line 5: `feeding-staus` is not a known item; did you mean `feeding-status`?",
        ),
        (
            DRAFT.replace("feeding-status", "feeding-staus"),
            "line 4: `wards` is not a party; describe it under `parties`: `{id: wards, service: ...}` (1 more like it)",
        ),
    ],
)
def test_a_draft_that_names_what_nobody_describes_is_refused(folder: Path, text: str, said: str) -> None:
    assert with_drafts(folder, text) == (f"`here/drafts/1.yaml`, {said}", 2)


def test_a_draft_may_bring_its_parties_or_name_those_of_another(folder: Path) -> None:
    text, status = with_drafts(folder, DRAFT, f"sharecheck: protocol/1\nid: wards\n{WARDS}flows: []\n")
    assert (text.split("\n")[0], status) == ("northshire with `births` and `wards` in force", 1)


def test_of_a_draft_that_replaces_a_protocol_the_parties_of_that_one_are_not_there(folder: Path) -> None:
    (folder / "births.yaml").write_text(PROTOCOL + WARDS, encoding="utf-8")
    text, status = with_drafts(folder, DRAFT)
    assert (text.split(";")[0], status) == ("`here/drafts/1.yaml`, line 4: `wards` is not a party", 2)
