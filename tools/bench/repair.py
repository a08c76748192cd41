"""How long a repair takes: the model area with so much taken out that at least 80 needs are unmet.

    python tools/bench/repair.py [SEED ...]

For each seed, items, limits and flows are taken out of a copy of `protocols/model-england` at random until enough is
missed; then the cheapest repair is looked for. Seconds are given on the clock and of the processor.
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from tests.repair.damage import damaged  # noqa: E402

from sharecheck.repairs import Settings, gaps, plan  # noqa: E402  # found only now

NEEDS = 80


def main(seeds: list[int]) -> None:
    """A line for each seed."""
    print("seed  gaps  changes  cost  bound  seconds  processor")
    for seed in seeds:
        with TemporaryDirectory() as folder:
            print(_line(seed, Path(folder)), flush=True)


def _line(seed: int, folder: Path) -> str:
    times, missed, area = 10, (), None
    while len(missed) < NEEDS:
        times += 5
        area = damaged(folder / str(times), seed, times).areas[0]
        missed = gaps(area)
    assert area is not None
    start, worked = perf_counter(), process_time()
    found = plan(area, missed, Settings(), seconds=120)
    took, spent = perf_counter() - start, process_time() - worked
    bound = f"{found.bound:5}" + ("" if found.proof == "least" else " (not proved)")
    return f"{seed:4}  {len(missed):4}  {found.considered:7}  {found.cost:4}  {bound}  {took:7.1f}  {spent:9.1f}"


if __name__ == "__main__":
    main([int(seed) for seed in sys.argv[1:]] or [1, 2, 3])
