"""The program as its user meets it: what it prints and how it exits."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from jsonschema import validate

GOOD = """\
sharecheck: protocol/1
id: handover
title: Handover
version: "1.0"
status: draft
effective: 2026-01-01
owner: {party: maternity}
flows: []
"""

AREA = """\
sharecheck: area/1
id: northshire
nation: england
pathway: small
protocols: complete
parties:
  - {id: maternity, service: midwifery}
  - {id: hv, service: health-visiting}
"""

PATHWAY = """\
sharecheck: pathway/1
id: small
nation: england
events:
  - {id: birth, title: Birth, window: {age: {from: P0D, to: P0D}}}
  - {id: new-birth-visit, title: New birth visit, window: {age: {from: P10D, to: P14D}}}
records:
  - {service: midwifery, event: birth, items: [birth-details, growth]}
transitions:
  - id: handover
    code: T07
    title: Midwifery to health visiting
    to: health-visiting
    at: new-birth-visit
    source: qs37-1
    strength: national-standard
    verified: "yes"
    needs: [{item: birth-details, weight: critical}, {item: growth, weight: useful}]
"""

LEAKY = """\
sharecheck: protocol/1
id: handover
flows:
  - id: summary
    from: maternity
    to: hv
    when: {event: birth}
    within: P12D
    matched-by: [nhs-number]
    items: [birth-details]
"""

TIGHT = LEAKY.replace("P12D", "P5D").replace("    matched-by: [nhs-number]\n", "")
GAPS = ("--select", "GAP")


def run(*words: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "sharecheck", *words],
        cwd=cwd,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


@pytest.fixture
def area(tmp_path: Path) -> Path:
    for name, text in {"area": AREA, "pathway": PATHWAY, "handover": LEAKY}.items():
        (tmp_path / f"{name}.yaml").write_text(text)
    return tmp_path


def test_a_clean_folder_exits_with_0_and_prints_no_finding(tmp_path: Path) -> None:
    (tmp_path / "good.yaml").write_text(GOOD)
    done = run("check", "--each", "--select", "STR,DOC,TIM", cwd=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, "1 file checked: nothing found\n", "")


def test_a_loss_exits_with_1_and_shows_table_and_picture(area: Path) -> None:
    done = run("check", *GAPS, cwd=area)
    assert done.returncode == 1
    words = " ".join(done.stdout.split())
    assert "`birth-details` does not reach `hv` by `new-birth-visit` (at 10 days)" in words
    assert "cannot tell which child `summary`" in words
    assert "  T07 Midwifery to health visiting" in done.stdout
    assert "  0 of 2 needs are kept\n" in done.stdout
    assert "2 lost on the way" in done.stdout
    assert "I no identifier  N not shared" in done.stdout
    assert max(map(len, done.stdout.splitlines())) <= 80
    assert (done.stdout.splitlines()[-1], done.stderr) == ("3 files checked: 1 error, 1 information", "")


def test_a_mended_area_is_kept_as_far_as_it_goes(area: Path) -> None:
    (area / "handover.yaml").write_text(TIGHT)
    done = run("check", *GAPS, "--fail-on", "warning", cwd=area)
    assert done.returncode == 0
    assert "  1 of 2 needs are kept\n" in done.stdout
    assert run("check", *GAPS, "--fail-on", "information", cwd=area).returncode == 1
    assert run("check", *GAPS, "--fail-under", "50", cwd=area).returncode == 0
    assert run("check", *GAPS, "--fail-under", "50.1", cwd=area).returncode == 1


def test_the_day_decides_what_is_in_force(area: Path) -> None:
    (area / "handover.yaml").write_text(TIGHT.replace("flows:", "expires: 2026-12-31\nflows:"))
    assert run("check", "--select", "GAP05", "--as-of", "2026-12-31", cwd=area).returncode == 0
    done = run("check", "--select", "GAP05", "--as-of", "2027-01-01", cwd=area)
    assert done.returncode == 1
    assert "but it expired on 2026-12-31" in " ".join(done.stdout.split())


def test_concise_is_a_line_a_finding(area: Path) -> None:
    done = run("check", "--select", "GAP07", "--output-format", "concise", cwd=area)
    assert done.stdout == (
        "handover.yaml:10:13: GAP07 `birth-details` does not reach `hv` by `new-birth-visit` (at 10 days): `hv` and "
        "`maternity` cannot tell which child `summary` is about without `nhs-number`\n"
    )


def test_json_has_everything(area: Path) -> None:
    report = json.loads(run("check", *GAPS, "--output-format", "json", cwd=area).stdout)
    validate(report, json.loads((Path(__file__).parent.parent / "schemas" / "report-1.schema.json").read_text()))
    assert report["schema_version"] == 1
    assert report["summary"]["coverage"]["lost"] == 2
    assert [need["kind"] for need in report["areas"][0]["needs"]] == ["unmatched", "not-shared"]
    first = next(one for one in report["diagnostics"] if one["rule"] == "GAP07")
    assert (first["path"], first["line"], first["column"]) == ("handover.yaml", 10, 13)
    assert first["route"] == ["flows", 0, "items", 0]
    assert len(first["fingerprint"]) == 32


def test_a_fingerprint_stays_when_lines_move(area: Path) -> None:
    def prints() -> set[str]:
        report = json.loads(run("check", *GAPS, "--output-format", "json", cwd=area).stdout)
        return {one["fingerprint"] for one in report["diagnostics"]}

    before = prints()
    (area / "handover.yaml").write_text("# a comment\n\n" + LEAKY)
    assert prints() == before != set()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("check", "--select", "TIM99"), "no rule is called `TIM99`; did you mean `TIM"),
        (("check", "--as-of", "2026-02-29"), "`2026-02-29` is no day of the calendar"),
        (("check", "--as-of", "soon"), "`soon` is no day of the calendar; write it like `2026-11-22`"),
        (("explain", "flow-without-time-limt"), "did you mean `flow-without-time-limit`?"),
        (("trace", "birth-detail", "--to", "hv"), "did you mean `birth-details`?"),
        (("trace", "birth-details", "--to", "h-v"), "did you mean `hv`?"),
        (("trace", "smoking", "--to", "hv"), "no transition here needs `smoking` at `hv`"),
        (("schema", "protocl"), "'protocl' is not one of"),
    ],
)
def test_a_mistake_in_the_command_is_one_line_and_2(area: Path, words: tuple[str, ...], said: str) -> None:
    done = run(*words, cwd=area)
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


def test_a_file_that_is_not_there_is_2_and_the_others_are_checked(area: Path) -> None:
    done = run("check", "missing.yaml", "handover.yaml", "--select", "DOC01,STR08", cwd=area)
    assert done.returncode == 2
    assert "DOC01" in done.stdout
    assert "STR08" in done.stdout


def test_nothing_to_check_is_3(tmp_path: Path) -> None:
    (tmp_path / "other.yaml").write_text("a: 1\n")
    done = run("check", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (3, "")
    assert "nothing to check" in done.stderr


def test_a_broken_file_is_a_finding_and_the_others_are_checked(area: Path) -> None:
    (area / "broken.yaml").write_text("sharecheck: protocol/1\nid: [\n")
    done = run("check", "--select", "DOC,GAP", cwd=area)
    assert done.returncode == 1
    assert "DOC02" in done.stdout
    assert "GAP10" in done.stdout, "what it is filed by may come by what the broken file says"


def test_trace_shows_the_way_hop_by_hop(area: Path) -> None:
    (area / "handover.yaml").write_text(TIGHT)
    done = run("trace", "birth-details", "--to", "health-visiting", cwd=area)
    assert done.returncode == 0
    assert done.stdout == (
        "northshire: birth-details to hv kept\n"
        "  needed for T07 Midwifery to health visiting, at 10 days, as paper or better\n"
        "  1. maternity records it at birth, at birth at the latest, coded\n"
        "  2. summary brings it to hv at 5 days at the latest, coded  handover.yaml:4\n"
    )
    missing = run("trace", "growth", "--to", "hv", cwd=area)
    assert missing.returncode == 1
    assert "`maternity` holds it at birth; no way leads on" in missing.stdout


def test_colour_only_when_asked_or_seen(area: Path) -> None:
    assert "\x1b[" not in run("check", *GAPS, cwd=area).stdout
    assert "\x1b[" in run("check", *GAPS, "--color", "always", cwd=area).stdout
    assert "\x1b[" in run("check", *GAPS, cwd=area, FORCE_COLOR="1").stdout
    assert "\x1b[" not in run("check", *GAPS, "--color", "never", cwd=area, FORCE_COLOR="1").stdout


def test_rules_and_explain_print_every_rule(tmp_path: Path) -> None:
    listed = run("rules", cwd=tmp_path)
    assert listed.returncode == 0
    assert "  GAP04  error" in listed.stdout
    assert max(map(len, listed.stdout.splitlines())) <= 80
    page = run("explain", "gap04", cwd=tmp_path)
    assert page.returncode == 0
    assert "Why it matters" in page.stdout
    assert "Sources" in page.stdout


def test_schema_prints_json(tmp_path: Path) -> None:
    done = run("schema", "protocol", cwd=tmp_path)
    assert json.loads(done.stdout)["title"] == "sharecheck protocol/1"


def test_control_characters_of_a_file_never_reach_the_terminal(area: Path) -> None:
    name = "area\x1b[31m\u202e.yaml"
    (area / name).write_text('sharecheck: protocol/1\nid: bad\nflows: []\n"\\e[31mkey": 1\n')
    done = run("check", "--select", "DOC", cwd=area)
    assert done.returncode == 1
    assert not {"\x1b", "\u202e"} & set(done.stdout)
    assert "area\\x1b[31m\\u202e.yaml" in done.stdout


def test_warnings_of_python_are_errors_and_none_comes(area: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-W", "error", "-m", "sharecheck", "check", "."],
        cwd=area,
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 1
    assert b"Warning" not in done.stderr


def test_a_closed_pipe_is_quiet(area: Path) -> None:
    done = subprocess.run(
        f"{sys.executable} -m sharecheck check --coverage . | head -c 1",
        shell=True,
        cwd=area,
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert done.stderr.replace(b"3 files checked", b"").count(b"Error") == 0


def test_an_ascii_terminal_gets_escapes_rather_than_a_crash(area: Path) -> None:
    (area / "handover.yaml").write_text(LEAKY + "    title: Übergabe\n")
    done = run("check", cwd=area, PYTHONIOENCODING="ascii", LANG="C")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr


def test_a_refused_file_never_makes_a_loss_and_is_always_told(area: Path) -> None:
    (area / "handover.yaml").write_text(TIGHT.replace("P5D", "5 days"))
    done = run("check", "--select", "GAP", "--ignore", "DOC06", cwd=area)
    words = " ".join(done.stdout.split())
    assert done.returncode == 1
    assert "error[DOC06]" in words
    assert "2 of 2 needs at transitions cannot be judged: a file could not be understood" in words
    assert "lost" not in words


def test_more_handovers_than_can_be_worked_out_are_told_and_not_waited_for(area: Path) -> None:
    ids = [f"n{number}" for number in range(300)]
    parties = "".join(f"  - {{id: {id}, service: early-years-setting}}\n" for id in ids)
    (area / "area.yaml").write_text(AREA + parties)
    (area / "handover.yaml").write_text(
        TIGHT.replace("maternity", f"[{', '.join(ids)}]").replace("hv", f"[{', '.join(ids)}]")
    )
    done = run("check", *GAPS, cwd=area)
    assert done.returncode == 0
    assert "there are more than 50,000 handovers" in " ".join(done.stdout.split())


def test_a_name_that_is_no_text_is_told_in_every_format(area: Path) -> None:
    (area / os.fsdecode(b"bad\xff.yaml")).write_text("sharecheck: protocol/1\nid: [\n")
    for form in ("full", "concise", "json"):
        done = run("check", "--select", "DOC", "--output-format", form, cwd=area)
        assert done.returncode == 1
        assert "bad\\udcff.yaml" in done.stdout.replace("\\\\", "\\")


def test_a_closed_output_is_no_bug(area: Path) -> None:
    done = subprocess.run(
        f"{sys.executable} -m sharecheck check . >&-",
        shell=True,
        cwd=area,
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert b"please report" not in done.stderr
    assert done.returncode == 1
