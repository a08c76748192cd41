"""What `make` shows at its end: that the set-up works, what the example protocols keep and lose, and what to type next.

All figures come from the program, run as a user would. Where it cannot check, its words and status are passed on.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
LEAKY = "protocols/leaky"
RULE, ITEM = "GAP06", "newborn-hearing"
"""The loss in `LEAKY` that is shown in full."""

WELCOME = """\
sharecheck is set up, and has checked the protocols in protocols/:

{folders}

`leaky` is made to lose things; `published` is what real published texts say, and leave unsaid.
One of the losses in `leaky`, as sharecheck tells it:

{loss}

What to type next:

  {program} check {leaky}     all that is lost there
  {program} repair {leaky}    the cheapest changes that mend it
  {program} explain {rule}             what a rule is for, and what to do
  {program} --help                    all commands

To type only `sharecheck`, in this terminal:

  export PATH="{bin}:$PATH"

A first agreement, step by step: docs/tutorial.md. Everything else: README.md
"""


def output(program: Path, *arguments: str) -> str:
    """What the program prints; ends this run with the program's words and status where it could not check."""
    done = subprocess.run((program, *arguments), cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    if done.returncode not in (0, 1):  # 1: something is lost, which is what the examples show
        sys.stderr.write(done.stdout + done.stderr)
        sys.exit(done.returncode)
    return done.stdout


def needs(report: str) -> tuple[int, int, str]:
    """How many needs are lost and unknown in the areas of a JSON report, and a sentence about them."""
    coverage = json.loads(report)["summary"]["coverage"]
    kept, unknown = coverage["kept"], coverage["unknown"]
    lost = coverage["lost"] + coverage["not_recorded"]
    texts = f", {unknown} not in the texts that were read" if unknown else ""
    return lost, unknown, f"{kept} of {kept + lost} needs kept, {lost or 'nothing'} lost{texts}"


def loss(report: str) -> str:
    """The finding about the item, out of a full report of the rule."""
    return next(block for block in report.split("\n\n") if f"[{RULE}]" in block and f"`{ITEM}`" in block)


def welcome(program: Path) -> str:
    """The text, with what this program prints."""
    names = sorted(f"protocols/{folder.name}" for folder in (ROOT / "protocols").iterdir() if folder.is_dir())
    found = sorted((*needs(output(program, "check", name, "--output-format", "json")), name) for name in names)
    width = max(map(len, names))
    shown = loss(output(program, "check", LEAKY, "--select", RULE))
    return WELCOME.format(
        folders="\n".join(f"  {name:{width}}  {sentence}" for _, _, sentence, name in found),
        loss="\n".join(f"  {line}" for line in shown.splitlines()),
        program=os.path.relpath(program, ROOT),
        bin=program.parent,
        leaky=LEAKY,
        rule=RULE,
    )


if __name__ == "__main__":
    print(welcome(Path(sys.executable).with_name("sharecheck")), end="")
