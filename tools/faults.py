"""Put faults into the spread and the replay, one after the other, and see that the tests of their agreement notice.

    python tools/faults.py [WORDS]     all of them, or those whose description has these words

Each fault goes into a copy of the source; the tests run against the copy. A fault that is not caught fails the run: it
is a hole in the tests. It takes some eight minutes on one core; `docs/faults.md` has what was found.
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from shutil import copytree
from typing import NamedTuple

from ryaml import loads  # type: ignore[attr-defined]  # it says `import a` for `import a as a`

ROOT = Path(__file__).parent.parent
TESTS = (
    "tests/replay/test_agreement.py",
    "tests/network/test_children.py",
    "tests/replay/test_open_world.py",
    "tests/replay/test_changes.py",
)
MOST = 1000
"""Random areas for each test; a fault is mostly seen in the first hundred."""
RUN = """
import sys
import pytest
from hypothesis import Phase, settings
settings.register_profile("faults", max_examples=int(sys.argv[1]), phases=(Phase.generate,), database=None)
settings.load_profile("faults")
quiet = ["-q", "-p", "no:cacheprovider", "--tb=line", "--no-header", "-W", "ignore::pytest.PytestAssertRewriteWarning"]
sys.exit(pytest.main(["-x", *quiet, *sys.argv[2:]]))
"""


class Fault(NamedTuple):
    """A fault: a file, a piece of the source that stands there once, and what stands there instead."""

    what: str
    file: str
    right: str
    wrong: str

    def put(self, source: Path) -> None:
        """Put it into a copy of the source; an error where the source has left it behind."""
        target = source / self.file
        text = target.read_text(encoding="utf-8")
        if text.count(self.right) != 1:
            raise SystemExit(f"not once in {self.file}: {self.right!r}, for {self.what!r}")
        target.write_text(text.replace(self.right, self.wrong), encoding="utf-8")


FAULTS = tuple(Fault(**one) for one in loads((ROOT / "tools/faults.yaml").read_text(encoding="utf-8")))


def caught(fault: Fault | None) -> str | None:
    """Which test notices the fault, or None; without a fault the source as it is."""
    with tempfile.TemporaryDirectory() as folder:
        copytree(ROOT / "src", Path(folder) / "src", ignore=lambda *_: ["__pycache__"])
        if fault:
            fault.put(Path(folder) / "src/sharecheck")
        done = subprocess.run(
            [sys.executable, "-B", "-c", RUN, str(MOST if fault else 50), *TESTS],
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": f"{folder}/src:{ROOT}"},
            capture_output=True,
            text=True,
            check=False,
        )
    if done.returncode == 0:
        return None
    names = [line.split("::")[1].split()[0] for line in done.stdout.splitlines() if line.startswith("FAILED")]
    if not names:
        raise SystemExit(f"the tests did not run: {done.stdout}{done.stderr}")
    return names[0]


def main() -> int:
    """Each fault, and the test that caught it."""
    words = sys.argv[1:]
    chosen = [fault for fault in FAULTS if all(word in fault.what for word in words)]
    missed = 0
    if by := caught(None):
        raise SystemExit(f"without any fault {by} fails")
    print("| fault | in | caught by | s |\n|---|---|---|---|")
    for fault in chosen:
        began = time.monotonic()
        by = caught(fault)
        missed += by is None
        said = by.removeprefix("test_").replace("_", " ") if by else "**nothing**"
        print(f"| {fault.what} | {fault.file} | {said} | {time.monotonic() - began:.0f} |", flush=True)
    print(f"\n{len(chosen) - missed} of {len(chosen)} faults caught", file=sys.stderr)
    return int(missed > 0)


if __name__ == "__main__":
    sys.exit(main())
