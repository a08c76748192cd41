"""What flows are meant for: the one place where both the network and the replay look it up."""

from collections.abc import Iterable

from sharecheck.model.base import many
from sharecheck.model.party import Party
from sharecheck.model.pathway import Transition
from sharecheck.model.protocol import Flow


class Purposes:
    """What the flows of an area are meant for, by the transitions of its pathway."""

    def __init__(self, transitions: Iterable[Transition]) -> None:
        self._transitions = tuple(transitions)
        self._by_services: dict[tuple[str, ...], frozenset[str]] = {}

    def of(self, flow: Flow, sender: Party) -> frozenset[str]:
        """The ids of the transitions that a flow is meant for when this party sends it.

        Those that the flow names with `for`, and no others; without `for`, those from a service that the sender does,
        and by which the flow says that it is sent, and those that name no service that hands over.
        """
        if flow.for_ is not None:
            return frozenset(many(flow.for_))
        done, named = many(sender.service), many(flow.from_service)
        services = tuple(service for service in done if service in named) if named else done
        if services not in self._by_services:
            self._by_services[services] = frozenset(
                transition.id
                for transition in self._transitions
                if not transition.from_ or not set(services).isdisjoint(many(transition.from_))
            )
        return self._by_services[services]
