"""How time and memory of each command grow with what a small hostile input has more of.

    python tools/bench/commands.py [--command NAME] [--input NAME] [--most SECONDS] [--times TIMES ...]

Each input is made once, twice and four times as large. A line has seconds of processor time of a whole process with
its exit status, and the most memory of the last; `-` where it took longer than allowed.
"""

import argparse
import os
import resource
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parent))
from hostile import FAMILIES

TO = ("--to", "health-visiting")
COMMANDS: Mapping[str, Sequence[str]] = {
    "check": ("check", "now"),
    "check, concise": ("check", "now", "--output-format", "concise"),
    "check, JSON": ("check", "now", "--output-format", "json"),
    "check, coverage": ("check", "now", "--coverage", "--statistics"),
    "check --write-baseline": ("check", "now", "--write-baseline", "baseline.json"),
    "check --since": ("check", "now", "--since", "was"),
    "check --fix": ("check", "now", "--fix", "--unsafe-fixes"),
    "diff": ("diff", "was", "now"),
    "trace": ("trace", "birth-details", *TO, "now"),
    "trace, SVG": ("trace", "birth-details", *TO, "now", "--output-format", "svg"),
    "journey": ("journey", "typical-child-in-england", "now", "--area", "AREA"),
    "journey --born": ("journey", "CHILD", "now", "--area", "AREA", "--born", "2026-05-01", "--all"),
    "journey --witness": ("journey", "--witness", "birth-details", *TO, "now", "--area", "AREA"),
    "what-if": ("what-if", "--without", "party:maternity", "now"),
    "weak-points": ("weak-points", "now"),
    "cliffs": ("cliffs", "now"),
    "border": ("border", "--all", "now"),
    "themes": ("themes", "now"),
    "capacity": ("capacity", "now"),
    "repair": ("repair", "now", "--time-limit", "3"),
}
"""The words of each command."""


def main() -> None:
    """A row for each command and input."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--command", action="append", default=[])
    parser.add_argument("--input", action="append", default=[])
    parser.add_argument("--most", type=int, default=60)
    parser.add_argument("--times", type=int, nargs="+", default=(1, 2, 4))
    options = parser.parse_args()
    print("| input | at first | command | seconds | twice | four times | memory at four times |")
    print("|---|---|---|---|---|---|---|")
    for name, (make, first) in FAMILIES.items():
        if options.input and name not in options.input:
            continue
        for command, words in COMMANDS.items():
            if options.command and command not in options.command:
                continue
            cells = []
            memory = 0
            for times in options.times:
                with TemporaryDirectory() as folder:
                    for side in ("was", "now"):
                        (Path(folder) / side).mkdir()
                        make(Path(folder) / side, first * times)
                    for file in (Path(folder) / "was").glob("p*.yaml"):
                        file.rename(file.with_name(f"renamed-{file.name}"))
                    took, memory, code = measured(_filled(words, Path(folder)), Path(folder), options.most)
                cells.append(f"{took:.1f} s ({code})" if code >= 0 else "-")
                if code < 0:
                    break
            print(f"| {name} | {first:,} | {command} | {' | '.join(cells)} | {memory} MB |", flush=True)


def _filled(words: Sequence[str], folder: Path) -> list[str]:
    """The words with the area and the child that an input has."""
    area = "a" if (folder / "now" / "area-a.yaml").exists() else "a0"
    child = "j" if (folder / "now" / "journey.yaml").exists() else "typical-child-in-england"
    return [{"AREA": area, "CHILD": child}.get(word, word) for word in words]


def measured(words: Sequence[str], folder: Path, most: int) -> tuple[float, int, int]:
    """Seconds of processor time and the most memory in MB of one process; its exit status, below 0 if it was ended."""
    child = os.fork()
    if child == 0:
        os.chdir(folder)
        resource.setrlimit(resource.RLIMIT_CPU, (most, most))
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 1)
        os.dup2(nowhere, 2)
        os.execv(sys.executable, [sys.executable, "-m", "sharecheck", *words])
    _, status, used = os.wait4(child, 0)
    return used.ru_utime + used.ru_stime, used.ru_maxrss // 1024, os.waitstatus_to_exitcode(status)


if __name__ == "__main__":
    main()
