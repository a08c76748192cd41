"""The command line: arguments in, text and exit status out; one command a file."""

import gc
import os
import sys
from traceback import format_exc
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sharecheck.cli.group import cli

COMMANDS = (
    "check",
    "trace",
    "journey",
    "what-if",
    "weak-points",
    "cliffs",
    "mutate",
    "border",
    "diff",
    "themes",
    "repair",
    "capacity",
    "rules",
    "explain",
    "schema",
)
"""The commands, each a module here with a command of its name, `_` for `-`; imported only when called."""

__all__ = ["COMMANDS", "cli", "main"]


def __getattr__(name: str) -> Any:
    """`cli`, imported when first used: click is most of what the import of this package would cost."""
    if name == "cli":
        from sharecheck.cli.group import cli

        return cli
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def main() -> None:
    """Run the command line and exit with its status: 130 when interrupted, quiet when a pipe is closed."""
    gc.disable()  # a run keeps what it makes, and ends: the collector would walk all of it over and over
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # else it looks for some in all that is installed
    sys.stdout = sys.stdout or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115  # closed by who called us
    sys.stderr = sys.stderr or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        from sharecheck.cli.group import run  # inside the `try`: an interrupt may come while modules are loaded

        status = run()
        sys.stdout.flush()
    except KeyboardInterrupt:
        print("interrupted", file=sys.stderr)
        status = 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # nothing is left to flush at exit
        status = 0
    except OSError as error:
        print(f"sharecheck cannot go on: {_masked(str(error.strerror or error))}", file=sys.stderr)
        status = 2
    except Exception as error:  # what is caught here is our mistake
        if os.environ.get("SHARECHECK_DEBUG"):
            print(_masked(format_exc()), end="", file=sys.stderr)
        print(f"sharecheck failed: {type(error).__name__}: {_masked(str(error))}; please report this", file=sys.stderr)
        status = 2
    gc.freeze()
    sys.exit(status)


def _masked(text: str) -> str:
    from sharecheck.personal import masked

    return masked(text)
