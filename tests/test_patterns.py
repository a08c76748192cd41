"""Every regular expression of ours takes time that is linear in the text, whatever the text."""

import ast
import builtins
import importlib
import json
import pkgutil
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import sharecheck
from tests.attacks import slow_on

SOURCE = Path(sharecheck.__file__).parent
SCHEMAS = Path(__file__).parents[1] / "schemas"
FUNCTIONS = ("compile", "search", "match", "fullmatch", "sub", "subn", "split", "findall", "finditer")
METHODS = FUNCTIONS[1:]
WORD = "word"
"""Stands for what only a run knows."""
RUN_TIME = {
    "reading.forms: schema['pattern'].removesuffix('$')": "a pattern of a schema, tried from the schemas",
    "reading.open: schema['pattern'].removesuffix('$')": "a pattern of a schema, tried from the schemas",
    "reading.placeholders: form": "made of the register of placeholders, asked of texts of 100 characters at most",
    "reading.verdict: pattern.removesuffix('$') + '\\\\Z' if pattern.endswith('$') else pattern": (
        "a pattern of a schema, tried from the schemas"
    ),
    "settings.patterns: _linear(found.regex.pattern)": (
        "made of a pattern in settings or in a `.gitignore`, tried in tests/settings/test_patterns.py"
    ),
}
"""Expressions whose patterns are only there when the program runs, and where these are tried."""


class _Word(str):
    """Stands for what a function is given, a schema or a word."""

    def __getitem__(self, key: object) -> str:
        return self


class _Words(dict[str, object]):
    """Names that only a function knows stand for a word."""

    def __init__(self, module: ModuleType, word: str | bytes) -> None:
        super().__init__()
        self.module, self.word = module, word

    def __missing__(self, name: str) -> object:
        if name in vars(self.module) or hasattr(builtins, name):
            raise KeyError(name)
        return self.word


@cache
def modules() -> Mapping[str, ModuleType]:
    names = (
        one.name for one in pkgutil.walk_packages(sharecheck.__path__, "sharecheck.") if "__main__" not in one.name
    )
    return {name: importlib.import_module(name) for name in names}


def source(module: ModuleType) -> str:
    return Path(module.__file__ or "").read_text(encoding="utf-8")


def evaluated(node: ast.expr, module: ModuleType) -> Any:
    code = compile(ast.Expression(node), "pattern", "eval")
    try:
        return eval(code, vars(module), _Words(module, _Word(WORD)))
    except TypeError:
        return eval(code, vars(module), _Words(module, WORD.encode()))


def calls(module: ModuleType) -> Iterator[ast.Call]:
    """The calls of `re.…`."""
    for call in ast.walk(ast.parse(source(module))):
        if (
            isinstance(call, ast.Call)
            and isinstance(call.func, ast.Attribute)
            and call.func.attr in FUNCTIONS
            and isinstance(call.func.value, ast.Name)
            and call.func.value.id == "re"
        ):
            yield call


def expression(module: ModuleType, call: ast.Call) -> str:
    """The name of the pattern of a call in `RUN_TIME`."""
    return f"{module.__name__.removeprefix('sharecheck.')}: {ast.unparse(call.args[0])}"


def called(module: ModuleType) -> Iterator[tuple[re.Pattern[Any], str]]:
    """The pattern of each call of `re.…`, and the method by which that pattern is asked."""
    for call in calls(module):
        if expression(module, call) in RUN_TIME:
            continue
        assert isinstance(call.func, ast.Attribute)
        values = [*call.args[1:], *(keyword.value for keyword in call.keywords if keyword.arg == "flags")]
        flags = [value for value in values if re.match(r"re\.[A-Z]", ast.unparse(value))]
        text = evaluated(call.args[0], module)
        text = "".join(text) if isinstance(text, str) else text
        assert text not in (WORD, WORD.encode()), f"what is the pattern? {expression(module, call)}"
        yield re.compile(text, evaluated(flags[0], module) if flags else 0), call.func.attr


def held(value: object) -> Iterator[re.Pattern[Any]]:
    """The patterns in the value of a name of a module."""
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, tuple | list | frozenset):
        for one in value:
            yield from held(one)
    elif isinstance(value, dict):
        for one in value.values():
            yield from held(one)
    elif hasattr(value, "__dataclass_fields__") and not isinstance(value, type):
        for name in value.__dataclass_fields__:
            yield from held(getattr(value, name, None))


@cache
def asked_in(path: Path) -> frozenset[tuple[str, str]]:
    """Each name in a file, with each method that the pattern with this name is asked by."""
    return frozenset(re.findall(rf"(?<!\w)(\w++)\.({'|'.join(METHODS)})\(", path.read_text(encoding="utf-8")))


def asked(name: str, module: ModuleType) -> tuple[str, ...]:
    """The methods by which a pattern of a module is asked, `search` where that cannot be seen.

    A private name is asked in its module alone.
    """
    paths = (Path(module.__file__ or ""),) if name.startswith("_") else SOURCE.rglob("*.py")
    found = {method for path in paths for known, method in asked_in(path) if known == name}
    return tuple(sorted(found)) or ("search",)


def stated(schema: object) -> Iterator[str]:
    """The patterns of a JSON Schema."""
    if isinstance(schema, dict):
        if isinstance(schema.get("pattern"), str):
            yield schema["pattern"]
        for one in schema.values():
            yield from stated(one)
    elif isinstance(schema, list):
        for one in schema:
            yield from stated(one)


def patterns() -> Mapping[str, tuple[re.Pattern[Any], str]]:
    found: dict[tuple[str | bytes, int, str], tuple[str, re.Pattern[Any], str]] = {}
    for name, module in modules().items():
        short = name.removeprefix("sharecheck.")
        for key, value in vars(module).items():
            for pattern in held(value):
                for method in asked(key, module):
                    found.setdefault((pattern.pattern, pattern.flags, method), (f"{short}.{key}", pattern, method))
        for pattern, method in called(module):
            if method != "compile" or not any(known[:2] == (pattern.pattern, pattern.flags) for known in found):
                how = "search" if method == "compile" else method
                found.setdefault((pattern.pattern, pattern.flags, how), (short, pattern, how))
    for path in sorted(SCHEMAS.glob("*.json")):
        for text in stated(json.loads(path.read_text(encoding="utf-8"))):
            for method in ("fullmatch", "search"):
                found.setdefault((text, re.UNICODE, method), (path.stem, re.compile(text), method))
    return {
        f"{name} {method} {number}": (pattern, method) for number, (name, pattern, method) in enumerate(found.values())
    }


EVERY = patterns()


@pytest.mark.parametrize("name", EVERY)
def test_is_linear_in_the_text(name: str) -> None:
    pattern, method = EVERY[name]
    assert slow_on(pattern, method) is None, pattern.pattern


def test_finds_the_patterns_of_modules_calls_models_and_schemas() -> None:
    found = {pattern.pattern for pattern, _ in EVERY.values()}
    assert {
        *(r"\r\n|\r|\n", r"[^a-z0-9]+", "^[a-z0-9]+(-[a-z0-9]+)*$", "^paragraph-[0-9]{1,2}[a-z]?$"),
    } <= found


def test_leaves_out_only_patterns_that_a_run_makes() -> None:
    """One that is gone, or that can be evaluated by now, must leave the list."""
    found = {expression(module, call) for module in modules().values() for call in calls(module)}
    assert set(RUN_TIME) <= found


@pytest.mark.parametrize(
    ("bad", "method"),
    [
        (r"^(a+)+$", "match"),
        (r"\s+$", "search"),
        (r"x*y", "finditer"),
        (r"(?:[a-z]+\s*)*!", "match"),
        (r"#\s*\w*\s*=", "search"),
        (r"^[ ]*(?:ab|a|ba)*c", "search"),
        (rb"title: .*:.*:.*;", "search"),
        (r"(?<= )\w+(?: \w+)*(?=;)", "search"),
    ],
)
def test_sees_a_pattern_that_goes_back_and_forth(bad: str | bytes, method: str) -> None:
    assert slow_on(re.compile(bad), method)


@pytest.mark.parametrize(("good", "method"), [(r"a+b", "match"), (r"[ \t]*(?:\r\n|\n|$)", "match"), ("[^a-z]+", "sub")])
def test_lets_a_pattern_pass_that_goes_on(good: str, method: str) -> None:
    assert slow_on(re.compile(good), method) is None
