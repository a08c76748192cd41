"""Something to measure, and how: in turns, by the clock and in processor time."""

import gc
import os
import resource
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter

SLOW = 20.0
"""Seconds: what takes longer is measured twice only."""


@dataclass
class Task:
    """Something to measure, and what it took, in seconds."""

    tool: str
    what: str
    run: Callable[[], object]
    before: Callable[[], object] = lambda: None
    """What comes before each time, and is not measured."""
    took: list[float] = field(default_factory=list)
    worked: list[float] = field(default_factory=list)
    """Seconds of processor time, its processes included: what others on the machine disturb less."""
    failed: bool = False

    def once(self) -> None:
        """Measure it once more."""
        self.before()
        gc.collect()
        gc.disable()  # as the program does for a run
        worked, start = _worked(), perf_counter()
        self.run()
        self.took.append(perf_counter() - start)
        self.worked.append(_worked() - worked)
        gc.enable()

    @property
    def best(self) -> float:
        """The best time: what is least disturbed by others on the machine."""
        return min(self.took)


class Failed(Exception):
    """A command that did not end as it should: then its time says nothing."""


def command(*words: str | Path, cwd: Path | None = None, **variables: Path) -> Callable[[], object]:
    """A command as something to measure; it must end with status 0.

    Python keeps its byte code, as it does where a program is installed, also if the surroundings say otherwise.
    """
    line = [str(word) for word in words]
    around = {**os.environ, **{name: str(path) for name, path in variables.items()}}
    around.pop("PYTHONDONTWRITEBYTECODE", None)

    def run() -> None:
        done = subprocess.run(line, capture_output=True, text=True, cwd=cwd, env=around, check=False)
        if done.returncode:
            raise Failed(f"{' '.join(line[:4])} … ended with {done.returncode}: {(done.stdout + done.stderr)[-400:]}")

    return run


def _worked() -> float:
    """Seconds of processor time that this process and those that it waited for have used."""
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(one.ru_utime + one.ru_stime for one in used)


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
