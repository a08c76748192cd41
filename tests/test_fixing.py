"""Fixes: what `--fix`, `--unsafe-fixes` and `--diff` make of files, and what they leave alone."""

import json
from datetime import date
from functools import partial
from pathlib import Path
from random import Random

import pytest
from click.testing import CliRunner, Result

from sharecheck import check, reading
from sharecheck.cli import cli
from sharecheck.document import Splice
from sharecheck.edit import Put, Remove, ValueEdit
from sharecheck.engine.diagnostic import Diagnostic
from sharecheck.finding import Finding, Fix, Severity, here
from sharecheck.fixing import Fixed, fixed
from sharecheck.rules import find
from sharecheck.workspace import Workspace

DAY = date(2026, 11, 22)
MODELS = Path(__file__).parent.parent / "protocols"
MISSPELT = """\
# who sends what
sharecheck: protocol/1
id: births   # in writing
status: In force
flows:
  - id: summary
    from: maternity
    to: health-visiting
    when: {event: birth}
    witihn: 2 days  # agreed in March
    items: [birth-details, birth-detials]
"""


def files(text: str, name: str = "a.yaml", unsafe: bool = False) -> Fixed:
    document = reading.read_bytes(Path(name), text.encode(), named=True)
    return fixed(check(Workspace([document], DAY)), check, unsafe)


def after(text: str, name: str = "a.yaml", unsafe: bool = False) -> str:
    return files(text, name, unsafe).result.workspace.documents[0].text


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(
        cli, ["check", "--as-of", str(DAY), *map(str, arguments)], catch_exceptions=False, standalone_mode=False
    )


def test_safe_fixes_keep_comments_and_what_needs_a_look() -> None:
    expected = MISSPELT.replace("In force", "in-force").replace("witihn: 2 days", "within: P2D")
    assert after(MISSPELT) == expected
    assert after(MISSPELT, unsafe=True) == expected.replace("birth-detials", "birth-details").replace(
        ", birth-details]", "]"
    )


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("version: 2.1\n", 'version: "2.1"\n'),
        ("effective: 25/4/2026\n", "effective: 2026-04-25\n"),
        ("effective: '2026-4-1'\n", "effective: '2026-04-01'\n"),
        ('status: "in force"\n', 'status: "in-force"\n'),
        ("title: “One: two”\n", 'title: "One: two"\n'),
        ("title:\u00a0Births\n", "title: Births\n"),
        ("title: Bir\x07ths\n", "title: Births\n"),
        ("status: draft\nstatus: draft  \n", "status: draft\n"),
        ("owner: {role: lead, role: lead}\n", "owner: {role: lead}\n"),
        ("owner: {role: !!str 12}\n", 'owner: {role: "12"}\n'),
        ("title: &one Births\npurpose: *one\n", "title: Births\npurpose: Births\n"),
        ("area: Nörthshire Ést\n", "area: northshire-est\n"),
        ("Title: Births\n", "Title: Births\n".replace("T", "t")),
    ],
)
def test_what_can_mean_one_thing_only_is_written_so(wrong: str, right: str) -> None:
    head, rest = "sharecheck: protocol/1\nid: births\n", "flows: []\n"
    assert after(head + wrong + rest) == head + right + rest


@pytest.mark.parametrize(
    "wrong",
    [
        "effective: 1/4/2026\n",  # the first of April, or the fourth of January
        "review: 1/4/2026\n",
        "status: in-farce-or-not\n",
        "basis: {article-6: 6(1)(g)}\n",
        "basis: {schedule-1: schedule 1}\n",
        "status: draft\nstatus: in-force\n",
        "status: draft\nstatus: draft  # agreed\n",
        "purpose: for all: what they know\n",
        "titel: Births\ntitle: Births\n",
        "sheet: Births\n",
        "effective: 2026-10-2\n",  # the second, or a digit is lost
        "effective: 2026-10-2 1\n",
        "basis: {powers: [&a2004-28]}\n",
        "owner: {role: lea, d party: council}\n",
        "area: north shire-council\n",  # a letter was hit beside its key
        "basis: {powers: [ca1989-*7]}\n",
        "area: north'shire\n",
        "area: north:shire\n",
        "title:\n",
    ],
)
def test_what_can_mean_two_things_is_left_as_it_is(wrong: str) -> None:
    text = "sharecheck: protocol/1\nid: births\n" + wrong + "flows: []\n"
    assert after(text) == text


@pytest.mark.parametrize("wrong", ["article-6: 6(1)(g)", "schedule-1: schedule 1", "powers: [ca1989-*7]"])
def test_no_basis_is_guessed_even_when_unsafe_fixes_are_asked_for(wrong: str) -> None:
    text = f"sharecheck: protocol/1\nid: births\nbasis: {{{wrong}}}\nflows: []\n"
    assert after(text, unsafe=True) == text


def test_json_stays_json() -> None:
    text = '{\n  "sharecheck": "protocol/1",\n  "id": "Births",\n  "falgs": 1,\n  "version": 2,\n  "flows": [],\n}\n'
    right = text.replace("[],", "[]").replace("Births", "births").replace(": 2", ': "2"')
    assert after(text, "a.json") == right
    python = (
        '{"sharecheck": "protocol/1", "id": "a", "flows": [{"id": "a", "from": "b", "to": "c", "aggregate": True}]}'
    )
    assert after(python, "a.json") == python.replace("True", "true")
    twice = '{"sharecheck": "protocol/1", "id": "a", "id": "a", "flows": []}'
    assert after(twice, "a.json") == twice.replace(', "id": "a"', "", 1)


def test_an_exception_that_is_for_nothing_goes_with_its_line() -> None:
    head, rest = "sharecheck: protocol/1\nid: a", "\nflows: []"
    text = f"{head}  # sharecheck: ignore[DOC06] agreed\n# sharecheck: file-ignore[STR03] why{rest}"
    assert after(text) == head + rest


def test_an_exception_is_not_judged_while_its_file_is_not_understood() -> None:
    text = MISSPELT.replace("  - id: summary\n", "  # sharecheck: ignore[TIM01] agreed\n  - id: summary\n")
    text = text.replace("witihn: 2 days", "chanel: email")
    assert "ignore[TIM01]" in after(text)


def test_an_exception_from_what_the_whole_area_shows_is_kept_unless_asked_for() -> None:
    text = "sharecheck: protocol/1\nid: a\nflows: []  # sharecheck: ignore[GAP04] agreed\n"
    assert after(text) == text
    assert after(text, unsafe=True) == text.replace("  # sharecheck: ignore[GAP04] agreed", "")


def test_all_is_mended_when_there_is_nothing_left_to_mend() -> None:
    once = after(MISSPELT, unsafe=True)
    assert after(once, unsafe=True) == once


def offering(*edits: Splice | ValueEdit) -> Fixed:
    """What becomes of a finding with such a fix."""
    text = "sharecheck: protocol/1\nid: a  # the first\ntitle: One\nflows: []\n"
    document = reading.read_bytes(Path("a.yaml"), text.encode(), named=True)
    result = check(Workspace([document], DAY))
    finding = Finding(
        locations=here(document.place / "id"),
        message="one",
        about=("one",),
        fix=Fix(edits, safe=True),
    )
    one = Diagnostic(find("STR08")[0], finding, Severity.ERROR)
    given = Diagnostic(one.rule, finding, one.severity)
    result = type(result)(result.workspace, result.rules, (given,))
    return fixed(result, lambda workspace: type(result)(workspace, result.rules, ()), unsafe=False)


@pytest.mark.parametrize(
    ("edit", "reason"),
    [
        (Put(("flows",), 1), "there would be a new problem: `flows` is a number, not a list"),
        (Remove(("nothing",)), "there is no `nothing` where it should be changed"),
        (Splice((49, 52), "Two"), "something else would change"),
        (Splice((28, 41), "\n"), "a comment would be lost"),
        (Splice((23, 23), "["), "there would be a new problem: a key without a colon"),
    ],
)
def test_a_fix_that_would_do_harm_is_dropped_and_told(edit: Splice | ValueEdit, reason: str) -> None:
    made = offering(edit)
    assert ([one.reason for one in made.dropped], made.rewrites, made.done) == ([reason], (), ())


def test_a_fix_after_which_the_same_is_found_is_dropped() -> None:
    document = reading.read_bytes(Path("a.yaml"), b"sharecheck: protocol/1\nid: a\ntitle: One\nflows: []\n", named=True)
    result = check(Workspace([document], DAY))

    def look(workspace: Workspace) -> type[result]:  # type: ignore[valid-type]
        first = workspace.documents[0]
        finding = Finding(
            locations=here(first.place / "title"),
            message="one",
            about=("one",),
            fix=Fix((Put(("title",), "Two"),), safe=True),
        )
        return type(result)(workspace, result.rules, (Diagnostic(find("STR08")[0], finding, Severity.ERROR),))

    made = fixed(look(result.workspace), look, unsafe=False)
    assert ([one.reason for one in made.dropped], made.rewrites) == (["it would be found all the same"], ())


def test_a_fix_that_brings_another_finding_of_its_rule_is_dropped_and_the_others_are_made() -> None:
    text = b"sharecheck: protocol/1\nid: a\ntitle: One\nversion: One\nflows: []\n"
    workspace = Workspace([reading.read_bytes(Path("a.yaml"), text, named=True)], DAY)
    result = check(workspace)

    def look(workspace: Workspace) -> type[result]:  # type: ignore[valid-type]
        first = workspace.documents[0]
        fixes = {
            key: Fix((Put((key,), "Two"),), safe=True) for key in ("title", "version") if f"{key}: One" in first.text
        }
        found = [
            Finding(
                locations=here(first.place / key),
                message=key,
                about=(key,),
                fix=fix,
            )
            for key, fix in fixes.items()
        ]
        if "title" not in fixes:
            found.append(
                Finding(
                    locations=here(first.place / "title"),
                    message="`Two` is not a title",
                    about=("Two",),
                )
            )
        rule = find("STR08")[0]
        return type(result)(workspace, result.rules, tuple(Diagnostic(rule, one, Severity.ERROR) for one in found))

    made = fixed(look(result.workspace), look, unsafe=False)
    reasons = [(one.diagnostic.finding.message, one.reason) for one in made.dropped]
    assert reasons == [("title", "there would be a new finding: `Two` is not a title")]
    assert made.result.workspace.documents[0].text == text.decode().replace("version: One", "version: Two")


AREA = """\
sharecheck: area/1
id: tiny
nation: england
protocols: complete
parties:
  - {id: maternity, service: midwifery}
  - {id: hv, service: health-visiting}
"""
BIRTHS = """\
sharecheck: protocol/1
id: births
flows:
  - {id: summary, from: maternity, to: hv, when: {event: birth}, within: P2D, items: [birth-details]}
"""


@pytest.mark.parametrize("wrong", ["maternty", "midwives"])
def test_no_party_goes_while_a_name_that_may_be_its_own_is_unknown(wrong: str) -> None:
    texts = {"area.yaml": AREA, "births.yaml": BIRTHS.replace("from: maternity", f"from: {wrong}")}
    documents = [reading.read_bytes(Path(name), text.encode(), named=True) for name, text in texts.items()]
    look = partial(check, select=["STR"])
    made = fixed(look(Workspace(documents, DAY)), look, unsafe=True)
    near = wrong == "maternty"
    assert [one.text for one in made.result.workspace.documents] == [AREA, BIRTHS if near else texts["births.yaml"]]
    assert [one.rule.id for one in made.done] == (["STR01"] if near else [])


def test_writes_the_files_and_tells_what_was_done(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + MISSPELT.replace("\n", "\r\n").encode())
    printed = run("--fix", "--select", "DOC", path)
    right = MISSPELT.replace("In force", "in-force").replace("witihn: 2 days", "within: P2D")
    assert path.read_bytes() == b"\xef\xbb\xbf" + right.replace("\n", "\r\n").encode()
    assert printed.return_value == 0
    assert printed.stderr.splitlines()[-1] == "3 findings fixed in 1 file"
    assert printed.stdout.splitlines()[-1] == "1 file checked: nothing found"


def test_shows_what_would_change_and_writes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(MISSPELT)
    printed = run("--diff", "--select", "DOC", path)
    assert path.read_text() == MISSPELT
    assert printed.return_value == 1
    changed = [line for line in printed.stdout.splitlines() if line[0] in "+-" and line[:3] not in ("+++", "---")]
    assert changed == [
        "-status: In force",
        "+status: in-force",
        "-    witihn: 2 days  # agreed in March",
        "+    within: P2D  # agreed in March",
    ]
    path.write_text(MISSPELT.replace("In force", "in-force").replace("witihn: 2 days", "within: P2D"))
    again = run("--diff", "--select", "DOC", path)
    assert (again.return_value, again.stdout) == (0, "")


def test_says_how_many_more_need_a_look(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(MISSPELT)
    assert "1 more with `--unsafe-fixes`" in run("--fix", "--select", "STR02", path).stderr


def test_leaves_alone_what_an_exception_or_a_baseline_leaves_out(tmp_path: Path) -> None:
    path, known = tmp_path / "a.yaml", tmp_path / "known.json"
    text = MISSPELT.replace("In force", "in-force").replace("witihn: 2 days", "within: P2D")
    excepted = text.replace("birth-detials]", "birth-detials]  # sharecheck: ignore[STR02] our own word")
    path.write_text(excepted)
    run("--fix", "--unsafe-fixes", "--select", "STR02", path)
    assert path.read_text() == excepted
    path.write_text(text)
    run("--write-baseline", known, "--select", "STR02", path)
    run("--fix", "--unsafe-fixes", "--select", "STR02", "--baseline", known, path)
    assert path.read_text() == text


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--unsafe-fixes"], "`--unsafe-fixes` says what to mend with `--fix` or `--diff`: add one of them"),
        (
            ["--fix", "--write-baseline", "x.json"],
            "`--fix` mends what is found, and does not go together with `--write-baseline`",
        ),
    ],
)
def test_options_that_do_not_go_together(arguments: list[str], said: str, tmp_path: Path) -> None:
    printed = CliRunner().invoke(cli, ["check", *arguments, str(tmp_path)])
    assert (printed.exit_code, said in printed.output) == (2, True)


def test_findings_with_a_fix_are_marked(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(MISSPELT)
    assert "  fixable with `--fix`\n" in run(path).stdout
    told = json.loads(run("--output-format", "json", path).stdout)["diagnostics"]
    assert {one["rule"]: one["fix"] for one in told} == {"DOC06": "safe"}
    path.write_text(MISSPELT.replace("In force", "in-force").replace("witihn: 2 days", "within: P2D"))
    told = json.loads(run("--output-format", "json", "--select", "STR02,STR08", path).stdout)["diagnostics"]
    assert {one["rule"]: one["fix"] for one in told} == {"STR02": "unsafe", "STR08": None}
    assert "  fixable with `--fix --unsafe-fixes`\n" in run("--select", "STR02", path).stdout


@pytest.mark.parametrize("seed", range(40))
def test_a_slip_in_a_key_of_a_model_area_is_undone_or_left_but_never_made_another_one(seed: int) -> None:
    random = Random(seed)
    path = random.choice(sorted(MODELS.glob("model-*/*.yaml")))
    text = path.read_text(encoding="utf-8")
    document = reading.read_bytes(path, text.encode(), named=True)
    lines = text.split("\n")
    keyed = [n for n, line in enumerate(lines) if line.strip().partition(":")[1] and line.strip()[0].isalpha()]
    number = random.choice(keyed)
    key = lines[number].strip().partition(":")[0].removeprefix("- ")
    at = random.randrange(len(key))
    slip = random.choice([key[:at] + key[at + 1 :], key[:at] + key[at] + key[at:], key[:at] + "x" + key[at + 1 :]])
    lines[number] = lines[number].replace(key, slip or "x", 1)
    wrong = reading.read_bytes(path, "\n".join(lines).encode(), named=True)
    result = fixed(check(Workspace([wrong], DAY), select=["DOC"]), partial(check, select=["DOC"]), unsafe=False).result
    assert result.workspace.documents[0].text in (document.text, wrong.text)
