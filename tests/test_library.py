"""The library: the answers of the commands as functions, flat rows, what is public, and how values show themselves."""

import csv
import doctest
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from io import StringIO
from pathlib import Path
from types import ModuleType

import pytest

import sharecheck
from sharecheck import FindingRow, NeedRow, Resolver, UsageError, Workspace, api
from sharecheck.model.base import Shape
from tests.test_cli import AREA, LEAKY, PATHWAY, TIGHT, run

ROOT = Path(__file__).parent.parent
PROTOCOLS = ROOT / "protocols"
DAY = date(2026, 11, 22)
TEXTS = {"area.yaml": AREA, "pathway.yaml": PATHWAY, "handover.yaml": LEAKY}


@pytest.fixture
def workspace() -> Workspace:
    return Workspace.from_texts(TEXTS, as_of=DAY)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in TEXTS.items():
        (tmp_path / name).write_text(text)
    return tmp_path


@pytest.fixture(scope="module")
def leaky() -> Workspace:
    return Workspace.open(PROTOCOLS / "leaky", as_of=DAY)


# What is public


def test_the_public_names_are_seen_and_are_there() -> None:
    assert dir(sharecheck) == sorted(sharecheck.__all__)
    homes = {name: getattr(sharecheck, name) for name in sharecheck.__all__}
    assert {name for name, value in homes.items() if not (value.__doc__ or "").strip()} == set()


def test_the_function_is_public_also_after_the_command_of_its_name_has_run() -> None:
    code = (
        "import importlib, sharecheck, sharecheck.cli as cli\n"
        "for name in cli.COMMANDS: importlib.import_module(f'sharecheck.cli.{name.replace(chr(45), chr(95))}')\n"
        "import sharecheck.repairs, sharecheck.report.repair\n"
        "print([n for n in sharecheck.__all__ if type(getattr(sharecheck, n)).__name__ == 'module'])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout == "[]\n"


def test_looking_at_the_package_imports_none_of_it() -> None:
    code = "import sys, sharecheck; dir(sharecheck); print([m for m in sys.modules if m.startswith('sharecheck.')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout == "[]\n"


@pytest.mark.parametrize("module", [sharecheck, api])
def test_the_examples_of_the_docs_run(module: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    failed, tried = doctest.testmod(module)
    assert (failed, tried > 2) == (0, True)


# Texts


def test_texts_make_the_same_workspace_as_files(workspace: Workspace, folder: Path) -> None:
    opened = Workspace.open(folder, as_of=DAY)
    assert workspace.needs() == opened.needs()
    assert [(row.rule, row.fingerprint) for row in sharecheck.check(workspace).rows()] == [
        (row.rule, row.fingerprint) for row in sharecheck.check(opened).rows()
    ]


def test_the_folder_of_a_text_says_which_area_it_is_of() -> None:
    texts = {"a/area.yaml": AREA, "b/area.yaml": AREA.replace("northshire", "ceredale"), "b/handover.yaml": TIGHT}
    workspace = Workspace.from_texts({**texts, "pathway.yaml": PATHWAY}, as_of=DAY)
    assert {(row.area, row.item, row.kept) for row in workspace.needs()} == {
        ("northshire", "birth-details", False),
        ("northshire", "growth", False),
        ("ceredale", "birth-details", True),
        ("ceredale", "growth", False),
    }


def test_a_text_in_json_is_read_as_json() -> None:
    text = json.dumps({"sharecheck": "protocol/1", "id": "handover", "flows": []})
    (document,) = Workspace.from_texts({"handover.json": text}).documents
    assert (document.kind, document.problems) == ("protocol/1", ())


@pytest.mark.parametrize("text", ["id: nothing of ours", "\ud800", "sharecheck: [", b"\xff\xfe"])
def test_a_text_that_cannot_be_understood_is_a_finding(text: str | bytes) -> None:
    result = sharecheck.check(Workspace.from_texts({"a.yaml": text}))
    assert [row.severity for row in result.rows()] == ["error"]
    assert result.rows()[0].rule.startswith("DOC")


def test_two_texts_of_one_path_are_refused() -> None:
    with pytest.raises(UsageError, match=r"two of the texts are called `a\.yaml`"):
        Workspace.from_texts({"a.yaml": AREA, Path("./a.yaml"): AREA})


# Rows


def test_a_need_is_a_row(workspace: Workspace) -> None:
    assert workspace.needs()[0] == NeedRow(
        area="northshire",
        nation="england",
        transition="handover",
        party="hv",
        item="birth-details",
        form="paper",
        weight="critical",
        kind="unmatched",
        kept=False,
        late_by=48.0,
        arrives_as="coded",
        unknown=False,
    )


def test_a_finding_of_a_gap_is_a_row_with_its_need(workspace: Workspace) -> None:
    row = sharecheck.check(workspace, ["GAP07"]).rows()[0]
    assert row._replace(message="", consequence="", help="", fingerprint="") == FindingRow(
        rule="GAP07",
        severity="error",
        area="northshire",
        nation="england",
        path="handover.yaml",
        line=10,
        column=13,
        message="",
        consequence="",
        help="",
        about="handover / hv / paper / birth-details",
        loss=True,
        transition="handover",
        party="hv",
        item="birth-details",
        form="paper",
        weight="critical",
        kind="unmatched",
        late_by=48.0,
        unknown=False,
        fingerprint="",
    )


def test_each_finding_and_each_need_is_a_row_as_in_json(leaky: Workspace) -> None:
    printed = run("check", "leaky", "--as-of", str(DAY), "--output-format", "json", cwd=PROTOCOLS).stdout
    report = json.loads(printed)
    rows = sharecheck.check(leaky).rows()
    assert [(row.rule, row.line, row.column, row.message, row.fingerprint) for row in rows] == [
        (
            each["rule"],
            each["line"],
            each["column"],
            each["message"],
            each["fingerprint"],
        )
        for each in report["diagnostics"]
    ]
    gaps = [row for row in rows if row.loss]
    lost = {(row.transition, row.party, row.item, row.kind, row.late_by) for row in leaky.needs() if not row.kept}
    assert {(row.transition, row.party, row.item, row.kind, row.late_by) for row in gaps} == lost
    assert sum(row.kept for row in leaky.needs()) == report["summary"]["coverage"]["kept"]


def test_rows_hold_plain_values_that_csv_reads_back(leaky: Workspace) -> None:
    for rows in (sharecheck.check(leaky).rows(), leaky.needs()):
        assert {type(value) for row in rows for value in row} <= {str, int, float, bool, type(None)}
        table = StringIO(newline="")
        writer = csv.writer(table)
        writer.writerow(rows[0]._fields)
        writer.writerows(rows)
        read = list(csv.DictReader(StringIO(table.getvalue(), newline="")))
        assert [list(row.values()) for row in read] == [
            ["" if each is None else str(each) for each in row] for row in rows
        ]


def test_an_unknown_need_is_neither_kept_nor_a_loss() -> None:
    texts = {**TEXTS, "area.yaml": AREA.replace("complete", "partial")}
    workspace = Workspace.from_texts(texts, as_of=DAY)
    unknown = [row for row in workspace.needs() if row.unknown]
    assert [(row.item, row.kept) for row in unknown] == [("growth", False)]
    (row,) = sharecheck.check(workspace, ["GAP10"]).rows()
    assert (row.unknown, row.loss, row.item) == (True, False, None)


# The answers of the commands


def answer(command: str, *words: str, cwd: Path) -> dict[str, object]:
    done = run(command, *words, "--as-of", str(DAY), "--output-format", "json", cwd=cwd)
    assert done.returncode in (0, 1), done.stderr
    found: dict[str, object] = json.loads(done.stdout)
    return found


def test_trace_gives_the_way_that_the_command_prints(workspace: Workspace) -> None:
    (trace,) = sharecheck.trace(workspace, "birth-details", "health-visiting")
    area, outcome = trace
    assert (area.id, outcome.kind) == ("northshire", "unmatched")
    assert [(hop.fact.party, hop.age) for hop in trace.hops] == [("maternity", 0.0), ("hv", 288.0)]


def test_trace_has_the_way_of_what_is_kept_too() -> None:
    (trace,) = sharecheck.trace(Workspace.from_texts({**TEXTS, "handover.yaml": TIGHT}), "birth-details", "hv")
    assert [(hop.fact.party, hop.age) for hop in trace.hops] == [("maternity", 0.0), ("hv", 120.0)]


def test_what_if_tells_what_is_lost_without_a_channel() -> None:
    workspace = Workspace.from_texts({**TEXTS, "handover.yaml": TIGHT}, as_of=DAY)
    (change,) = sharecheck.what_if(workspace, without=["flow:handover/summary"])
    assert [each.key.item for each in change.changes if each.lost] == ["birth-details"]


def test_a_draft_with_a_name_that_nobody_describes_is_refused(folder: Path, tmp_path: Path) -> None:
    draft = folder.parent / "draft.yaml"
    draft.write_text(TIGHT.replace("to: hv", "to: nobody"))
    with pytest.raises(UsageError, match="`nobody`"):
        sharecheck.what_if(folder, drafts=[draft])


def test_weak_points_are_those_of_the_command(leaky: Workspace) -> None:
    printed = answer("weak-points", "leaky", "--all", cwd=PROTOCOLS)
    ((area, points),) = sharecheck.weak_points(leaky)
    assert area.id == "leaky"
    assert {(point.element.kind, point.element.name) for point in points} == {
        (each["kind"], each["name"]) for area in printed["areas"] for each in area["points"]
    }


def test_cliffs_border_themes_and_capacity_answer_as_the_commands_do(leaky: Workspace) -> None:
    (cliffs,) = sharecheck.cliffs(leaky)
    assert (cliffs.area.id, len(cliffs.falls), len(cliffs.rises)) == ("leaky", 0, 33)
    areas = [PROTOCOLS / "model-england", PROTOCOLS / "model-wales"]
    border = sharecheck.border(areas, "northshire", "ceredale")
    assert (border.here.id, border.there.id, len(border.survivals) > 100) == ("northshire", "ceredale", True)
    assert len(sharecheck.themes(leaky).gaps) == len(answer("themes", "leaky", cwd=PROTOCOLS)["gaps"])
    ((area, loads),) = sharecheck.capacity(leaky)
    assert {load.party for load in loads} <= set(area.parties)


def test_diff_tells_what_is_lost_and_compare_what_is_promised_less(workspace: Workspace) -> None:
    before = Workspace.from_texts({**TEXTS, "handover.yaml": TIGHT}, as_of=DAY)
    (area,) = sharecheck.diff(before, workspace).areas
    assert [change.key.item for change in area.lost] == ["birth-details"]
    assert {row.rule[:3] for row in sharecheck.compare(before, workspace).rows()} == {"WKR"}
    since = {row.rule for row in sharecheck.check(workspace, since=before).rows()}
    assert "WKR16" in since or any(rule.startswith("WKR") for rule in since)


def test_repair_gives_texts_in_which_the_gap_is_closed() -> None:
    texts = {**TEXTS, "handover.yaml": TIGHT.replace("P5D", "P12D")}
    repair = sharecheck.repair(Workspace.from_texts(texts, as_of=DAY), only=["item:birth-details"])
    assert [(rewrite.path, "within: P10D" in rewrite.after) for rewrite in repair.rewrites] == [
        (Path("handover.yaml"), True)
    ]
    assert {row.item for row in repair.after.needs() if row.kept} == {"birth-details"}


@pytest.mark.parametrize(
    ("call", "reason"),
    [
        (lambda it: sharecheck.trace(it, "grwth", "hv"), "did you mean `growth`"),
        (lambda it: sharecheck.border(it, "northshire", "nowhere"), "no area is called `nowhere`"),
        (sharecheck.capacity, "births-a-year"),
        (lambda it: sharecheck.check(it, ["TIM999"]), "TIM999"),
        (sharecheck.what_if, "say what changes"),
        (lambda it: sharecheck.repair(it, only=["nothing"]), "no need here has to do with `nothing`"),
        (lambda it: sharecheck.themes("no-such-folder"), "there is no such file"),
        (lambda it: sharecheck.check(it, settings="none.toml"), "none.toml"),
    ],
)
def test_what_the_operator_did_wrong_is_one_kind_of_error(workspace: Workspace, call: object, reason: str) -> None:
    assert callable(call)
    with pytest.raises(UsageError, match=reason):
        call(workspace)


@pytest.mark.parametrize("name", ["weak_points", "cliffs", "themes", "repair", "capacity"])
def test_a_file_that_is_not_understood_is_never_left_out_in_silence(name: str) -> None:
    broken = Workspace.from_texts({**TEXTS, "other.yaml": "sharecheck: protocol/1\nid: other\nflows: 7\n"})
    with pytest.raises(UsageError, match=r"`other.yaml` cannot be understood"):
        getattr(sharecheck, name)(broken)


# Settings


def test_no_settings_are_read_unless_somebody_asks(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "sharecheck.toml").write_text('ignore = ["GAP"]\nexclude = ["handover.yaml"]\nas-of = 2027-01-01\n')
    monkeypatch.chdir(folder)
    plain, nearest, named = (
        sharecheck.check(folder, settings=settings) for settings in (None, Resolver(), folder / "sharecheck.toml")
    )
    assert [result.workspace.as_of for result in (nearest, named)] == [date(2027, 1, 1)] * 2
    assert [len(result.workspace.documents) for result in (plain, nearest, named)] == [3, 2, 2]
    assert [any(row.loss for row in result.rows()) for result in (plain, nearest, named)] == [True, False, False]


def test_the_costs_of_repairs_are_those_of_the_settings_above_the_files(folder: Path) -> None:
    (folder / "handover.yaml").write_text(TIGHT.replace("P5D", "P12D"))
    (folder / "sharecheck.toml").write_text("[repair]\ncosts = {limit = 7}\n")
    assert os.getcwd() != str(folder)
    costs = [
        sum(plan.cost for plan in sharecheck.repair(folder, only=["item:birth-details"], settings=settings).plans)
        for settings in (None, Resolver())
    ]
    assert costs == [1, 7]


# How values show themselves


def values(value: object, seen: dict[int, object]) -> Iterator[object]:
    """A value and all that its fields and what is computed from them hold, each once; of a collection the first few."""
    if id(value) in seen or value is None or isinstance(value, str | bytes | int | float | date | Path):
        return
    seen[id(value)] = value
    if isinstance(value, dict):
        members = list(value.values())[:3]
    elif isinstance(value, tuple | list | frozenset):
        members = list(value)[:3]
    else:
        members = []
    if hasattr(value, "_fields") or not isinstance(value, dict | tuple | list | frozenset):
        yield value
    if is_dataclass(value):
        members += [getattr(value, each.name) for each in fields(value)]
    elif isinstance(value, Shape):
        members += [getattr(value, name) for name in type(value).model_fields]
    computed = [
        name for name in vars(type(value)) if not name.startswith("_") and type(value).__module__[:5] == "share"
    ]
    members += [
        getattr(value, name)
        for name in computed
        if type(vars(type(value))[name]).__name__ in ("cached_property", "property")
    ]
    for member in members:
        yield from values(member, seen)


@pytest.mark.parametrize("name", ["leaky", "model-wales"])
def test_every_value_shows_itself_in_fewer_than_200_characters(name: str) -> None:
    workspace = Workspace.open(PROTOCOLS / name, as_of=DAY)
    result = sharecheck.check(workspace)
    roots = [
        workspace,
        result,
        *workspace.areas,
        *sharecheck.cliffs(workspace),
        Resolver(),
        sharecheck.themes(workspace),
    ]
    roots += [sharecheck.weak_points(workspace)[0][1], sharecheck.diff(workspace, workspace)]
    seen: dict[int, object] = {}
    shown = {(type(value).__name__, repr(value)) for root in roots for value in values(root, seen)}
    assert len({kind for kind, _ in shown}) > 40
    assert {kind: text for kind, text in shown if len(text) >= 200} == {}


def test_a_repr_says_what_the_value_is(workspace: Workspace) -> None:
    result = sharecheck.check(workspace, ["GAP07"])
    (area,) = workspace.areas
    assert repr(workspace) == "<Workspace 3 documents, as_of=2026-11-22>"
    assert repr(workspace.documents[0]) == "<Document path='area.yaml', kind='area/1'>"
    assert repr(result.diagnostics[0]) == "<Diagnostic GAP07, error, handover.yaml, line 10>"
    assert repr(area.protocols[0].all_flows[0].place) == "<Place handover.yaml, flows/0>"
    assert "need='hv/birth-details', kind='unmatched'" in repr(area.outcomes[0])
