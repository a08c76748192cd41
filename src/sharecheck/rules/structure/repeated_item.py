"""A flow names the same thing twice.

## Why it matters

Mostly one of the two was meant to be another: `growth` stands twice, and the allergies that should have been in its
place are sent by nobody. Where one says that it is always there, and the other that it may be empty, nobody knows.

## Example

```yaml bad
flows:
  - id: review
    from: health-visiting
    to: [nursery, nursery]  # <-
    items:
      - growth
      - {item: home-language, present: if-known}
      - growth  # <-
      - home-language  # <-
```

```yaml good
flows:
  - id: review
    from: health-visiting
    to: [nursery, school]
    items: [growth, home-language]
```

```yaml bad
flows:
  - id: review
    from: health-visiting
    to: [nursery, nursery]  # <-
    items:
      - growth
      - home-language
      - growth  # <-
```

```yaml fixed
flows:
  - id: review
    from: health-visiting
    to: [nursery]
    items:
      - growth
      - home-language
```

The same item may go in two forms, and two flows may carry it:

```yaml good
flows:
  - id: review
    from: health-visiting
    to: nursery
    items:
      - {item: growth, form: coded}
      - {item: growth, form: free-text}
  - id: copy
    from: health-visiting
    to: nursery
    items: [growth]
```

## What to do

Look at the text of the agreement, and put in what was meant, or take the second one out.
"""

from collections.abc import Iterable, Iterator

from sharecheck.document import Place
from sharecheck.edit import Remove
from sharecheck.finding import Finding, Fix, Severity, here, related
from sharecheck.rule import rule
from sharecheck.workspace import Flow, Workspace


@rule("STR12", Severity.WARNING, sources=("ico-data-sharing-code",))
def repeated_item(workspace: Workspace) -> Iterator[Finding]:
    """Items, senders and recipients that stand twice in one flow; an item in two stated forms is no repetition."""
    for flow in workspace.current_flows():
        if len(flow.carries) == len(flow.shape.items or ()) and not _several(flow):
            continue  # as it is mostly
        for kind, named in _lists(flow):
            first: dict[tuple[str, str | None], Place] = {}
            for id, form, place in named:
                before = _before(first, id, form)
                if before is not None:
                    yield Finding(
                        locations=(*here(place), related(before, "the first one")),
                        message=f"`{flow.id}` names {kind} `{id}` twice",
                        consequence="what was meant to stand in its place is not sent, and nobody sees it",
                        help="put in what was meant, or take it out",
                        about=(flow.id, kind, id),
                        fix=_without(flow, before, place),
                    )
                first.setdefault((id, form), place)


Named = Iterable[tuple[str, str | None, Place]]


def _several(flow: Flow) -> bool:
    return isinstance(flow.shape.from_, tuple) or isinstance(flow.shape.to, tuple)


def _lists(flow: Flow) -> Iterator[tuple[str, Named]]:
    """The lists of a flow in which a name stands twice."""
    if len(flow.carries) < len(flow.shape.items or ()):
        yield "the item", ((item.id, item.form, item.place) for item in flow.items)
    for kind, key, ids in (("the sender", "from", flow.shape.from_), ("the recipient", "to", flow.shape.to)):
        if isinstance(ids, tuple) and len(set(ids)) < len(ids):
            yield kind, [(id, None, flow.place / key / index) for index, id in enumerate(ids)]


def _without(flow: Flow, before: Place, place: Place) -> Fix | None:
    """The list without the second one, where both say the same; what stands there by mistake is then forgotten."""
    key, first, second = str(before.route[2]), before.route[3], place.route[3]
    values = flow.shape.items if key == "items" else flow.shape.from_ if key == "from" else flow.shape.to
    same = isinstance(values, tuple) and values[int(first)] == values[int(second)]
    return Fix((Remove(place.route[:4]),)) if same else None


def _before(first: dict[tuple[str, str | None], Place], id: str, form: str | None) -> Place | None:
    """The one before that says the same: in the same form, or one of them in no stated form."""
    same = first.get((id, form)) or first.get((id, None))
    if same is not None or form is not None:
        return same
    return next((place for (other, _), place in first.items() if other == id), None)
