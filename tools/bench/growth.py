"""How time and memory grow with what a text has more of: flows, teams of one service, protocols, fixes.

    python tools/bench/growth.py [NAME ...]

Each input is made once, twice and four times as large; each line has seconds of processor time and the peak of memory
of a whole process, in turn. Twice the input should take no more than a little over twice the time.
"""

import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from sharecheck.standards import catalogue

ITEMS = tuple(item.id for item in catalogue().items or ())
_AREA = """\
sharecheck: area/1
id: a
nation: england
protocols: complete
parties:
  - {id: maternity, service: midwifery}
  - {id: health-visitors, service: health-visiting}
"""
_SENT = "when: {on: change}, within: P5D, channel: secure-email"
_MATCHED = "matched-by: [nhs-number]"


def _protocol(number: int, flows: str) -> str:
    return f"sharecheck: protocol/1\nid: p{number}\narea: a\nflows:\n{flows}"


def flows(folder: Path, number: int) -> list[str]:
    """So many flows of one item between two parties."""
    sent = f"from: maternity, to: health-visitors, {_SENT}, {_MATCHED}"
    each = (f"  - {{id: f{one}, {sent}, items: [{ITEMS[one % len(ITEMS)]}]}}\n" for one in range(number))
    (folder / "area.yaml").write_text(_AREA, encoding="utf-8")
    (folder / "p.yaml").write_text(_protocol(1, "".join(each)), encoding="utf-8")
    return ["check", "."]


def teams(folder: Path, number: int) -> list[str]:
    """So many teams that do one service, all told by one flow."""
    ids = [f"team-{one}" for one in range(number)]
    parties = "".join(f"  - {{id: {id}, service: health-visiting}}\n" for id in ids)
    flow = f"  - {{id: f, from: maternity, to: [{', '.join(ids)}], {_SENT}, items: [birth-details]}}\n"
    (folder / "area.yaml").write_text(_AREA + parties, encoding="utf-8")
    (folder / "p.yaml").write_text(_protocol(1, flow), encoding="utf-8")
    return ["check", "."]


def protocols(folder: Path, number: int) -> list[str]:
    """So many protocols of one flow in one area."""
    (folder / "area.yaml").write_text(_AREA, encoding="utf-8")
    for one in range(number):
        flow = f"  - {{id: f{one}, from: maternity, to: health-visitors, {_SENT}, items: [birth-details]}}\n"
        (folder / f"p{one:05}.yaml").write_text(_protocol(one, flow), encoding="utf-8")
    return ["check", "."]


def fixes(folder: Path, number: int) -> list[str]:
    """So many flows with a word to be mended."""
    each = (
        f"  - {{id: f{one}, from: maternity, to: health-visitors, when: {{on: change}}, within: P5D, "
        "channel: secure-emial, items: [birth-details]}\n"
        for one in range(number)
    )
    (folder / "area.yaml").write_text(_AREA, encoding="utf-8")
    (folder / "p.yaml").write_text(_protocol(1, "".join(each)), encoding="utf-8")
    return ["check", "--diff", "--unsafe-fixes", "."]


TASKS: Mapping[str, tuple[Callable[[Path, int], list[str]], int]] = {
    "flows between two parties": (flows, 500),
    "teams of one service": (teams, 50),
    "protocols": (protocols, 1250),
    "fixes": (fixes, 100),
}
"""What grows, and how much there is of it at first."""


def main(names: list[str]) -> None:
    """A row for each input."""
    print("| input | at first | seconds | twice | four times | memory at four times |")
    print("|---|---|---|---|---|---|")
    for name, (make, first) in TASKS.items():
        if not names or any(one in name for one in names):
            found = [_measured(make, first * times) for times in (1, 2, 4)]
            seconds = " | ".join(f"{took:.1f} s" for took, _ in found)
            print(f"| {name} | {first:,} | {seconds} | {found[-1][1]} MB |", flush=True)


def _measured(make: Callable[[Path, int], list[str]], number: int) -> tuple[float, int]:
    """Seconds of processor time and the most memory, in MB, of one process."""
    with TemporaryDirectory() as folder:
        words = make(Path(folder), number)
        child = os.fork()
        if child == 0:
            os.chdir(folder)
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, 1)
            os.dup2(nowhere, 2)
            os.execv(sys.executable, [sys.executable, "-m", "sharecheck", *words])
        used = os.wait4(child, 0)[2]
    return used.ru_utime + used.ru_stime, used.ru_maxrss // 1024


if __name__ == "__main__":
    main(sys.argv[1:])
