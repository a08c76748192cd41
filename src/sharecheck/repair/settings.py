"""What a change costs and which are out of the question: our own choice, which a project can set for itself."""

import difflib
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, TypeGuard, get_args

from pydantic import TypeAdapter, ValidationError

from sharecheck.model.base import Duration
from sharecheck.workspace import Trouble

Kind = Literal[
    "limit",
    "receipt",
    "item",
    "always",
    "form",
    "trigger",
    "cover",
    "agreement",
    "channel",
    "refusal",
    "record",
    "flow",
    "funding",
    "basis",
    "protocol",
]
"""The kinds of change, from the cheapest to the dearest; `docs/repair.md` says what each does."""

COSTS: Mapping[Kind, int] = {
    "limit": 1,
    "receipt": 1,
    "item": 2,
    "always": 2,
    "form": 2,
    "trigger": 2,
    "cover": 3,
    "agreement": 3,
    "channel": 5,
    "refusal": 6,
    "record": 8,
    "flow": 10,
    "funding": 12,
    "basis": 12,
    "protocol": 20,
}
"""How much work a change is, in units that mean nothing by themselves: an item more on a form is 2."""

_WHAT = ("kind", "flow", "protocol", "party", "item")
"""What a pattern of `forbid` can name."""


SHORTEST = Duration("PT4H")
"""The shortest time limit that is proposed."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Costs by kind, what is forbidden (`kind:basis`, `flow:discharge-summary`), and the shortest limit proposed."""

    costs: Mapping[Kind, int] = field(default_factory=lambda: COSTS)
    forbid: frozenset[str] = frozenset()
    shortest: Duration = SHORTEST


def load(folder: Path) -> Settings:
    """The settings of the folder or the nearest one above it that has any.

    `[repair]` in `sharecheck.toml`, or `[tool.sharecheck.repair]` in `pyproject.toml`. `Trouble` for what cannot be
    read or means nothing.
    """
    for one in (folder, *folder.resolve().parents):
        for name, route in (("sharecheck.toml", ("repair",)), ("pyproject.toml", ("tool", "sharecheck", "repair"))):
            path = one / name
            if path.is_file():
                table = _table(path, route)
                if table is not None:
                    return _settings(path, table)
    return Settings()


def _table(path: Path, route: tuple[str, ...]) -> Mapping[str, object] | None:
    try:
        value: object = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise Trouble(f"`{path}` cannot be read: {error}") from error
    for step in route:
        value = value.get(step) if isinstance(value, dict) else None
    return value if isinstance(value, dict) else None


def _settings(path: Path, table: Mapping[str, object]) -> Settings:
    _known(path, table, ("costs", "forbid", "shortest"))
    costs = table.get("costs", {})
    forbid = table.get("forbid", [])
    if not isinstance(costs, dict):
        raise Trouble(f"`{path}`: `costs` is a table of kinds, for example `costs = {{flow = 8}}`")
    if not (isinstance(forbid, list) and all(isinstance(one, str) for one in forbid)):
        raise Trouble(f'`{path}`: `forbid` is a list, for example `forbid = ["kind:basis"]`')
    for name, cost in costs.items():
        _known(path, (name,), COSTS)
        if isinstance(cost, bool) or not isinstance(cost, int) or not 1 <= cost <= 1000:
            raise Trouble(f"`{path}`: what `{name}` costs is a whole number from 1 to 1000")
    for name in forbid:
        what, _, rest = name.partition(":")
        _known(path, (what,), _WHAT)
        if what == "kind":
            _known(path, (rest,), COSTS)
    named = {name: cost for name, cost in costs.items() if _is_kind(name)}
    shortest = table.get("shortest", str(SHORTEST))
    try:
        limit = TypeAdapter(Duration).validate_python(shortest)
    except ValidationError:
        raise Trouble(f'`{path}`: `shortest` is a duration, for example `shortest = "P1D"`') from None
    return Settings({**COSTS, **named}, frozenset(forbid), limit)


def _is_kind(name: str) -> TypeGuard[Kind]:
    return name in get_args(Kind)


def _known(path: Path, names: Iterable[str], known: Iterable[str]) -> None:
    every = tuple(known)
    for name in names:
        if name not in every:
            near = difflib.get_close_matches(name, every, 1)
            raise Trouble(
                f"`{path}`: nothing is called `{name}` here"
                + (f"; did you mean `{near[0]}`?" if near else f"; there is: {', '.join(every)}")
            )
