"""All ordered pairs of 174 areas: how long it takes on one core, and how much memory.

The areas are those of `generate.py`, no two alike: of each, some flows are gone, some have no time limit, some ask the
parent first. The last 22 lie in Wales, so that some children cross from one nation to the other.
"""

import gc
import resource
import sys
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import process_time
from typing import TypeVar

import generate
from sharecheck import Workspace
from sharecheck.model import Protocol
from sharecheck.model.base import Duration
from sharecheck.model.protocol import Agreement, Flow
from sharecheck.planning.pairs import departures, pairs
from sharecheck.workspace import Area

T = TypeVar("T")

AREAS, WELSH = 174, 22
_GONE, _UNDATED, _ASKED, _SLOW = 0.05, 0.05, 0.03, 0.3


def areas(folder: Path, number: int) -> list[Area]:
    """That many areas, all different."""
    generate.areas(folder, number * generate.PROTOCOLS)
    random = Random(generate.SEED)
    welsh = number - number * WELSH // AREAS
    found = Workspace.open(folder).areas
    return [_varied(area, random, turn >= welsh) for turn, area in enumerate(found)]


def _varied(area: Area, random: Random, welsh: bool) -> Area:
    assert area.shape is not None
    shape = area.shape.model_copy(update={"nation": "wales"}) if welsh else area.shape
    return replace(area, shape=shape, documents=tuple((one, _other(each, random)) for one, each in area.documents))


def _other(protocol: Protocol, random: Random) -> Protocol:
    flows = tuple(_changed(flow, random) for flow in protocol.flows if random.random() >= _GONE)
    return protocol.model_copy(update={"flows": flows})


def _changed(flow: Flow, random: Random) -> Flow:
    chance = random.random()
    if chance < _UNDATED:
        return flow.model_copy(update={"within": None})
    if chance < _UNDATED + _ASKED:
        return flow.model_copy(update={"agreement": Agreement(ask="parent")})
    if chance < _UNDATED + _ASKED + _SLOW:
        return flow.model_copy(update={"within": Duration(random.choice(("PT6H", "P1D", "P3D", "P8D")))})
    return flow


def timed(what: str, work: Iterable[T]) -> list[T]:
    """All of it, with a line that says how much processor time it took, and how much memory was used at the most."""
    start = process_time()
    found = list(work)
    seconds = process_time() - start
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{what}: {len(found):,} in {seconds:.1f} s, {1000 * seconds / max(len(found), 1):.1f} ms each, {memory} MB")
    return found


def main(number: int) -> None:
    """Measure it."""
    gc.disable()  # as the program does
    with TemporaryDirectory() as folder:
        each = areas(Path(folder), number)
    timed("needs of the areas themselves", (area.outcomes for area in each))
    leaving = dict(timed("what each area hands out", departures(each)))
    counts = timed("pairs", pairs(leaving))
    kept = sorted(one.kept / one.needs for one in counts)
    different = len({one[2:] for one in counts})
    print(f"{kept[0]:.0%} to {kept[-1]:.0%} of {counts[0].needs} needs are kept; {different:,} pairs differ in numbers")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else AREAS)
