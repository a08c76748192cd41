"""`sharecheck schema`: the JSON Schema of a kind of document, or of a report."""

import click

from sharecheck.cli.streams import print_report
from sharecheck.model import KINDS
from sharecheck.report.formats import REPORTS
from sharecheck.report.schemas import report_schema
from sharecheck.report.style import Style

_DOCUMENTS = [kind.partition("/")[0] for kind in KINDS]
_HELP = f"""Print the JSON Schema of a KIND of document, or of what a command prints as JSON.

Documents: {", ".join(_DOCUMENTS)}.

Reports: {", ".join(REPORTS)}. Each is called as the command that prints it, but that `check` prints `report`, `border
--all` prints `borders`, and `journey` prints `story`, with `--witness` `witness`, and `journeys` where it lists them.
"""


@click.command(help=_HELP)
@click.argument("kind", type=click.Choice([*_DOCUMENTS, *REPORTS]), metavar="KIND")
def schema(kind: str) -> None:
    """Print the JSON Schema of a kind of document or report."""
    from sharecheck.schema import schema_files  # generated from the models, only here and for refused files

    schema = report_schema(kind) if kind in REPORTS else schema_files()[f"{kind}-1.schema.json"]
    print_report(schema, Style(), "json")
