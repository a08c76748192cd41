"""What commands print for programs: each report is as its schema says, and the schema says all there is to say."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any, Literal, get_args, get_origin

import click
import pytest
from click.testing import CliRunner
from jsonschema import Draft202012Validator

from sharecheck.cli import COMMANDS, cli
from sharecheck.report.formats import FORMATS, REPORTS, choices
from sharecheck.report.schemas import report_schema
from sharecheck.report.shapes import A_PATH, AS_IT_IS, SAFE, Part
from tests.planting import leaves

ROOT = Path(__file__).parent.parent
LEAKY, ENGLAND, WALES = (str(ROOT / "protocols" / name) for name in ("leaky", "model-england", "model-wales"))
DAY = ("--as-of", "2026-11-22")
PRINTED: dict[str, tuple[str, ...]] = {
    "report": ("check", LEAKY, *DAY),
    "trace": ("trace", "blood-spot-results", LEAKY, "--to", "general-practice", *DAY),
    "journeys": ("journey", *DAY),
    "story": ("journey", "twins", LEAKY, *DAY),
    "witness": ("journey", "--witness", "identity", "--to", "family-hub", LEAKY, *DAY),
    "what-if": ("what-if", LEAKY, "--without", "party:maternity", "--from", "2026-11-22"),
    "weak-points": ("weak-points", LEAKY, *DAY),
    "cliffs": ("cliffs", LEAKY, *DAY),
    "border": ("border", "northshire", "ceredale", ENGLAND, WALES, *DAY),
    "borders": ("border", "--all", ENGLAND, WALES, *DAY),
    "diff": ("diff", ENGLAND, LEAKY, *DAY),
    "themes": ("themes", LEAKY, ENGLAND, WALES, *DAY),
    "capacity": ("capacity", ENGLAND, *DAY),
    "repair": ("repair", LEAKY, "--only", "blood-spot-results", *DAY),
}
"""A command line for each report, on areas that lose things."""


def schema(name: str) -> Any:
    return json.loads(report_schema(name))


def shapes(name: str) -> Iterator[tuple[str, Any]]:
    """Each object of a report, by name."""
    whole = schema(name)
    yield name, whole
    yield from ((f"{name}: {key}", one) for key, one in whole["$defs"].items() if one["type"] == "object")


def formats_offered(name: str) -> tuple[str, ...]:
    """The names of formats among the choices of a command, whatever its option is called."""
    command = cli.get_command(click.Context(cli), name)
    assert command
    return tuple(one for option in command.params for one in getattr(option.type, "choices", ()) if one in FORMATS)


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_offers_the_formats_of_the_registry_and_no_other(name: str) -> None:
    assert formats_offered(name) == choices(name)
    command = cli.get_command(click.Context(cli), name)
    assert command
    own = [option.type.choices for option in command.params if option.name == "output_format"]  # type: ignore[attr-defined]
    assert own == ([choices(name)] if choices(name) else [])


@pytest.mark.parametrize("name", REPORTS)
def test_a_report_has_each_format_of_its_command_and_a_renderer_for_each(name: str) -> None:
    report = REPORTS[name]
    assert tuple(report.renderers) == choices(report.command)
    assert [one for one in report.renderers if one not in FORMATS] == []
    for output_format, renderer in report.renderers.items():
        assert callable(getattr(report.module(output_format), renderer.partition(":")[2]))


def test_each_report_of_the_registry_is_tried() -> None:
    assert {name: words[0] for name, words in PRINTED.items()} == {name: one.command for name, one in REPORTS.items()}


@pytest.mark.parametrize("name", PRINTED)
def test_what_is_printed_is_as_its_schema_says(name: str) -> None:
    done = CliRunner().invoke(cli, [*PRINTED[name], "--output-format", "json"], standalone_mode=False)
    assert done.exception is None
    report = json.loads(done.stdout)
    assert [error.message for error in Draft202012Validator(schema(name)).iter_errors(report)] == []
    assert (report["schema_version"], report["tool"]["name"]) == (1, "sharecheck")
    assert any(isinstance(one, list) and one for one in report.values()), "an empty report proves nothing"


@pytest.mark.parametrize("name", REPORTS)
def test_a_schema_has_words_for_every_key_and_knows_them_all(name: str) -> None:
    Draft202012Validator.check_schema(schema(name))
    for where, shape in shapes(name):
        assert shape["description"], where
        assert shape["additionalProperties"] is False, where
        assert shape["required"] == list(shape["properties"]), where
        assert [key for key, one in shape["properties"].items() if not one.get("description")] == [], where


def texts(annotation: Any, said: tuple[Any, ...]) -> Iterator[tuple[Any, ...]]:
    """What is said of each text in an annotation."""
    if get_origin(annotation) is Annotated:
        inner, *more = get_args(annotation)
        yield from texts(inner, (*said, *more))
    elif get_origin(annotation) is not Literal:
        if annotation is str:
            yield said
        for inner in get_args(annotation):
            yield from texts(inner, said)


def parts(shape: type[Part]) -> Iterator[type[Part]]:
    """A shape, and the shapes in it."""
    yield shape
    for field in shape.model_fields.values():
        for found in leaves(field.annotation):
            if issubclass(found[0], Part):
                yield from parts(found[0])


@pytest.mark.parametrize("name", REPORTS)
def test_each_text_in_a_report_is_made_safe(name: str) -> None:
    bare = [
        (part.__name__, key)
        for part in parts(REPORTS[name].module("json").Report)
        for key, field in part.model_fields.items()
        for said in texts(field.annotation, tuple(field.metadata))
        if not {SAFE, A_PATH, AS_IT_IS}.intersection(said)
    ]
    assert bare == []


def test_a_schema_says_its_version() -> None:
    assert [schema(name)["title"] for name in REPORTS] == [f"sharecheck {name}/1" for name in REPORTS]


def test_the_docs_name_each_of_them() -> None:
    page = (ROOT / "docs" / "reports.md").read_text(encoding="utf-8")
    assert [name for name in REPORTS if f"(../schemas/{name}-1.schema.json)" not in page] == []


def test_the_command_prints_them() -> None:
    done = CliRunner().invoke(cli, ["schema", "cliffs"])
    assert done.stdout == (ROOT / "schemas" / "cliffs-1.schema.json").read_text(encoding="utf-8")
