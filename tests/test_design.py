"""The page on the design shows the program as it is: its layers, and the functions on a file's way."""

import re
import tomllib
from functools import cached_property
from importlib import import_module
from pathlib import Path

import pytest

from sharecheck.rule import Rule

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "design.md").read_text(encoding="utf-8")
FUNCTIONS = re.findall(r"^\| [^|]+ \| `([\w.]+)` \|", PAGE.split("## A file's way")[1].split("\n## ")[0], re.MULTILINE)


def test_the_picture_has_the_layers_that_are_checked() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    picture = PAGE.split("```text\n")[1].split("```")[0]
    drawn = [re.split(r" {2,}", line)[0] for line in picture.splitlines()]
    assert drawn == settings["tool"]["importlinter"]["contracts"][0]["layers"]


@pytest.mark.parametrize("name", FUNCTIONS)
def test_each_function_on_the_way_is_there(name: str) -> None:
    module, names = "sharecheck", name.split(".")
    while names:
        try:
            found = import_module(f"{module}.{names[0]}")
        except ModuleNotFoundError:
            break
        module = found.__name__
        names = names[1:]
    value: object = import_module(module)
    for one in names:
        value = getattr(value, one)
    assert callable(value) or isinstance(value, Rule | cached_property)


def test_the_way_goes_through_all_of_the_program() -> None:
    assert len(FUNCTIONS) > 10
