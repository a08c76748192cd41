"""Places are the same however much of a text was read to find them, and whatever was asked before."""

from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from sharecheck.document import Route
from sharecheck.reading.limits import USUAL
from sharecheck.reading.node import Node, places
from sharecheck.reading.yaml import growing, read_yaml
from tests.test_reading_agreement import STYLED
from tests.test_schema import AREA, PROTOCOL

PROTOCOLS = Path(__file__).parents[1] / "protocols"
FILES = sorted(path for path in PROTOCOLS.rglob("*.yaml"))[::7]
TEXTS = [STYLED, PROTOCOL, AREA, *(path.read_text(encoding="utf-8") for path in FILES)]


def routes(node: Node, route: Route = ()) -> Iterator[Route]:
    """All routes of a text, and with each one that does not exist."""
    yield from (route, (*route, "nothing"), (*route, 99))
    for step, part in node.parts.items():
        yield from routes(part, (*route, step))


@pytest.mark.parametrize("text", TEXTS, ids=["styled", "protocol", "area", *(path.name for path in FILES)])
def test_places_are_those_of_the_whole_text_in_whatever_order_they_are_asked_for(text: str) -> None:
    root = read_yaml(text, USUAL).root
    assert root is not None
    whole, every = places(text, root), list(routes(root))
    chance = Random(text)
    for number in (1, 2, 5, len(every)):
        tree = growing(text, USUAL)
        for route in chance.sample(every, min(number, len(every))):
            assert (tree.shown(route), tree.extent(route)) == (whole.shown(route), whole.extent(route)), route


def test_only_as_much_is_read_as_is_asked_for() -> None:
    broken = f"{PROTOCOL}\nflows: ["  # what comes later is of no matter, as a text that is in order has no such thing
    assert growing(broken, USUAL).shown(("id",)) == growing(PROTOCOL, USUAL).shown(("id",))
    assert read_yaml(broken, USUAL).root is None


def test_what_is_below_no_value_is_shown_at_the_text_as_a_whole() -> None:
    assert growing("", USUAL).shown(("id",)) == (0, 0)
