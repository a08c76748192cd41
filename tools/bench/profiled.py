"""Where one run in this process spends its time: by stage, by rule, by function."""

import pstats
from collections.abc import Callable
from cProfile import Profile
from io import StringIO
from pathlib import Path
from time import perf_counter
from typing import TypeVar

from sharecheck.rules import rulebook
from sharecheck.workspace import Workspace

T = TypeVar("T")

NAMED = 0.02
"""Rules that take more than this share of a run are named."""


def profiled(folder: Path) -> str:
    """The stages and the rules without the profiler in their way, then the functions with it."""
    return "\n\n".join((_stages(folder), _functions(folder)))


def _stages(folder: Path) -> str:
    rules = rulebook(comparing=False)
    took: list[tuple[str, float, bool]] = []

    def timed(name: str, run: Callable[[], T], always: bool = True) -> T:
        start = perf_counter()
        done = run()
        took.append((name, perf_counter() - start, always))
        return done

    workspace = timed("read the files", lambda: Workspace.open(folder))
    timed("build the networks", lambda: [area.network for area in workspace.areas])
    timed("what becomes of each need", lambda: [area.outcomes for area in workspace.areas])
    for rule in rules:
        timed(f"{rule.id} {rule.name}", lambda rule=rule: list(rule.check(workspace)), always=False)
    whole = sum(seconds for _, seconds, _ in took)
    lines = [f"one run over {folder.name} files: {whole:.2f} s, without start and printing"]
    lines += [
        f"  {seconds / whole:6.1%} {seconds * 1e3:8.1f} ms  {name}"
        for name, seconds, always in sorted(took, key=lambda one: -one[1])
        if always or seconds > NAMED * whole
    ]
    rest = [seconds for _, seconds, always in took if not always and seconds <= NAMED * whole]
    return "\n".join([*lines, f"  {sum(rest) / whole:6.1%} {sum(rest) * 1e3:8.1f} ms  the other {len(rest)} rules"])


def _functions(folder: Path) -> str:
    def run() -> None:
        workspace = Workspace.open(folder)
        for rule in rulebook(comparing=False):
            list(rule.check(workspace))

    profile = Profile()
    profile.runcall(run)
    out = StringIO()
    pstats.Stats(profile, stream=out).strip_dirs().sort_stats("tottime").print_stats(25)
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines() if line.strip())
