"""The command line: arguments in, text and exit status out; one command a file."""

import gc
import os
import sys
from importlib import import_module

import click

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
    "rules",
    "explain",
    "schema",
)
"""The commands, each a module here with a command of its name, `_` for `-`; imported only when called."""


class _Commands(click.Group):
    """Finds commands by module, so that a run pays for one of them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        name = cmd_name.replace("-", "_")
        command: click.Command = getattr(import_module(f"{__name__}.{name}"), name)
        return command


@click.group(
    cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "auto_envvar_prefix": "SHARECHECK"}
)
@click.version_option(package_name="sharecheck")
def cli() -> None:
    """Check information-sharing protocols, and find where knowledge about a child is lost.

    A protocol is metadata: no child's data is ever needed.
    """


def main() -> None:
    """Run the command line and exit with its status: 130 when interrupted, quiet when a pipe is closed."""
    gc.disable()  # a run keeps what it makes, and ends: the collector would walk all of it over and over
    sys.stdout = sys.stdout or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115  # closed by who called us
    sys.stderr = sys.stderr or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        status = cli.main(standalone_mode=False)
        sys.stdout.flush()
    except click.exceptions.Abort:
        click.echo("interrupted", err=True)
        status = 130
    except click.ClickException as error:
        error.show()
        status = error.exit_code
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # nothing is left to flush at exit
        status = 0
    except OSError as error:
        click.echo(f"sharecheck cannot go on: {error.strerror or error}", err=True)
        status = 2
    except Exception as error:  # what is caught here is our mistake
        if os.environ.get("SHARECHECK_DEBUG"):
            raise
        click.echo(f"sharecheck failed: {type(error).__name__}: {error}; please report this", err=True)
        status = 2
    gc.freeze()
    sys.exit(status if isinstance(status, int) else 0)
