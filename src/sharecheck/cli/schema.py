"""`sharecheck schema`: the JSON Schema of a kind of document."""

import click

from sharecheck.model import KINDS


@click.command()
@click.argument("kind", type=click.Choice([kind.partition("/")[0] for kind in KINDS]))
def schema(kind: str) -> None:
    """Print the JSON Schema of a KIND of document, for editors and other tools."""
    from sharecheck.schema import schema_files  # generated from the models, only here and for refused files

    click.echo(schema_files()[f"{kind}-1.schema.json"], nl=False)
