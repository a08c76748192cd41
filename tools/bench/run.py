"""Measure `sharecheck` beside the tools that check the shape of files, and how it grows. See README.md.

Every number is a whole process, measured in the same run as what it is compared with, in turns.
"""

import argparse
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import venv
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from statistics import median
from time import perf_counter

from profiled import profiled

from generate import areas, single
from network import big, fresh
from sharecheck.network import outcomes

SCHEMA = Path(__file__).parents[2] / "schemas" / "protocol-1.schema.json"
PIP = ("check-jsonschema==0.39.0",)
NPM = ("ajv-cli@5.0.0", "ajv-formats@3.0.1", "@stoplight/spectral-cli@6.16.3")
SIZES = (1, 50, 500)
SLOW = 20.0
"""Seconds: what takes longer is measured twice only."""
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


@dataclass
class Task:
    """Something to measure, and what it took, in seconds."""

    tool: str
    what: str
    run: Callable[[], object]
    took: list[float] = field(default_factory=list)
    worked: list[float] = field(default_factory=list)
    """Seconds of processor time, its processes included: what others on the machine disturb less."""
    failed: bool = False

    def once(self) -> None:
        """Measure it once more."""
        worked, start = sum(os.times()[:4]), perf_counter()
        self.run()
        self.took.append(perf_counter() - start)
        self.worked.append(sum(os.times()[:4]) - worked)

    @property
    def best(self) -> float:
        """The best time: what is least disturbed by others on the machine."""
        return min(self.took)


class Failed(Exception):
    """A command that did not end as it should: then its time says nothing."""


def command(*words: str | Path, cwd: Path | None = None) -> Callable[[], object]:
    """A command as something to measure; it must end with status 0."""
    line = [str(word) for word in words]

    def run() -> None:
        done = subprocess.run(line, capture_output=True, text=True, cwd=cwd, check=False)
        if done.returncode:
            raise Failed(f"{' '.join(line[:4])} … ended with {done.returncode}: {(done.stdout + done.stderr)[-400:]}")

    return run


def main() -> None:
    """Set up, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, help="a folder for the tools and the files; a temporary one by default")
    parser.add_argument("--rounds", type=int, default=5, help="how often each is measured (default: 5)")
    parser.add_argument("--profile", action="store_true", help="only: where one run over 500 files spends its time")
    parser.add_argument("--only", choices=("files", "network"), help="only one half")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        work = (given.work or Path(temporary)).resolve()
        work.mkdir(parents=True, exist_ok=True)
        if given.profile:
            shutil.rmtree(work / "files", ignore_errors=True)
            areas(work / "files" / "500", 500)
            print(profiled(work / "files" / "500"))
            return
        tasks = [*(_files(work) if given.only != "network" else ()), *(_networks() if given.only != "files" else ())]
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
    for number in SIZES:
        folder = work / "files" / str(number)
        paths = [one] if number == 1 else areas(folder, number)
        what = f"{number} file{'s' if number > 1 else ''}"
        found.append(Task("sharecheck", what, command(*check, one if number == 1 else folder)))
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
    return found


def measure(tasks: list[Task], rounds: int) -> None:
    """In turns, so that what disturbs the machine disturbs all; one round before to warm up the disk."""
    for number in range(rounds + 1):
        for task in tasks:
            if task.failed or (len(task.took) > 1 and task.best > SLOW):
                continue
            try:
                task.once()
            except Failed as error:
                print(f"{task.tool}, {task.what}: {error}", file=sys.stderr)
                task.failed = True
                task.took.clear()
        if number == 0:
            for task in tasks:
                if task.took and task.best <= SLOW:
                    task.took.clear()
                    task.worked.clear()


def report(tasks: list[Task]) -> str:
    """What was measured, as Markdown."""
    lines = [
        f"{date.today()} · Python {platform.python_version()} · {os.cpu_count()} cores · {platform.machine()} · "
        f"load {os.getloadavg()[0]:.1f}",
        "",
    ]
    took = {(task.tool, task.what): task.best for task in tasks if task.took}
    if any(task.tool == "sharecheck" for task in tasks):
        lines += [
            "| | tool | best | median | processor, best | runs | best, against sharecheck |",
            "|---|---|---|---|---|---|---|",
        ]
        for number in SIZES:
            what = f"{number} file{'s' if number > 1 else ''}"
            own = took.get(("sharecheck", what))
            for tool in ("sharecheck", "check-jsonschema", "ajv-cli", "spectral"):
                task = next((one for one in tasks if (one.tool, one.what) == (tool, what)), None)
                if task is None or task.failed:
                    lines.append(f"| {what} | {tool} | {'failed' if task else 'missing'} | | | | |")
                    continue
                ratio = f"{task.best / own:.2f} x" if own else ""
                times = f"{task.best:.2f} s | {median(task.took):.2f} s | {min(task.worked):.2f} s | {len(task.took)}"
                lines.append(f"| {what} | {tool} | {times} | {ratio} |")
        lines.append("")
    ladders = [task for task in tasks if task.tool == "ladder"]
    if ladders:
        lines += ["| network | best | median | processor, best | growth |", "|---|---|---|---|---|"]
        for before, task in zip([None, *ladders], ladders, strict=False):
            growth = f"{task.best / before.best:.2f} x" if before else ""
            times = (task.best, median(task.took), min(task.worked))
            lines.append(f"| {task.what} | {' | '.join(f'{one * 1e3:.0f} ms' for one in times)} | {growth} |")
        lines.append("")
    worked = {(task.tool, task.what): min(task.worked) for task in tasks if task.worked}
    return "\n".join(lines + _targets(took, worked))


def _targets(took: dict[tuple[str, str], float], worked: dict[tuple[str, str], float]) -> list[str]:
    """Each target, and whether it was reached in this run: by the clock, and in processor time beside it."""
    wanted = [
        ("500 files, no slower than ajv-cli", ("sharecheck", "500 files"), ("ajv-cli", "500 files"), 1.0),
        ("500 files, a tenth of spectral", ("sharecheck", "500 files"), ("spectral", "500 files"), 1 / 10),
        ("500 files, 1/50 of check-jsonschema", ("sharecheck", "500 files"), ("check-jsonschema", "500 files"), 1 / 50),
        ("one file, a third of check-jsonschema", ("sharecheck", "1 file"), ("check-jsonschema", "1 file"), 1 / 3),
        ("500 files, at most 10 times 50 files", ("sharecheck", "500 files"), ("sharecheck", "50 files"), 10.0),
        ("the network 2x, at most 2.2 times 1x", ("ladder", "2x"), ("ladder", "1x"), 2.2),
        ("the network 4x, at most 2.2 times 2x", ("ladder", "4x"), ("ladder", "2x"), 2.2),
    ]
    lines = ["| target | wanted | by the clock | processor | |", "|---|---|---|---|---|"]
    for name, own, other, most in wanted:
        if own in took and other in took:
            ratio, work = took[own] / took[other], worked[own] / worked[other]
            verdict = "reached" if ratio <= most else "not reached"
            lines.append(f"| {name} | {most:.2f} x | {ratio:.2f} x | {work:.2f} x | {verdict} |")
    if ("ladder", "1x") in took:
        best, work = took["ladder", "1x"] * 1e3, worked["ladder", "1x"] * 1e3
        verdict = "reached" if best <= 100 else "not reached"
        lines.append(f"| the ladder of a big area | 100 ms | {best:.0f} ms | {work:.0f} ms | {verdict} |")
    return lines


if __name__ == "__main__":
    main()
