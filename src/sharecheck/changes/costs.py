"""What each kind of change costs: our own choice, which a project can set for its repairs."""

from collections.abc import Mapping
from typing import assert_never, get_args

from sharecheck.changes.change import Kind


def cost(kind: Kind) -> int:  # noqa: PLR0911  # a return for each cost
    """How much work a change is, in units that mean nothing by themselves: an item more on a form is 2."""
    match kind:
        case "limit" | "receipt":
            return 1
        case "item" | "always" | "form" | "trigger":
            return 2
        case "cover" | "agreement":
            return 3
        case "channel":
            return 5
        case "refusal":
            return 6
        case "record":
            return 8
        case "flow":
            return 10
        case "funding":
            return 12
        case "protocol":
            return 20
        case _:
            assert_never(kind)


KINDS: tuple[Kind, ...] = get_args(Kind)
COSTS: Mapping[Kind, int] = {kind: cost(kind) for kind in KINDS}
"""By kind, from the cheapest to the dearest."""
