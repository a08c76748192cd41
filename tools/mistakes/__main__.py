"""Make each of many known mistakes in a copy of an area, and show which rules notice it.

python -m tools.mistakes [FOLDER] [--only NAME] [--seed NUMBER]

In an area without findings every mistake has to be noticed by the rules that are there for it, and by no other; in
others what was found before does not count. Nothing is written. The exit status is 1 where a mistake is not noticed, or
a rule speaks without reason.
"""

import sys
from argparse import ArgumentParser
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from tools.mistakes.kinds import MISTAKES
from tools.mistakes.page import text
from tools.mistakes.run import named, seeded

from sharecheck.report.style import Style
from sharecheck.workspace import UsageError, Workspace

ENGLAND = Path(__file__).parents[2] / "protocols" / "model-england"


def main(arguments: Sequence[str] | None = None) -> int:
    """Print a line for each mistake, and more for each that was not caught."""
    parser = ArgumentParser("python -m tools.mistakes", description="Which rules notice which mistakes?")
    parser.add_argument("folder", nargs="?", type=Path, default=ENGLAND, help="an area and its protocols")
    parser.add_argument("--only", action="append", default=[], help="a mistake by name, by its rule, or by its family")
    parser.add_argument("--seed", type=int, default=0, help="picks the places; the same seed, the same ones")
    parser.add_argument("--as-of", help="the day of the run; else today")
    given = parser.parse_args(arguments)
    try:
        mistakes = named(given.only) if given.only else MISTAKES
    except UsageError as trouble:
        parser.error(str(trouble))
    workspace = Workspace.open(given.folder, as_of=given.as_of and date.fromisoformat(given.as_of))
    if not any(area.shape for area in workspace.areas):
        parser.error(f"no area is described in `{given.folder}`")
    found = list(seeded(workspace, mistakes, given.seed))
    print(text(found, Style()), end="")
    return int(not all(one.caught for one in found))


if __name__ == "__main__":
    sys.exit(main())
