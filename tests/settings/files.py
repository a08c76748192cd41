"""Folders with files in them, and what `sharecheck` says of these."""

from collections.abc import Mapping
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from io import BytesIO, TextIOWrapper
from pathlib import Path
from unittest.mock import patch

from sharecheck.cli.group import run as run_group

PROTOCOL = """\
sharecheck: protocol/1
id: {name}
parties:
  - {{id: maternity, service: midwifery, nation: england}}
  - {{id: health-visitors, service: health-visiting}}
flows:
  - {{id: a, from: maternity, to: health-visitors, when: {{on: change}}, channel: secure-email, items: [birth-details]}}
"""


def tree(root: Path, files: Mapping[str, str]) -> None:
    """Files with their texts; a text that is empty is a protocol."""
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text or (PROTOCOL.format(name=path.stem) if path.suffix == ".yaml" else ""))


@dataclass(frozen=True)
class Done:
    """What a command printed, and its exit status."""

    exit_code: int
    stdout: str
    stderr: str

    @property
    def told(self) -> str:
        """All that was printed: the totals of a report for people stand below it, those of others on stderr."""
        return self.stdout + self.stderr


def run(*words: str, **environment: str) -> Done:
    """What `sharecheck` does with these words, and with these variables of the environment."""
    out, err = (TextIOWrapper(BytesIO(), "utf-8", write_through=True) for _ in range(2))
    arguments, variables = patch("sys.argv", ["sharecheck", *words]), patch.dict("os.environ", environment)
    with arguments, variables, redirect_stdout(out), redirect_stderr(err):
        status = run_group()
    printed, told = (stream.buffer.getvalue().decode() for stream in (out, err))  # type: ignore[attr-defined]
    return Done(status, printed, told)


def files(*words: str) -> list[str]:
    """The files that a check would look at."""
    return run("check", "--show-files", *words).stdout.splitlines()


def found(*words: str) -> list[str]:
    """`path ID` of each finding of a check."""
    lines = run("check", "--output-format", "concise", *words).stdout.splitlines()
    return [f"{line.split(':')[0]} {line.split(': ')[1].split()[0]}" for line in lines]
