"""How each format is read: fast where a text is in order, and with places where somebody asks."""

from collections.abc import Callable
from dataclasses import dataclass

from ryaml import InvalidYamlError, loads  # type: ignore[attr-defined]  # it says `import a` for `import a as a`

from sharecheck.reading import json, scan
from sharecheck.reading.limits import Limits
from sharecheck.reading.node import Read, Tree, places


@dataclass(frozen=True, slots=True)
class Way:
    """How one format is read."""

    load: Callable[[str, bytes, Limits], object]
    """The value of a text that is in order; raises a `ValueError` where something is not."""
    read: Callable[[str, Limits], Read]
    """Everything, with places."""
    find: Callable[[Limits, str], Tree]
    """The places of a text that is in order."""

    def places(self, limits: Limits, text: str) -> Tree:
        """The places of a text, as far as the text can be read."""
        return places(text, self.read(text, limits).root)


def _load_yaml(text: str, data: bytes, limits: Limits) -> object:
    if not scan.is_plain(data, limits):
        raise ValueError
    try:
        value: object = loads(text)
    except InvalidYamlError as error:
        raise ValueError from error
    return value


def _load_json(text: str, data: bytes, limits: Limits) -> object:
    if scan.has_many_values(data, limits) or scan.is_deep(data, limits) or scan.has_halves(data):
        raise ValueError
    return json.load(text)


def _read_yaml(text: str, limits: Limits) -> Read:
    from sharecheck.reading.yaml import read_yaml  # PyYAML takes 50 ms to import, and most files do not need it

    return read_yaml(text, limits)


def _find_yaml(limits: Limits, text: str) -> Tree:
    from sharecheck.reading.yaml import growing

    return growing(text, limits)


def _find_json(limits: Limits, text: str) -> Tree:
    return places(text, json.read_json(text, limits).root)


YAML = Way(_load_yaml, _read_yaml, _find_yaml)
JSON = Way(_load_json, json.read_json, _find_json)
