"""Write the two locks: every release that the README's commands install, with the digests of its files.

`requirements.lock` is what the program needs, `requirements-dev.lock` what its tests need as well. `uv` does the work.
"""

import subprocess
import sys
import tomllib
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

ROOT = Path(__file__).parent.parent
PYTHON = "3.11"
"""The lowest version of Python that a lock is for; it holds for the later ones too."""


@dataclass(frozen=True)
class Lock:
    """A lock and what it is made from."""

    path: Path
    requirements: tuple[str, ...]
    """What has to be in the lock, as it is written in pyproject.toml and requirements-dev.txt."""

    @property
    def source(self) -> str:
        """The line of a lock that says from which requirements it was made."""
        digest = sha256("\n".join(self.requirements).encode()).hexdigest()
        return f"# Its requirements have the digest sha256:{digest}"


def locks(root: Path = ROOT) -> tuple[Lock, Lock]:
    """The lock of the program, and that of its tests, with the requirements as they are today."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    extras = project["project"]["optional-dependencies"].values()
    program = {
        *project["build-system"]["requires"],
        *project["project"]["dependencies"],
        *(line for extra in extras for line in extra),
    }
    lines = (root / "requirements-dev.txt").read_text(encoding="utf-8").splitlines()
    tests = {line for line in lines if line and not line.startswith("#")}
    return (
        Lock(root / "requirements.lock", tuple(sorted(program))),
        Lock(root / "requirements-dev.lock", tuple(sorted(program | tests))),
    )


def resolved(lock: Lock, *options: str) -> str:
    """The text of a lock with the newest releases that go together."""
    command = ("uv", "pip", "compile", "--quiet", "--no-config", "--universal", "--python-version", PYTHON)
    form = ("--generate-hashes", "--no-build", "--no-header", "--no-annotate", "--no-emit-index-url")
    done = subprocess.run(
        (sys.executable, "-m", *command, *form, *options, "-"),
        input="\n".join(lock.requirements),
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    head = f"# Written by `make lock`, for Python {PYTHON} and later.\n{lock.source}\n"
    return head + done.stdout


def main() -> None:
    """Write both; the program's lock has the releases of the other, so that both can be installed in one place."""
    program, tests = locks()
    tests.path.write_text(resolved(tests), encoding="utf-8")
    program.path.write_text(resolved(program, "--constraint", str(tests.path)), encoding="utf-8")


if __name__ == "__main__":
    main()
