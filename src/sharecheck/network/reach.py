"""What of a network one fact hangs on, and what hangs on that fact, so that a question about one looks at no more."""

from collections.abc import Callable, Iterable, Set
from dataclasses import replace

from sharecheck.network.facts import Fact
from sharecheck.network.network import Network, Part


def told_by_others(network: Network, fact: Fact) -> tuple[Network, bool]:
    """What leads to a fact when it is not recorded, or all with that item where it goes out from there and returns.

    And whether what others hold is left out, because it does not hang on the fact.
    """
    identifying = fact.item in network.identifiers.parts
    part = network.identifiers.as_part if identifying else network.parts[fact.item]
    others = (other for other in downstream(part, fact, identifying) if other != fact)
    apart = all(other.item != fact.item for other in others)
    if apart:
        part = towards(part, upstream(part, fact, identifying), without=fact)
    else:
        part = Part([recording for recording in part.recordings if recording.fact != fact], part.arcs)
    return replace(network, recordings=tuple(part.recordings), arcs=tuple(part.arcs), needs=()), apart


def upstream(part: Part, fact: Fact, matched: bool) -> Set[Fact]:
    """The facts from which ways lead to a fact, and that fact; with `matched`, also those that arcs are matched by."""

    def before(head: Fact) -> Iterable[Fact]:
        for arc in part.by_head.get(head, ()):
            yield arc.tail
            yield from arc.matched if matched else ()

    return _reached(fact, before)


def downstream(part: Part, fact: Fact, matched: bool) -> Set[Fact]:
    """The facts to which ways lead from a fact, and that fact; with `matched`, also by arcs matched by a fact."""

    def beyond(tail: Fact) -> Iterable[Fact]:
        yield from (arc.head for arc in part.by_tail.get(tail, ()))
        yield from (arc.head for arc in part.by_match.get(tail, ())) if matched else ()

    return _reached(fact, beyond)


def towards(part: Part, facts: Set[Fact], without: Fact) -> Part:
    """What of a part leads to some facts, where one of them is not recorded."""
    recordings = [recording for fact in facts if fact != without for recording in part.by_fact.get(fact, ())]
    return Part(recordings, [arc for fact in facts for arc in part.by_head.get(fact, ())])


def _reached(fact: Fact, following: Callable[[Fact], Iterable[Fact]]) -> Set[Fact]:
    found = {fact: None}
    waiting = [fact]
    while waiting:
        for neighbour in following(waiting.pop()):
            if neighbour not in found:
                found[neighbour] = None
                waiting.append(neighbour)
    return found.keys()
