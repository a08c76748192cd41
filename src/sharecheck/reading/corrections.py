"""What to write in the place of a value or a key that was refused, where its author can have meant only one thing."""

import json
import re
from dataclasses import dataclass

from sharecheck.reading.branches import branches
from sharecheck.reading.forms import YES_OR_NO, is_meant_as, meant_surely, working_days
from sharecheck.reading.messages import takes_working_days
from sharecheck.reading.pasted import plain
from sharecheck.reading.phrases import closest, slip
from sharecheck.reading.verdict import Refusal

_SIMPLE = re.compile(r"[A-Za-z0-9_.()/-]+")
"""Text that needs no quotes."""


@dataclass(frozen=True, slots=True)
class Instead:
    """What to write, and whether nothing else can have been meant."""

    text: str
    sure: bool


def key(refusal: Refusal, source: str) -> Instead | None:
    """A key that is known, for one that is not and stands there as `source`."""
    name = str(refusal.route[-1])
    if refusal.value[name] is None:  # the value may be a part of the key
        return None
    free = [known for known in refusal.schema["properties"] if known not in refusal.value]
    surely = slip(name, free)
    meant = surely or closest(name, free)
    return Instead(_as_written(meant, source), surely is not None) if meant else None


def value(refusal: Refusal, source: str) -> Instead | None:
    """Another value for one that stands there as `source`."""
    if not source or "\n" in source or "\r" in source:
        return None
    if isinstance(refusal.value, str):
        match refusal.keyword:
            case "enum" | "const":
                return _one_of(refusal.value, refusal.schema.get("enum") or [refusal.schema["const"]], source)
            case "pattern" if (days := working_days(refusal.value)) is not None and takes_working_days(refusal):
                name = '"working-days"' if source[0] in "\"'" else "working-days"
                return Instead(f"{{{name}: {days}}}", True)
            case "pattern":
                meant, sure = meant_surely(refusal.schema, refusal.value)
                return Instead(_as_written(meant, source), sure) if meant else None
    if refusal.keyword in ("type", "anyOf"):
        return _of_another_type(refusal, source)
    return None


def _one_of(text: str, allowed: list[str], source: str) -> Instead | None:
    """Nothing that is only like the text, where the names are told apart by a single sign, as those of the law are."""
    value = plain(text)
    surely = slip(value, allowed)
    if surely:
        return Instead(_as_written(surely, source), True)
    meant = closest(value, allowed)
    if meant is None or not meant.replace("-", "").isalpha():
        return None
    return Instead(_as_written(meant, source), False)


def _of_another_type(refusal: Refusal, source: str) -> Instead | None:
    fitting = branches(refusal.root, refusal.schema)
    types = {schema.get("type") for schema in fitting}
    value = refusal.value
    if isinstance(value, str):
        text = plain(value)
        if "boolean" in types and text.lower() in YES_OR_NO:
            return Instead(YES_OR_NO[text.lower()], True)
        if "integer" in types and re.fullmatch("0|[1-9][0-9]{0,6}", text):
            return Instead(text, True)
        if types == {"array"} and _stands_in_brackets(source):
            return Instead(f"[{source}]", True)
    elif isinstance(value, bool | int | float):
        texts = [schema for schema in fitting if schema.get("type") == "string" and "enum" not in schema]
        if any(is_meant_as(schema, source) for schema in texts):
            return Instead(json.dumps(source), True)
    return None


def _stands_in_brackets(source: str) -> bool:
    """Whether a single value means the same within brackets."""
    return bool(_SIMPLE.fullmatch(source)) or (len(source) > 1 and source[0] == source[-1] and source[0] in "'\"")


def _as_written(meant: str, source: str) -> str:
    """In the quotes that were there before."""
    if source[:1] == "'" and "'" not in meant:
        return f"'{meant}'"
    return meant if source[:1] != '"' and _SIMPLE.fullmatch(meant) else json.dumps(meant)
