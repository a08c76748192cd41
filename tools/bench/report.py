"""What was measured, as Markdown."""

import os
import platform
from datetime import date
from statistics import median

from floors import FLOORS
from tasks import Task

SIZES = (1, 50, 500)
OURS = "sharecheck"
TOOLS = (OURS, *FLOORS, "check-jsonschema", "ajv-cli", "spectral")
AREAS = 174
"""Areas of England and Wales: about as many as there are upper-tier authorities."""


_LADDER = ("ladder", "the slowest seed")


def report(tasks: list[Task]) -> str:
    """What was measured, as Markdown."""
    lines = [
        f"{date.today()} · Python {platform.python_version()} · {os.cpu_count()} cores · {platform.machine()} · "
        f"load {os.getloadavg()[0]:.1f}",
        "",
    ]
    took = {(task.tool, task.what): task.best for task in tasks if task.took}
    if any(task.tool == OURS for task in tasks):
        lines += [
            "| | tool | best | median | processor, best | runs | against sharecheck |",
            "|---|---|---|---|---|---|---|",
        ]
        for number in SIZES:
            what = f"{number} file{'s' if number > 1 else ''}"
            own = took.get((OURS, what))
            for tool in TOOLS:
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
    seeds = [task for task in tasks if task.tool == "seed"]
    if seeds:
        times = ", ".join(f"{task.best * 1e3:.0f} ms" for task in seeds)
        work = ", ".join(f"{min(task.worked) * 1e3:.0f} ms" for task in seeds)
        lines += [f"Seeds 1 to {len(seeds)}, best: {times}; processor, best: {work}.", ""]
    many = [task for task in tasks if task.tool == "areas"]
    if many:
        lines += [f"| {AREAS} areas, one process | best | median | processor, best |", "|---|---|---|---|"]
        lines += [
            f"| {task.what} | {task.best:.2f} s | {median(task.took):.2f} s | {min(task.worked):.2f} s |"
            for task in many
        ]
        lines.append("")
    worked = {(task.tool, task.what): min(task.worked) for task in tasks if task.worked}
    if seeds:
        slowest = max(seeds, key=lambda task: task.best)
        took[_LADDER], worked[_LADDER] = slowest.best, min(slowest.worked)
    return "\n".join(lines + _targets(took, worked))


def _targets(took: dict[tuple[str, str], float], worked: dict[tuple[str, str], float]) -> list[str]:
    """Each target, and whether it was reached in this run: by the clock, and in processor time beside it."""
    wanted = [
        *(
            (what, (OURS, files), (tool, files), most)
            for files, what, tool, most in (
                ("500 files", "500 files, no slower than ajv-cli", "ajv-cli", 1.0),
                ("500 files", "500 files, a tenth of spectral", "spectral", 1 / 10),
                ("500 files", "500 files, 1/50 of check-jsonschema", "check-jsonschema", 1 / 50),
                ("1 file", "one file, a third of check-jsonschema", "check-jsonschema", 1 / 3),
            )
        ),
        ("500 files, at most 10 times 50 files", (OURS, "500 files"), (OURS, "50 files"), 10.0),
        ("the network 2x, at most 2.2 times 1x", ("ladder", "2x"), ("ladder", "1x"), 2.2),
        ("the network 4x, at most 2.2 times 2x", ("ladder", "4x"), ("ladder", "2x"), 2.2),
    ]
    lines = ["| target | wanted | by the clock | processor | |", "|---|---|---|---|---|"]
    for name, own, other, most in wanted:
        if own in took and other in took:
            ratio, work = took[own] / took[other], worked[own] / worked[other]
            verdict = "reached" if ratio <= most else "not reached"
            lines.append(f"| {name} | {most:.2f} x | {ratio:.2f} x | {work:.2f} x | {verdict} |")
    for name, key, most in (
        ("one file from a cold start", (OURS, "1 file"), 0.1),
        ("the ladder of a big area, the slowest seed of six", _LADDER, 0.1),
        (f"{AREAS} ladders", ("areas", "ladders, gaps in each"), 5.0),
    ):
        if key in took:
            verdict = "reached" if took[key] <= most else "not reached"
            lines.append(f"| {name} | {most:.2f} s | {took[key]:.3f} s | {worked[key]:.3f} s | {verdict} |")
    return lines
