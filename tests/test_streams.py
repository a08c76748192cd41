"""What is printed where, in which encoding and in which colours; and what happens when nobody reads it."""

import ast
import json
import os
import pty
import re
import subprocess
import sys
from contextlib import chdir
from pathlib import Path
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner

from sharecheck.cli import cli
from tests.test_cli import AREA, LEAKY, PATHWAY

WIDE = LEAKY + '    title: "café 👶"\n'
COMMANDS = ("check .", "check . --output-format json", "rules", "schema protocol", "--help")
TAKES_A_FILE = (
    "check .",
    "trace growth --to hv .",
    "journey",
    "what-if --without flow:handover/summary .",
    "weak-points .",
    "cliffs .",
    "border northshire northshire",
    "diff area.yaml area.yaml",
    "themes .",
    "repair .",
    "capacity .",
)


@pytest.fixture
def area(tmp_path: Path) -> Path:
    for name, text in (("area", AREA + "births-a-year: 1000\n"), ("pathway", PATHWAY), ("handover", WIDE)):
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    return tmp_path


def run(command: str, folder: Path, redirect: str = "", **environment: str) -> subprocess.CompletedProcess[bytes]:
    """The program in a shell, with what the shell does to its streams."""
    return subprocess.run(
        ["bash", "-c", f"set -o pipefail; {sys.executable} -m sharecheck {command} {redirect}"],
        cwd=folder,
        env={**os.environ, **environment},
        capture_output=True,
        timeout=120,
        check=False,
    )


def run_here(command: str, folder: Path, **environment: str) -> tuple[int, bytes]:
    """Exit status and output of the program in this process, whose streams are no terminal either."""
    with chdir(folder):
        done = CliRunner(env=environment).invoke(cli, command.split())
    return done.exit_code, done.stdout_bytes


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-16"])
def test_what_programs_read_is_utf_8_whatever_the_terminal_says(area: Path, encoding: str) -> None:
    made = run("check . --output-format json", area, PYTHONIOENCODING=encoding).stdout
    assert json.loads(made.decode("utf-8"))["tool"]["name"] == "sharecheck"
    picture = run("trace birth-details . --to hv --output-format svg", area, PYTHONIOENCODING=encoding).stdout
    assert ElementTree.fromstring(picture).tag == "{http://www.w3.org/2000/svg}svg"
    json.loads(run("schema area", area, PYTHONIOENCODING=encoding).stdout)


def test_text_for_people_has_escapes_for_what_the_terminal_lacks(area: Path) -> None:
    (area / "handover.yaml").write_text(WIDE.replace("in: P5D", "in: café 👶"), encoding="utf-8")
    done = run("check . --select DOC", area, PYTHONIOENCODING="cp1252")
    assert b"caf\xe9" not in done.stdout or b"\\U0001f476" in done.stdout
    assert (done.returncode, done.stderr) == (0, b"")


def test_an_encoding_that_begins_with_a_mark_has_it_once_and_a_silent_stream_stays_empty(area: Path) -> None:
    plain, wide = (run("check .", area, PYTHONIOENCODING=encoding) for encoding in ("utf-8", "utf-16"))
    assert (wide.stdout.decode("utf-16"), wide.stderr) == (plain.stdout.decode("utf-8"), b"")
    quiet = run("check . --quiet --select DOC", area, "> out 2> err", PYTHONIOENCODING="utf-16")
    assert (quiet.returncode, (area / "out").read_bytes(), (area / "err").read_bytes()) == (0, b"", b"")
    in_file = run("check .", area, "> report.txt", PYTHONIOENCODING="utf-16")
    assert (in_file.stdout, in_file.stderr) == (b"", b"")
    assert (area / "report.txt").read_bytes().count("\ufeff".encode("utf-16-le")) == 1


@pytest.mark.parametrize("command", COMMANDS)
def test_a_reader_that_has_gone_and_a_closed_stream_change_no_exit_status(command: str, area: Path) -> None:
    expected = run(command, area).returncode
    for redirect in ("| true", "| true", "2>&1 | head -1", ">&-", "2>&-", ">&- 2>&-", ">/dev/null 2>/dev/full"):
        done = run(command, area, redirect)
        assert (done.returncode, b"Error" in done.stderr) == (expected, False)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device that is always full")
@pytest.mark.parametrize("command", ["check .", "check . --output-format json", "rules"])
def test_a_report_that_cannot_be_printed_is_a_failure(command: str, area: Path) -> None:
    done = run(command, area, ">/dev/full")
    assert (done.returncode, done.stderr) == (2, b"sharecheck cannot go on: No space left on device\n")


def test_the_totals_are_in_the_report(area: Path) -> None:
    done = run("check . --select GAP", area, "> report.txt")
    assert (area / "report.txt").read_text().splitlines()[-1] == "3 files checked: 1 error, 1 information"
    assert (done.stdout, done.stderr) == (b"", b"")


def test_a_report_for_programs_has_a_line_of_summary_on_stderr(area: Path) -> None:
    done = run("check . --select GAP --output-format json", area)
    assert json.loads(done.stdout)["summary"]["errors"] == 1
    assert done.stderr == b"3 files checked: 1 error, 1 information\n"


@pytest.mark.parametrize("command", TAKES_A_FILE)
def test_output_file_holds_what_would_be_printed(command: str, area: Path) -> None:
    status, printed = run_here(command, area)
    assert run_here(f"{command} --output-file report", area) == (status, b"")
    assert (area / "report").read_bytes() == printed != b""


def test_a_report_in_a_file_has_no_colours_but_where_they_are_asked_for(area: Path) -> None:
    run_here("check . --output-file report", area, FORCE_COLOR="1")
    assert b"\x1b" not in (area / "report").read_bytes()
    run_here("check . --output-file report --color always", area)
    assert b"\x1b" in (area / "report").read_bytes()


@pytest.mark.parametrize(
    ("environment", "option", "coloured"),
    [
        ({}, "", False),
        ({"FORCE_COLOR": "1"}, "", True),
        ({"FORCE_COLOR": "0"}, "", False),
        ({"NO_COLOR": "1", "FORCE_COLOR": "1"}, "", False),
        ({"NO_COLOR": "", "FORCE_COLOR": "1"}, "", True),
        ({"NO_COLOR": "1"}, "--color always", True),
        ({"FORCE_COLOR": "1"}, "--color never", False),
    ],
)
def test_colour_is_decided_once(environment: dict[str, str], option: str, coloured: bool, area: Path) -> None:
    clean = {"NO_COLOR": "", "FORCE_COLOR": ""} | environment
    for command in ("check .", "rules"):
        assert (b"\x1b[" in run_here(f"{command} {option}", area, **clean)[1]) == coloured


@pytest.mark.parametrize(("option", "coloured"), [("always", True), ("never", False)])
def test_progress_has_the_colours_of_the_rest(option: str, coloured: bool, area: Path) -> None:
    master, slave = pty.openpty()
    subprocess.run(
        [sys.executable, "-m", "sharecheck", "weak-points", "--color", option, "."],
        cwd=area,
        env={**os.environ, "TERM": "xterm-256color"},
        stdout=subprocess.DEVNULL,
        stderr=slave,
        timeout=120,
        check=False,
    )
    os.close(slave)
    shown = b""
    while True:
        try:
            part = os.read(master, 65536)
        except OSError:
            break
        if not part:
            break
        shown += part
    os.close(master)
    assert b"weak points" in shown
    assert (re.search(rb"\x1b\[[0-9;]+m", shown) is not None) == coloured


@pytest.mark.parametrize("module", ["click", "sharecheck.cli.group", "pydantic", "sharecheck.report.full", "ryaml"])
def test_an_interrupt_at_any_time_gives_130_and_one_word(module: str, area: Path) -> None:
    program = (
        "import os, signal, sys\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"  # who runs the tests behind a shell ignores it
        "class Finder:\n"
        "    def find_spec(name, path=None, target=None):\n"
        f"        if name == {module!r}:\n"
        "            os.kill(os.getpid(), signal.SIGINT)\n"
        "sys.meta_path.insert(0, Finder)\n"
        "sys.argv = ['sharecheck', 'check', '.']\n"
        "from sharecheck.cli import main\n"
        "main()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=area, capture_output=True, text=True, timeout=60, check=False
    )
    assert (done.returncode, done.stderr.strip()) == (130, "interrupted")


def test_only_the_writer_of_streams_writes_to_them() -> None:
    """A command that prints by itself would print what a file says raw."""
    source = Path(__file__).parent.parent / "src" / "sharecheck"
    allowed = {source / "cli" / "streams.py", source / "cli" / "__init__.py"}
    found = [
        f"{path.relative_to(source)}:{node.lineno}"
        for path in source.rglob("*.py")
        if path not in allowed
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and ast.unparse(node.func) in ("print", "click.echo", "click.secho", "sys.stdout.write")
    ]
    assert found == []
