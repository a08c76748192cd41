"""The changes of a flow: what each writes, and its words."""

from collections.abc import Sequence
from dataclasses import replace
from typing import assert_never

from sharecheck.changes.change import Change, Kind
from sharecheck.document import Route, Step
from sharecheck.edit import Append, Put, Remove, ValueEdit
from sharecheck.edit.shapes import keys_before
from sharecheck.model.base import Form, OneOrMany, many
from sharecheck.model.protocol import Agreement, When
from sharecheck.model.protocol import Flow as FlowShape
from sharecheck.reading.node import Value
from sharecheck.workspace import Flow


def limit(flow: Flow, limit: str, second: bool = False) -> Change:
    """A time limit, or a shorter one, an ISO 8601 duration; `second`: of the second route."""
    route = flow.shape.fallback if second and flow.shape.fallback else flow.shape
    typed = f"`within: {limit}` would be in time"
    if route.within is not None:
        advice = f"shorten {'the `fallback` of ' if second else ''}`{flow.id}`: {typed}"
    else:
        advice = f"agree how long {'the second route of ' if second else ''}`{flow.id}` may take and say so: {typed}"
    plan = f"give `{flow.id}` a {'time limit' if flow.within is None else 'shorter time limit'}"
    return _change("limit", flow, _put(limit, *(["fallback"] if second else []), "within"), advice, plan)


def with_limit(change: Change, within: str) -> Change | None:
    """A change of a plan that sets another time limit, an ISO 8601 duration; None where the change sets none."""
    match change.kind:
        case "limit":
            assert isinstance(change.target, Flow), change.id
            return replace(limit(change.target, within), plan=f"{change.plan}: `{within}`")
        case "flow" | "protocol":
            return replace(change, edits=(*change.edits, Put(("within",), within)))
        case "receipt" | "item" | "always" | "form" | "trigger" | "cover" | "agreement" | "channel":
            return None
        case "refusal" | "record" | "funding":
            return None
        case _:
            assert_never(change.kind)


def trigger(flow: Flow, sender: str, besides: bool) -> Change:
    """Sent whenever the sender learns of something; `besides`: as well as at what sets it off now."""
    when = (*(flow.when if besides else ()), When(on="change"))
    typed = triggers(when)
    whenever = "again when it learns more" if besides else "whenever it learns of it"
    advice = f"let `{sender}` send `{flow.id}` {whenever}: `when: {typed}`"
    plan = f"send `{flow.id}` whenever the sender learns of something{' as well' if besides else ''}"
    change: Value = {"on": "change"}
    return _change("trigger", flow, _append(change, "when") if besides else _put(change, "when"), advice, plan)


def channel(flow: Flow, channel: str, form: Form, second: bool = False) -> Change:
    """Another channel, for what is needed in a form; `second`: of the second route."""
    route = f"the `fallback` of `{flow.id}`" if second else f"`{flow.id}`"
    advice = f"send {route} by a channel that carries {form}, for example `channel: {channel}`"
    plan = f"send `{flow.id}` by `{channel}` instead of `{flow.shape.channel}`"
    return _change("channel", flow, _put(channel, *(["fallback"] if second else []), "channel"), advice, plan)


def receipt(flow: Flow) -> Change:
    """Receipt is acknowledged, so that somebody notices when nobody looks."""
    advice = f"let the recipient of `{flow.id}` confirm that it has looked: `receipt: {{acknowledged: true}}`"
    plan = f"have `{flow.id}` acknowledged by who receives it"
    new = flow.shape.receipt is None
    edit = _put({"acknowledged": True}, "receipt") if new else _put(True, "receipt", "acknowledged")
    return _change("receipt", flow, edit, advice, plan)


def cover(flow: Flow) -> Change:
    """Somebody else does it when the post is empty."""
    post = flow.shape.relies_on.post if flow.shape.relies_on else ""
    advice = f"name in `{flow.id}` who does it when the holder of the post is away: `cover: true`"
    plan = f"cover the {post} when the post is empty, so that `{flow.id}` is still sent"
    return _change("cover", flow, _put(True, "relies-on", "cover"), advice, plan)


def item(flow: Flow, item: str, identifier: bool = False) -> Change:
    """An item more; `identifier`: to file another one by."""
    why = "brings it" if identifier else "goes there"
    advice = f"add `{item}` to the items of `{flow.id}` in `{flow.protocol.id}`, which {why} in time"
    return _change("item", flow, _append(item, "items"), advice, f"add `{item}` to what `{flow.id}` carries", item)


def form(flow: Flow, index: int, form: Form | None = None) -> Change:
    """An item of the flow in a better form; None for the best that its channel carries."""
    name, now = flow.items[index].id, flow.items[index].form
    advice = f"let `{flow.id}` carry it as {form}: `{{item: {name}, form: {form}}}`"
    plan = f"send `{name}` with `{flow.id}` in the form that its channel carries, not as {now}"
    route = ("items", index, "form")
    return _change("form", flow, Remove(route) if form is None else _put(form, *route), advice, plan, name)


def always(flow: Flow, index: int) -> Change:
    """An item of the flow is always filled in."""
    name = flow.items[index].id
    typed = f"`{{item: {name}, present: always}}`"
    known = flow.protocol.area.vocabulary.items.get(name)
    if known is not None and known.identifier:
        advice = f"promise in `{flow.id}` that `{name}` is never left empty, since what comes is filed by it: {typed}"
    else:
        advice = f"promise in `{flow.id}` that it is filled in, also with `not known`: {typed}"
    plan = f"always fill in `{name}` in `{flow.id}`"
    return _change("always", flow, _put("always", "items", index, "present"), advice, plan, name)


def refusal(flow: Flow, item: str) -> Change:
    """An item flows although the parent refuses."""
    advice = f"say in `{flow.id}` what flows also when the answer is no: `if-refused: [{item}]`"
    plan = f"send `{item}` with `{flow.id}` also when the parent refuses"
    agreed = "whether it may, on which ground, and what the parent is told"
    edit: ValueEdit = Append(("agreement", "if-refused"), item, keys_before(Agreement, "if-refused"))
    if flow.shape.agreement is None:
        edit = _put({"if-refused": [item]}, "agreement")
    return _change("refusal", flow, edit, advice, plan, item, agreed)


def match(flow: Flow, match: OneOrMany[str]) -> Change:
    """One more way to tell which child it is: an item, or several together."""
    advice = f"match `{flow.id}` also by what both sides hold: add `{matched(match)}` to its `matched-by`"
    edit = _append(match if isinstance(match, str) else [*match], "matched-by")
    return _change("item", flow, edit, advice, None)


def to_service(flow: Flow, party: str, services: tuple[str, ...]) -> Change:
    """A flow says for which services of its recipient it is."""
    named = services[0] if len(services) == 1 else services
    advice = f"say for which service of `{party}` `{flow.id}` is: `to-service: {matched(named)}`"
    return _change("item", flow, _put(named if isinstance(named, str) else [*named], "to-service"), advice, None)


def second_route(flow: Flow, channel: str, limit: str) -> Change:
    """A second route, for a flow that has one only."""
    typed = f"`fallback: {{channel: {channel}, within: {limit}}}`"
    advice = f"add to `{flow.id}` a route that does not go through the parent, for example {typed}"
    return _change("channel", flow, _put({"channel": channel, "within": limit}, "fallback"), advice, None)


def _change(
    kind: Kind, flow: Flow, edit: ValueEdit, advice: str, plan: str | None, item: str | None = None, agreed: str = ""
) -> Change:
    protocol, ends = flow.protocol.id, (*many(flow.shape.from_), *many(flow.shape.to))
    names = (f"flow:{flow.id}", f"protocol:{protocol}", *(f"party:{id}" for id in ends))
    key, *below = edit.route
    place = flow.place / key
    if below and isinstance(below[0], int):  # an entry of a list
        place /= below[0]
    id = f"{protocol}/{flow.id}" + (f"/{item}" if item else "")
    every = (*names, *([f"item:{item}"] if item else []))
    return Change(kind, flow, flow.place, (edit,), place, advice, plan, id, every, agreed, item)


def _put(value: Value, *route: Step) -> Put:
    """A value at a key of a flow, behind those that come before it in the schema; or below such a key."""
    return Put(route, value, _before(route))


def _append(value: Value, key: str) -> Append:
    return Append((key,), value, _before((key,)))


def _before(route: Route) -> tuple[str, ...]:
    return keys_before(FlowShape, str(route[0])) if len(route) == 1 else ()


def triggers(whens: Sequence[When]) -> str:
    """What sets a flow off, as it is typed."""
    typed = [_trigger(when) for when in whens]
    return typed[0] if len(typed) == 1 else f"[{', '.join(typed)}]"


def _trigger(when: When) -> str:
    stated = {"event": when.event, "every": when.every, "on": when.on}
    return "{" + ", ".join(f"{key}: {value}" for key, value in stated.items() if value is not None) + "}"


def matched(match: OneOrMany[str]) -> str:
    """Items by which a child is told, as they are typed."""
    return match if isinstance(match, str) else f"[{', '.join(match)}]"
