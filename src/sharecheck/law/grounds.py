"""The grounds that protocols state, and the flows of which they do not say something."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from sharecheck import words
from sharecheck.document import Place
from sharecheck.finding.members import Member
from sharecheck.model.base import many
from sharecheck.model.party import Party
from sharecheck.model.protocol import Basis
from sharecheck.network.build import PARENT
from sharecheck.workspace import Carried, Flow, Ground, Workspace
from sharecheck.workspace.protocol import acts_for
from sharecheck.workspace.terms import placed_bases


def grounds(workspace: Workspace) -> Iterator[Ground]:
    """The grounds of all protocols."""
    return (ground for protocol in workspace.protocols() for ground in protocol.grounds)


def consents(workspace: Workspace) -> Iterator[Ground]:
    """The grounds that are consent, 6(1)(a), and on which a flow rests: each statement once."""
    return (ground for ground in grounds(workspace) if ground.basis.article_6 == "6(1)(a)" and ground.flows)


@dataclass(frozen=True, eq=False)
class Silence:
    """Flows of which the same `basis` does not say something; without any basis, all flows that have none."""

    place: Place
    owner: str
    flows: tuple[Flow, ...]
    whose: Mapping[str, tuple[str, ...]]
    """The senders of each flow whose statement is missing, where others have made theirs; else one without a name."""

    @property
    def members(self) -> Iterator[tuple[Member, Place]]:
        """Each flow with each of these senders, and where the flow stands."""
        for flow in self.flows:
            place = self.place if flow.shape.basis is not None else flow.place / "id"
            yield from (((flow.id, party), place) for party in self.whose[flow.id])

    def carrying(self, of: Callable[[Flow], Iterable[Carried]]) -> Iterator[tuple[Member, Place]]:
        """Each of these members with each item because of which something is to be stated."""
        items = {flow.id: tuple(dict.fromkeys(carried.id for carried in of(flow))) for flow in self.flows}
        yield from (((*member, item), place) for member, place in self.members for item in items[member[0]])


def unstated(what: str, flows: tuple[str, ...], parties: tuple[str, ...], items: tuple[str, ...] = ()) -> str:
    """`what` with the items for `{}`, the flows, and who states nothing where others do."""
    named = tuple(sorted(filter(None, parties)))
    return f"{what.format(words.listed(items))} {words.listed(flows)}" + (f" by {words.listed(named)}" if named else "")


def silences(
    workspace: Workspace,
    states: Callable[[Basis], object],
    of: Callable[[Flow], object],
    senders_of: Callable[[Flow], Iterable[Party]] | None = None,
) -> Iterator[Silence]:
    """Where a sender (of `senders_of`) of a flow `of` interest has no ground that `states` something.

    Only texts that were read in full; a parent needs no ground, and a processor has its controller's.
    """
    for protocol in workspace.protocols():
        if not protocol.agreement:
            continue
        for_all = None in _stated(placed_bases(protocol.shape.basis, protocol.place), states)
        own = (flow for flow in protocol.personal_flows if flow.shape.basis is not None)
        who = {
            flow: _silent(flow, states, senders_of)
            for flow in (own if for_all else protocol.personal_flows)
            if of(flow)
        }
        silent = [flow for flow in who if who[flow]]
        shared = tuple(flow for flow in silent if flow.shape.basis is None)
        if shared:
            stated = protocol.shape.basis is not None
            place = protocol.place / "basis" if stated else shared[0].place / "id"
            yield Silence(place, protocol.id, shared, _whose(shared, states, who))
        for flow in silent:
            if flow.shape.basis is not None:
                yield Silence(flow.place / "basis", flow.id, (flow,), _whose((flow,), states, who))


def _stated(bases: Iterable[tuple[Basis, Place]], states: Callable[[Basis], object]) -> set[str | None]:
    """The parties of the bases that `states` holds for; None among them when one is stated for everybody."""
    return {basis.party for basis, _ in bases if states(basis)}


def _silent(
    flow: Flow, states: Callable[[Basis], object], senders_of: Callable[[Flow], Iterable[Party]] | None
) -> set[str]:
    """The senders of a flow for whom no basis that `states` holds for is stated."""
    stated = _stated(flow.bases, states)
    senders = {party.id for party in senders_of(flow)} if senders_of else set(many(flow.shape.from_))
    processors = {party.id for party in flow.senders if acts_for(party)}
    return set() if None in stated else {id for id in senders - processors - {PARENT} if id not in stated}


def _whose(
    flows: tuple[Flow, ...], states: Callable[[Basis], object], who: Mapping[Flow, set[str]]
) -> Mapping[str, tuple[str, ...]]:
    if not any(_stated(flow.bases, states) for flow in flows):
        return {flow.id: ("",) for flow in flows}
    return {flow.id: tuple(sorted(who[flow])) for flow in flows}
