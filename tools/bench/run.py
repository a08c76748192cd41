"""Measure `sharecheck` beside the tools that check the shape of files, and how it grows. See README.md.

Every number of a command is a whole process, measured in the same run as what it is compared with, in turns.
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
import venv
from collections.abc import Callable
from pathlib import Path

from floors import FLOORS
from profiled import profiled
from report import AREAS, OURS, SIZES, report
from tasks import Task, command, measure

from generate import PROTOCOLS, areas, single
from network import big, fresh
from sharecheck import Workspace
from sharecheck.network import Network, outcomes

SCHEMA = Path(__file__).parents[2] / "schemas" / "protocol-1.schema.json"
PIP = ("check-jsonschema==0.39.0",)
NPM = ("ajv-cli@5.0.0", "ajv-formats@3.0.1", "@stoplight/spectral-cli@6.16.3")
_RULESET = """\
rules:
  flow-has-time-limit:
    given: $.flows[*]
    severity: error
    then: {field: within, function: truthy}
  flow-name-is-in-kebab-case:
    given: $.flows[*].id
    severity: error
    then: {function: casing, functionOptions: {type: kebab}}
  assessment-is-named:
    given: $.governance
    severity: error
    then: {field: dpia, function: defined}
"""


def main() -> None:
    """Set up, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, help="a folder for the tools and the files; a temporary one by default")
    parser.add_argument("--rounds", type=int, default=5, help="how often each is measured (default: 5)")
    parser.add_argument("--profile", action="store_true", help="only: where one run over 500 files spends its time")
    parser.add_argument("--only", choices=("files", "network", "areas"), help="only one part")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        work = (given.work or Path(temporary)).resolve()
        work.mkdir(parents=True, exist_ok=True)
        if given.profile:
            shutil.rmtree(work / "files", ignore_errors=True)
            areas(work / "files" / "500", 500)
            print(profiled(work / "files" / "500"))
            return
        parts: dict[str, Callable[[], list[Task]]] = {
            "files": lambda: _files(work),
            "network": _networks,
            "areas": lambda: _areas(work),
        }
        tasks = [task for name, made in parts.items() if given.only in (None, name) for task in made()]
        measure(tasks, given.rounds)
        print(report(tasks))


def _files(work: Path) -> list[Task]:
    found = []
    check_jsonschema, ajv, spectral = _pip(work / "python"), *_npm(work / "node")
    ruleset = work / "ruleset.yaml"
    ruleset.write_text(_RULESET, encoding="utf-8")
    shutil.rmtree(work / "files", ignore_errors=True)
    (work / "files").mkdir()
    one = single(work / "files" / "one.yaml")
    check = (sys.executable, "-m", "sharecheck", "check")
    code = work / "byte-code"
    for number in SIZES:
        folder = work / "files" / str(number)
        paths = [one] if number == 1 else areas(folder, number)
        what = f"{number} file{'s' if number > 1 else ''}"
        target = one if number == 1 else folder
        found.append(Task(OURS, what, command(*check, target, PYTHONPYCACHEPREFIX=code)))
        for name, program in FLOORS.items():
            found.append(Task(name, what, command(sys.executable, "-c", program, *paths, PYTHONPYCACHEPREFIX=code)))
        if check_jsonschema:
            found.append(Task("check-jsonschema", what, command(check_jsonschema, "--schemafile", SCHEMA, *paths)))
        if ajv:
            data = [word for path in paths for word in ("-d", str(path))]
            options = ("validate", "--strict=false", "-c", "ajv-formats", "-s", str(SCHEMA))
            found.append(Task("ajv-cli", what, command(ajv, *options, *data, cwd=work / "node")))
        if spectral:
            found.append(Task("spectral", what, command(spectral, "lint", "--ruleset", ruleset, *paths)))
    return found


def _pip(home: Path) -> Path | None:
    """check-jsonschema in an environment of its own; None where it cannot be had."""
    program = home / "bin" / "check-jsonschema"
    if not program.exists():
        venv.create(home, with_pip=True)
        subprocess.run([home / "bin" / "pip", "install", "--quiet", *PIP], capture_output=True, check=False)
    return program if program.exists() else None


def _npm(home: Path) -> tuple[Path | None, Path | None]:
    """ajv and spectral; None where they cannot be had."""
    programs = [home / "node_modules" / ".bin" / name for name in ("ajv", "spectral")]
    npm = shutil.which("npm")
    if npm and not all(program.exists() for program in programs):
        home.mkdir(parents=True, exist_ok=True)
        flags = ("--no-audit", "--no-fund", "--silent")
        subprocess.run([npm, "install", *flags, "--prefix", home, *NPM], capture_output=True, check=False)
    ajv, spectral = (program if program.exists() else None for program in programs)
    return ajv, spectral


def _networks() -> list[Task]:
    found = []
    for times in (1, 2, 4):
        network = big(times)
        found.append(Task("ladder", f"{times}x", lambda network=network: outcomes(fresh(network))))
    for seed in range(1, 7):
        network = big(1, seed)
        found.append(Task("seed", f"seed {seed}", lambda network=network: outcomes(fresh(network))))
    return found


def _areas(work: Path) -> list[Task]:
    """As many areas as there are: the ladders of big ones with gaps, and all from files to outcomes."""
    shutil.rmtree(work / "areas", ignore_errors=True)
    areas(work / "areas", AREAS * PROTOCOLS)
    some: list[Network] = [big(1, seed) for seed in range(1, 7)]
    return [
        Task("areas", "ladders, gaps in each", lambda: [outcomes(fresh(some[turn % 6])) for turn in range(AREAS)]),
        Task(
            "areas",
            "files to outcomes, none lost",
            lambda: [area.outcomes for area in Workspace.open(work / "areas").areas],
        ),
    ]


if __name__ == "__main__":
    main()
