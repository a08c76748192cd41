"""The changes of what is no flow, and flows that are not there yet."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from sharecheck.changes.change import Change, Kind, NewFlow
from sharecheck.changes.flows import matched, triggers
from sharecheck.document import Place
from sharecheck.edit import Append, Put, Remove, ValueEdit
from sharecheck.edit.shapes import keys_before
from sharecheck.model import Protocol
from sharecheck.model.area import Funding
from sharecheck.model.base import Form, many
from sharecheck.model.party import Party
from sharecheck.model.protocol import Basis
from sharecheck.model.protocol import Flow as FlowShape
from sharecheck.reading.node import Value
from sharecheck.workspace import Terms
from sharecheck.workspace.context import Placed


def new_flow(shape: FlowShape, place: Place, host: str | None = None) -> Change:
    """A flow that is not there yet, under the protocol `host` or a new one."""
    sender, recipient = many(shape.from_)[0], many(shape.to)[0]
    when = many(shape.when)
    by = "".join(f"matched-by: [{matched(match)}], " for match in shape.matched_by or ())
    service = f"to-service: {matched(shape.to_service)}, " if shape.to_service else ""
    ends = f"from: {sender}, to: {recipient}, {service}"
    typed = f"id: {shape.id}, {ends}when: {triggers(when)}, within: {shape.within}, {by}"
    advice = f"agree a flow, for example `{{{typed}items: [{', '.join(map(str, shape.items or ()))}]}}`"
    plan = f"agree a flow from `{sender}` to `{recipient}` under {f'`{host}`' if host else 'a new protocol'}"
    names = (f"party:{sender}", f"party:{recipient}", *([f"protocol:{host}"] if host else []))
    agreed = "the flow, its ground and its channel, and what the parent is asked or told"
    values: dict[str, Value] = shape.model_dump(mode="json", by_alias=True, exclude_none=True)
    edits = tuple(Put((key,), value) for key, value in values.items())
    target = NewFlow(shape.id, sender, recipient)
    return Change("flow" if host else "protocol", target, place, edits, place, advice, plan, shape.id, names, agreed)


def new_item(flow: Change, item: str) -> Change:
    """What a flow that is not there yet is to carry."""
    new = flow.target
    assert isinstance(new, NewFlow), flow.id
    names = (f"item:{item}", *flow.names, f"kind:{flow.kind}")
    plan = f"carry `{item}` in a new flow from `{new.sender}` to `{new.recipient}`"
    edits = (Append(("items",), item),)
    return Change("item", new, flow.base, edits, flow.place, None, plan, f"{flow.id}/{item}", names, item=item)


def electronic(party: Party, place: Place) -> Change:
    """A party keeps its records electronically."""
    typed = Put(("system", "medium"), "electronic") if party.system else Put(("system",), {"medium": "electronic"})
    advice = f"let `{party.id}` keep it in electronic records: `medium: electronic`"
    return Change("record", party, place, (typed,), place, advice, plan=None)


def one_record(party: Party, place: Place) -> Change:
    """The services of a party work in one record."""
    advice = (
        f"if all services of `{party.id}` work in one record, say so under it: `one-record: true`; if not, make them "
        "parties of their own, and agree how one tells the other"
    )
    edit = Put(("one-record",), True, keys_before(Party, "one-record"))
    return Change("record", party, place, (edit,), place, advice, plan=None)


def recorded_form(party: Party, item: str, events: Iterable[str], form: Form, place: Place) -> Change:
    """What a party writes down by itself at these events is recorded in a better form."""
    edits = tuple(edit for event in events for edit in _recorded(party, item, event, form))
    return Change("form", party, place, edits, place, f"let `{party.id}` record it as {form}", plan=None)


def _recorded(party: Party, item: str, event: str, form: Form) -> Iterator[ValueEdit]:
    """A better form where the party says what it records; else the party says so besides the pathway."""
    own = [index for index, own in enumerate(party.records or ()) if own.event == event and item in own.items]
    for index in own:
        yield Put(("records", index, "form"), form)
    if not own:
        value: Value = {"event": event, "items": [item], "form": form}
        yield Append(("records",), value, keys_before(Party, "records"))


def record(party: Placed[Party], item: str, event: str) -> Change:
    """A party writes an item down at an event."""
    id, edit = party.shape.id, Append(("records",), {"event": event, "items": [item]}, keys_before(Party, "records"))
    for index, own in enumerate(party.shape.records or ()):
        if own.event == event and own.form is None:
            edit = Append(("records", index, "items"), item)
    plan = f"have `{id}` find out `{item}` and write it down at `{event}`"
    names = (f"party:{id}", f"item:{item}")
    agreed = "whether it can be known by then, and who asks"
    change = _planned("record", f"{id}/{item}/{event}", party.place, (edit,), plan, names, agreed)
    return replace(change, place=party.place / "id")


def is_consent(basis: Basis) -> bool:
    """Whether a ground is consent."""
    return basis.article_6 == "6(1)(a)"


def in_force(protocol: Terms, key: str, value: str, what: str, agreed: str) -> Change:
    """The `status` of a protocol, or the day when it begins or ends, keeps it from being in force no more."""
    id, plan, names = f"{protocol.id}/{key}", f"{what} (`{protocol.id}`)", (f"protocol:{protocol.id}",)
    edit = Put((key,), value, keys_before(Protocol, key))
    return _planned("agreement", id, protocol.place, (edit,), plan, names, agreed)


def signature(protocol: Terms, party: str) -> Change:
    """A party signs a protocol."""
    signatures = tuple(enumerate(protocol.governance.signatures or ()))
    places = [index for index, signature in signatures if signature.awaited and signature.party == party]
    edits = tuple(Remove(("governance", "signatures", index, "awaited")) for index in places)
    id, plan = f"{protocol.id}/signature/{party}", f"have `{party}` sign `{protocol.id}`"
    names = (f"protocol:{protocol.id}", f"party:{party}")
    agreed = "the signature; write its date into the file when it is there"
    change = _planned("agreement", id, protocol.place, edits, plan, names, agreed)
    return replace(change, place=change.place / "signatures" / places[0])


def funding(stream: Placed[Funding], until: str) -> Change:
    """A funding stream lasts longer, to the day `until`."""
    id, edit = stream.shape.id, Put(("until",), until)
    plan = f"fund `{id}` for longer: it ended on {stream.shape.until}"
    return _planned("funding", id, stream.place, (edit,), plan, agreed="the money")


def _planned(
    kind: Kind,
    id: str,
    base: Place,
    edits: tuple[ValueEdit, ...],
    plan: str,
    names: tuple[str, ...] = (),
    agreed: str = "",
) -> Change:
    """A change that a repair is made of, and that nobody advises for one need."""
    return Change(kind, None, base, edits, base / edits[0].route[0], None, plan, id, names, agreed)
