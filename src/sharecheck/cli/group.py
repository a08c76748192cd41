"""The commands as one command of click."""

from importlib import import_module
from io import StringIO

import click

from sharecheck.cli import COMMANDS
from sharecheck.cli.environment import unknown_variables, with_variable
from sharecheck.cli.streams import note


class _Commands(click.Group):
    """Finds commands by module, so that a run pays for one of them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        name = cmd_name.replace("-", "_")
        command: click.Command = getattr(import_module(f"sharecheck.cli.{name}"), name)
        return command


@click.group(
    cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "auto_envvar_prefix": "SHARECHECK"}
)
@click.version_option(package_name="sharecheck")
@click.pass_context
def cli(context: click.Context) -> None:
    """Check information-sharing protocols, and find where knowledge about a child is lost.

    A protocol is metadata: no child's data is ever needed.
    """
    for line in unknown_variables(cli, context):
        note(line)


def run() -> int:
    """Run the command line, and give its exit status: 130 when interrupted."""
    try:
        status = cli.main(standalone_mode=False)
    except click.exceptions.Abort:
        note("interrupted")
        return 130
    except click.ClickException as error:
        message = StringIO()
        with_variable(error).show(message)
        note(message.getvalue().removesuffix("\n"))
        return error.exit_code
    except SystemExit:  # the answer of click when nobody reads a page of help any more
        return 0
    return status if isinstance(status, int) else 0
