"""The changes that a repair can be made of: each with its cost, its words, and what it does to a file."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import assert_never

from sharecheck.document import Document, Place
from sharecheck.edit import Append, Change, Put, Remove
from sharecheck.model.base import Duration, many
from sharecheck.model.calendar import years_later
from sharecheck.model.protocol import Basis
from sharecheck.model.protocol import Flow as FlowShape
from sharecheck.network import Barrier
from sharecheck.reading.node import Value
from sharecheck.repair.settings import Kind, Settings
from sharecheck.workspace import Area, Flow, Terms
from sharecheck.workspace import Protocol as PlacedProtocol

BEFORE_WITHIN = ("id", "title", "from", "to", "accountable", "when")
BEFORE_WHEN = BEFORE_WITHIN[:-1]
BEFORE_RECEIPT = (
    *BEFORE_WITHIN,
    "within",
    "channel",
    "fallback",
    "matched-by",
    "items",
    "purpose",
    "basis",
    "agreement",
)
_BEFORE_STATUS = ("sharecheck", "$schema", "id", "title", "area", "version")
_BEFORE_RECORDS = ("id", "name", "service", "nation", "kind", "elsewhere", "controller", "public-authority",
                   "duty-of-confidentiality", "covers", "system", "assurance", "contacts")  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)
class Draft:
    """A flow that is not there yet; `document` is the protocol that it would join, None for a new one at `path`."""

    area: str
    id: str
    shape: FlowShape
    document: Document | None
    path: Path


@dataclass(frozen=True, slots=True, eq=False)
class Edit:
    """One change. `agreed` says what people must agree first; `names` is what settings can forbid it by.

    Of a flow that is not there yet, `draft` says which one, and `item` what it is to carry besides.
    """

    id: str
    kind: Kind
    cost: int
    what: str
    place: Place
    changes: tuple[Change, ...]
    names: frozenset[str]
    agreed: str = ""
    draft: Draft | None = None
    item: str | None = None
    flow: Flow | None = None
    """The flow that it changes, if it is one."""


@dataclass(frozen=True, slots=True)
class Maker:
    """Makes the changes of an area; each costs what the settings say."""

    area: Area
    settings: Settings

    def edit(
        self,
        kind: Kind,
        id: str,
        what: str,
        place: Place,
        changes: Iterable[Change],
        names: Iterable[str] = (),
        agreed: str = "",
        draft: Draft | None = None,
        item: str | None = None,
        flow: Flow | None = None,
    ) -> Edit:
        """A change, with its kind among its names."""
        every = frozenset((*names, f"kind:{kind}"))
        cost = self.settings.costs[kind]
        return Edit(f"{kind}:{id}", kind, cost, what, place, tuple(changes), every, agreed, draft, item, flow)

    def limit(self, flow: Flow, limit: str) -> Edit:
        """A time limit, or a shorter one."""
        what = f"give `{flow.id}` a {'time limit' if flow.within is None else 'shorter time limit'}"
        change = Put((*flow.place.route, "within"), limit, BEFORE_WITHIN)
        return self._of(flow, "limit", what, "within", [change])

    def trigger(self, flow: Flow) -> Edit:
        """Sent again whenever the sender learns more."""
        what = f"send `{flow.id}` whenever the sender learns of something{' as well' if flow.when else ''}"
        route = (*flow.place.route, "when")
        change = Append(route, {"on": "change"}) if flow.when else Put(route, {"on": "change"}, BEFORE_WHEN)
        return self._of(flow, "trigger", what, "when", [change])

    def channel(self, flow: Flow, channel: str) -> Edit:
        """A better channel."""
        what = f"send `{flow.id}` by `{channel}` instead of `{flow.shape.channel}`"
        return self._of(flow, "channel", what, "channel", [Put((*flow.place.route, "channel"), channel)])

    def receipt(self, flow: Flow) -> Edit:
        """Receipt is acknowledged, so that somebody notices when nobody looks."""
        route = (*flow.place.route, "receipt")
        if flow.shape.receipt is None:
            change: Change = Put(route, {"acknowledged": True}, BEFORE_RECEIPT)
        else:
            change = Put((*route, "acknowledged"), True)
        return self._of(flow, "receipt", f"have `{flow.id}` acknowledged by who receives it", "receipt", [change])

    def cover(self, flow: Flow) -> Edit:
        """Somebody else does it when the post is empty."""
        post = flow.shape.relies_on.post if flow.shape.relies_on else ""
        what = f"cover the {post} when the post is empty, so that `{flow.id}` is still sent"
        return self._of(flow, "cover", what, "relies-on", [Put((*flow.place.route, "relies-on", "cover"), True)])

    def item(self, flow: Flow, item: str) -> Edit:
        """An item more."""
        change = Append((*flow.place.route, "items"), item, (*BEFORE_RECEIPT[:10],))
        return self._of(flow, "item", f"add `{item}` to what `{flow.id}` carries", "items", [change], item)

    def form(self, flow: Flow, index: int) -> Edit:
        """An item in the best form that its channel carries."""
        item = flow.items[index].id
        what = f"send `{item}` with `{flow.id}` in the form that its channel carries, not as {flow.items[index].form}"
        return self._of(flow, "form", what, "items", [Remove((*flow.place.route, "items", index, "form"))], item, index)

    def always(self, flow: Flow, index: int) -> Edit:
        """An item that is always filled in."""
        item = flow.items[index].id
        change = Put((*flow.place.route, "items", index, "present"), "always")
        return self._of(flow, "always", f"always fill in `{item}` in `{flow.id}`", "items", [change], item, index)

    def refusal(self, flow: Flow, item: str) -> Edit:
        """An item that flows although the parent refuses."""
        change = Append((*flow.place.route, "agreement", "if-refused"), item, ("ask", "to", "inform"))
        what = f"send `{item}` with `{flow.id}` also when the parent refuses"
        agreed = "whether it may, on which ground, and what the parent is told"
        return self._of(flow, "refusal", what, "agreement", [change], item, agreed=agreed)

    def basis(self, flow: Flow) -> Edit:
        """A ground that does not hang on consent."""
        own = flow.shape.basis is not None
        place = (flow.place if own else flow.protocol.place) / "basis"
        bases = flow.shape.basis if own else flow.protocol.shape.basis
        routes = [(*place.route, index) for index in range(len(bases))] if isinstance(bases, tuple) else [place.route]
        pairs = zip(routes, many(bases), strict=True)
        changes = [Put((*route, "article-6"), "6(1)(e)") for route, basis in pairs if _consent(basis)]
        subject = f"`{flow.id}`" if own else f"all flows of `{flow.protocol.id}` that state no ground of their own"
        what = f"rest {subject} on a ground other than consent, for example `6(1)(e)`"
        id = f"{flow.protocol.id}/{flow.id}" if own else flow.protocol.id
        names = (f"protocol:{flow.protocol.id}", *([f"flow:{flow.id}"] if own else []))
        return self.edit("basis", id, what, place, changes, names, "which ground, with those who advise on it")

    def gate(self, flow: Flow, hindrance: Barrier) -> Edit | None:
        """What keeps a protocol from being in force, away; None for one that was withdrawn."""
        protocol, today = flow.protocol, self.area.as_of
        later = years_later(today, 1)
        match hindrance.obstacle:
            case "draft":
                return self._gate(
                    protocol, "status", "in-force", "agree it, and put it in force", "the protocol itself"
                )
            case "not-yet":
                return self._gate(protocol, "effective", str(today), f"begin it by {today} instead of {hindrance.who}")
            case "expired":
                renewed = f"renew it: it expired on {hindrance.who}"
                return self._gate(protocol, "expires", str(later), renewed, "the renewal")
            case "unsigned":
                return self._signature(protocol, hindrance.who)
            case "unfunded":
                return self._funding(hindrance.who, later)
            case (
                "undated" | "unread" | "undescribed" | "agrees" | "carries" | "asks" | "looks" | "filled-in" | "at-work"
            ):
                return None
            case "withdrawn":
                return None
            case _:
                assert_never(hindrance.obstacle)

    def _funding(self, name: str, until: date) -> Edit | None:
        stream = self.area.funding.get(name)
        if stream is None:
            return None
        what = f"fund `{name}` for longer: it ended on {stream.shape.until}"
        place = stream.place / "until"
        return self.edit("funding", name, what, place, [Put(place.route, str(until))], agreed="the money")

    def _gate(self, protocol: Terms, key: str, value: str, what: str, agreed: str = "the day") -> Edit:
        place = protocol.place / key
        change = Put(place.route, value, _BEFORE_STATUS)
        names = (f"protocol:{protocol.id}",)
        return self.edit(
            "agreement", f"{protocol.id}/{key}", f"{what} (`{protocol.id}`)", place, [change], names, agreed
        )

    def _signature(self, protocol: Terms, party: str) -> Edit:
        place = protocol.place / "governance" / "signatures"
        awaited = [
            index
            for index, signature in enumerate(protocol.governance.signatures or ())
            if signature.awaited and signature.party == party
        ]
        return self.edit(
            "agreement",
            f"{protocol.id}/signature/{party}",
            f"have `{party}` sign `{protocol.id}`",
            place / awaited[0],
            [Remove((*place.route, index, "awaited")) for index in awaited],
            (f"protocol:{protocol.id}", f"party:{party}"),
            "the signature; write its date into the file when it is there",
        )

    def record(self, party: str, item: str, event: str) -> Edit | None:
        """A party writes an item down at an event; None for a party that no file declares."""
        placed = next((one for one in self.area.declared if one.shape.id == party), None)
        if placed is None:
            return None
        route = (*placed.place.route, "records")
        entry: Value = {"event": event, "items": [item]}
        change = Append(route, entry, _BEFORE_RECORDS)
        for index, own in enumerate(placed.shape.records or ()):
            if own.event == event and own.form is None:
                change = Append((*route, index, "items"), item)
        what = f"have `{party}` find out `{item}` and write it down at `{event}`"
        names = (f"party:{party}", f"item:{item}")
        agreed = "whether it can be known by then, and who asks"
        return self.edit("record", f"{party}/{item}/{event}", what, placed.place / "id", [change], names, agreed)

    def flow(self, draft: Draft, host: PlacedProtocol | None) -> Edit:
        """A flow that is not there yet."""
        sender, recipient = many(draft.shape.from_)[0], many(draft.shape.to)[0]
        kind: Kind = "protocol" if host is None else "flow"
        where = "under a new protocol" if host is None else f"under `{host.id}`"
        place = (host.place / "flows") if host else _anywhere(self.area)
        names = (f"party:{sender}", f"party:{recipient}", *([f"protocol:{host.id}"] if host else []))
        what = f"agree a flow from `{sender}` to `{recipient}` {where}"
        return self.edit(
            kind,
            draft.id,
            what,
            place,
            (),
            names,
            "the flow, its ground and its channel, and what the parent is asked or told",
            draft,
        )

    def item_of(self, draft: Draft, flow: Edit, item: str) -> Edit:
        """What a flow that is not there yet carries."""
        names = (f"item:{item}", *flow.names)
        sender, recipient = many(draft.shape.from_)[0], many(draft.shape.to)[0]
        what = f"carry `{item}` in a new flow from `{sender}` to `{recipient}`"
        return self.edit("item", f"{draft.id}/{item}", what, flow.place, (), names, "", draft, item)

    def _of(
        self,
        flow: Flow,
        kind: Kind,
        what: str,
        key: str,
        changes: Iterable[Change],
        item: str | None = None,
        index: int | None = None,
        agreed: str = "",
    ) -> Edit:
        place = flow.place / key if index is None else flow.place / key / index
        parties = (*many(flow.shape.from_), *many(flow.shape.to))
        names = (f"flow:{flow.id}", f"protocol:{flow.protocol.id}", *(f"party:{id}" for id in parties))
        id = f"{flow.protocol.id}/{flow.id}" + (f"/{item}" if item else "")
        every = (*names, *([f"item:{item}"] if item else []))
        return self.edit(kind, id, what, place, changes, every, agreed, item=item, flow=flow)


def _consent(basis: Basis) -> bool:
    return basis.article_6 == "6(1)(a)"


def consents(flow: Flow) -> bool:
    """Whether a flow rests on consent."""
    return any(_consent(basis) for basis, _ in flow.bases)


def _anywhere(area: Area) -> Place:
    return (area.document or area.protocols[0].document).place


def limited(edit: Edit, limit: Duration) -> Edit:
    """The same change of a time limit, with another limit."""

    if edit.draft is not None:
        draft = replace(edit.draft, shape=edit.draft.shape.model_copy(update={"within": limit}))
        return replace(edit, draft=draft)
    changes = tuple(replace(one, value=str(limit)) if isinstance(one, Put) else one for one in edit.changes)
    return replace(edit, changes=changes, what=f"{edit.what}: `{limit}`")
