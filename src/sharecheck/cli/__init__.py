"""The command line: arguments in, text and exit status out; one command a file."""

import gc
import os
import signal
import sys
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from sharecheck.cli.group import cli

COMMANDS = (
    "check",
    "trace",
    "journey",
    "what-if",
    "weak-points",
    "cliffs",
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
        status = _status()
    except KeyboardInterrupt:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # who presses twice gets no traceback either
        _note("interrupted")
        status = 130
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # all is done and said: from here on the program only ends
    gc.freeze()
    sys.exit(status)


def _status() -> int:
    try:
        from sharecheck.cli.group import run  # inside the `try`: an interrupt may come while modules are loaded
        from sharecheck.cli.streams import flush

        status = run()
        flush()
        return status
    except OSError as error:
        _note(f"sharecheck cannot go on: {error.strerror or error}")
        _drop("stdout")  # what cannot be written now cannot be written at the end either
    except Exception as error:  # what is caught here is our mistake
        if os.environ.get("SHARECHECK_DEBUG"):
            from traceback import format_exc

            _note(format_exc().removesuffix("\n"))
        _note(f"sharecheck failed: {type(error).__name__}: {error}; please report this")
    return 2


def _note(text: str) -> None:
    from sharecheck.cli.streams import note

    note(text)


def _drop(name: Literal["stdout", "stderr"]) -> None:
    from sharecheck.cli.streams import drop

    drop(name)
