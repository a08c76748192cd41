"""The sentences: what is wrong with a value, and what to type instead."""

from sharecheck.document import Problem, Route
from sharecheck.reading.branches import branches, resolved, standing_at
from sharecheck.reading.forms import YES_OR_NO, form_of, is_meant_as, is_open, working_days
from sharecheck.reading.pasted import odd, plain
from sharecheck.reading.phrases import closest, one_of, quoted
from sharecheck.reading.verdict import Refusal
from sharecheck.schema import Schema


def subject(route: Route) -> str:
    """What a route is called in a sentence."""
    if not route:
        return "the file"
    step = route[-1]
    return quoted(step) if isinstance(step, str) else f"entry {step + 1} of {subject(route[:-1])}"


def message_for(refusal: Refusal, source: str) -> Problem:
    """The problem, in words."""
    match refusal.keyword:
        case "additionalProperties":
            return Problem("unknown-key", refusal.route, *_unknown_key(refusal))
        case "required":
            return Problem("missing-key", refusal.route, *_missing_key(refusal))
        case _:
            return Problem("wrong-shape", refusal.route, *_wrong_shape(refusal, source))


def _unknown_key(refusal: Refusal) -> tuple[str, str]:
    key, known = str(refusal.route[-1]), refusal.schema["properties"]
    around = subject(refusal.route[:-1])
    message = f"{quoted(key)} is not a key of {around}" if len(refusal.route) > 1 else f"{quoted(key)} is not a key"
    message += _with_odd(key)
    if meant := closest(key, known):
        return message, f"did you mean {quoted(meant)}?"
    home = None if key in refusal.root["properties"] else _homes(refusal.root).get(key)
    if home and _is_outer(refusal):
        return message, f"it belongs into {quoted(home)}"
    return message, f"the keys are {one_of(known, most=40)}"


def _is_outer(refusal: Refusal) -> bool:
    """Whether a key stands where blocks stand: one in a small block (`dpia: {date: …}`) is a word for a key of it."""
    return any(_objects(refusal.root, below) for below in refusal.schema["properties"].values())


def _homes(root: Schema) -> dict[str, str]:
    """Where else in a document of this kind a key has its place, when that is one place only."""
    homes: dict[str, set[str]] = {}
    for name, schema in root["properties"].items():
        for below in _objects(root, schema):
            for key in below["properties"]:
                homes.setdefault(key, set()).add(name)
    return {key: home.pop() for key, home in homes.items() if len(home) == 1}


def _objects(root: Schema, schema: Schema) -> list[Schema]:
    schema = resolved(root, schema)
    if "properties" in schema:
        return [schema]
    below = schema.get("anyOf", []) + ([schema["items"]] if "items" in schema else [])
    return [found for part in below for found in _objects(root, part)]


def _missing_key(refusal: Refusal) -> tuple[str, str]:
    key, around = str(refusal.route[-1]), subject(refusal.route[:-1])
    words = refusal.schema["properties"][key].get("description", "").rstrip(".")
    return f"{around} has no {quoted(key)}", f"add {quoted(key)}: {words[:1].lower()}{words[1:]}"


def _wrong_shape(refusal: Refusal, source: str) -> tuple[str, str | None]:  # noqa: PLR0911  # a sentence for each kind of mistake
    value, limit = refusal.value, refusal.limit
    if value is None:
        return _empty(refusal)
    match refusal.keyword:
        case "enum" | "const":
            return _not_one_of(refusal, source)
        case "format":
            return (
                f"{subject(refusal.route)} is {quoted(value)}, which is not a day of the calendar",
                "look at the calendar",
            )
        case "pattern" if (days := working_days(value)) is not None and takes_working_days(refusal):
            meant = f"{{working-days: {days}}}"
            return form_of(refusal.schema).refuses(subject(refusal.route), value), f"did you mean {quoted(meant)}?"
        case "pattern":
            form = form_of(refusal.schema)
            if is_open(value) and (help := _until_agreed(refusal, form.wanted)):
                return form.refuses(subject(refusal.route), value), help
            return form.refuses(subject(refusal.route), value) + _with_odd(value), form.help(value)
        case "minLength":
            return f"{subject(refusal.route)} is empty", "fill it in, or remove it"
        case "maxLength":
            return (
                f"{subject(refusal.route)} is {len(value):,} characters long",
                f"{limit:,} are the most that it can have",
            )
        case "minimum" | "maximum":
            few = refusal.keyword == "minimum"
            return f"{subject(refusal.route)} cannot be {'less' if few else 'more'} than {limit:,}", None
        case _:
            return _wrong_type(refusal, source)


def _until_agreed(refusal: Refusal, wanted: str) -> str | None:
    """What to type for something still open that cannot be left out; None where it can."""
    *above, key = refusal.route
    around = standing_at(refusal.root, tuple(above))
    if isinstance(key, str) and not any(key in schema.get("required", ()) for schema in around):
        return None
    if not above:
        return f"every file needs {subject(refusal.route)}: write {wanted}, and change it later"
    block = subject(refusal.route) if isinstance(key, int) else subject(tuple(above))
    return f"write {wanted}, as far as it is known; or leave {block} out until it is agreed"


def _empty(refusal: Refusal) -> tuple[str, str]:
    if refusal.route and isinstance(refusal.route[-1], int):
        return f"{subject(refusal.route)} is empty", "fill it in, or remove it"
    return f"{subject(refusal.route)} has no value", f"remove the key, or fill it in with {_wanted(refusal)}"


def _not_one_of(refusal: Refusal, source: str) -> tuple[str, str]:
    allowed = refusal.schema.get("enum") or [refusal.schema["const"]]
    if not isinstance(refusal.value, str):
        return _wrong_type(refusal, source)
    meant = closest(plain(refusal.value), allowed)
    help = f"did you mean {quoted(meant)}?" if meant else f"write {one_of(allowed)}"
    return f"{subject(refusal.route)} cannot be {quoted(refusal.value)}{_with_odd(refusal.value)}", help


def takes_working_days(refusal: Refusal) -> bool:
    """Whether a number of working days may stand in the place of a value."""
    return any("working-days" in schema.get("properties", {}) for schema in standing_at(refusal.root, refusal.route))


def _with_odd(text: str) -> str:
    """What cannot be seen in a text that was pasted, or looks like something else."""
    what = odd(text)
    return f": it has {what} in it, from a word processor" if what else ""


def _wrong_type(refusal: Refusal, source: str) -> tuple[str, str]:
    value, wanted = refusal.value, _wanted(refusal)
    types = {schema.get("type") for schema in branches(refusal.root, refusal.schema)}
    message = f"{subject(refusal.route)} is {_sort(value)}"
    if isinstance(value, str) and "boolean" in types:
        meant = YES_OR_NO.get(plain(value).lower())
        return message, f"did you mean `{meant}`?" if meant else "write `true` or `false`, without quotes"
    if isinstance(value, str) and "integer" in types:
        digits = value.strip().lstrip("0") or "0"
        return message, f"write the number alone: {quoted(digits)}" if digits.isdecimal() else f"write {wanted}"
    if isinstance(value, str | int | float) and types == {"array"}:
        return f"{message}, not a list", f"put it in brackets: {quoted(f'[{source}]')}"
    if isinstance(value, bool | int | float) and _fits_in_quotes(refusal, source):
        in_quotes = f'"{source}"'
        return message, f"put it in quotes: {quoted(in_quotes)}"
    return message, f"write {wanted}"


def _fits_in_quotes(refusal: Refusal, source: str) -> bool:
    """Whether what was read as a number would do as text."""
    texts = [schema for schema in branches(refusal.root, refusal.schema) if schema.get("type") == "string"]
    return any("enum" not in schema and is_meant_as(schema, source) for schema in texts)


def _sort(value: object) -> str:
    match value:
        case bool():
            return "`true`" if value else "`false`"
        case int() | float():
            return "a number"
        case str():
            return f"the text {quoted(value)}" if value else "an empty text"
        case list():
            return "a list"
        case _:
            return "a block of keys"


def _wanted(refusal: Refusal) -> str:
    """What can stand there: `a name such as ..., or a list`."""
    wanted = [_branch_wanted(schema) for schema in branches(refusal.root, refusal.schema)]
    return ", or ".join(dict.fromkeys(wanted))


def _branch_wanted(schema: Schema) -> str:
    if "const" in schema:
        return quoted(schema["const"])
    if "enum" in schema:
        return one_of(schema["enum"])
    match schema.get("type"):
        case "string":
            return form_of(schema).wanted
        case "boolean":
            return "`true` or `false`"
        case "integer":
            return "a whole number"
        case "array":
            return "a list"
        case _:
            keys = ", ".join(f"{key}: …" for key in schema.get("required") or list(schema["properties"])[:1])
            return f"a block of keys such as {quoted('{' + keys + '}')}"
