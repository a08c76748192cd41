"""An area with a change: without something that it has, with a draft, on another day. Then it is simply built again."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path

from sharecheck import model, reading
from sharecheck.brief import brief
from sharecheck.document import Document
from sharecheck.edit import Put, Remove
from sharecheck.edit.shapes import applied
from sharecheck.planning.change import NeedChange, changes
from sharecheck.planning.element import Element, elements, parse_element
from sharecheck.planning.removals import without_element
from sharecheck.reading.phrases import one_of
from sharecheck.workspace import Area, UsageError


@brief
@dataclass(frozen=True, eq=False, repr=False)
class WhatIf:
    """An area as it is, and as it would be without some of what it has, with some drafts, on another day."""

    before: Area
    after: Area
    without: tuple[Element, ...] = ()
    drafts: tuple[model.Protocol, ...] = ()

    @cached_property
    def changes(self) -> tuple[NeedChange, ...]:
        """What becomes of each need on either side; those of a party that is gone are asked for no more."""
        return tuple(changes(self.before.outcomes, self.after.outcomes))

    @property
    def loses(self) -> bool:
        """Whether a need is kept as things are, and then no more."""
        return any(change.lost for change in self.changes)


def what_if(
    areas: Iterable[Area], without: Iterable[str] = (), drafts: Iterable[Path] = (), day: date | None = None
) -> tuple[WhatIf, ...]:
    """Each of the areas that something changes for: on the day, with the drafts, and then without what is named.

    `UsageError` for a name that no area has, and for a draft that is no protocol or belongs to none of the areas.
    """
    areas = tuple(areas)
    added: dict[Area, list[model.Protocol]] = {area: [] for area in areas}
    after = {area: area if day is None else replace(area, as_of=day) for area in areas}
    for path in drafts:
        document, protocol = read_draft(path)
        area = home(areas, path, protocol)
        after[area] = with_protocol(after[area], document, protocol)
        added[area].append(protocol)
    gone = tuple(dict.fromkeys(parse_element(after.values(), text) for text in without))
    found = []
    for area in areas:
        here = tuple(element for element in gone if element in elements(after[area]))
        changed = after[area]
        for element in here:
            changed = without_element(changed, element)
        if changed is not area:
            found.append(WhatIf(area, changed, here, tuple(added[area])))
    return tuple(found)


def read_draft(path: Path) -> tuple[Document, model.Protocol]:
    """The protocol in a file; `UsageError` when there is none, or it cannot be understood."""
    document = reading.read(path, named=True)
    if isinstance(document.shape, model.Protocol):
        return document, document.shape
    if document.problems:
        raise UsageError(
            f"`{path}` cannot be used: {document.problems[0].message}; `sharecheck check {path}` says more"
        )
    raise UsageError(f"`{path}` is no protocol; a draft begins with `sharecheck: protocol/1`")


def with_protocol(area: Area, document: Document, protocol: model.Protocol) -> Area:
    """The area with one more protocol, as if it were signed and in force; it replaces one of the same id."""
    signatures = protocol.governance.signatures or () if protocol.governance else ()
    signed = (Remove(("governance", "signatures", index, "awaited")) for index in range(len(signatures)))
    added = applied(protocol, (*signed, Put(("status",), "in-force"), Remove(("effective",))))
    if all(shape.id != protocol.id for _, shape in area.documents):
        return replace(area, documents=(*area.documents, (document, added)))
    replaced = tuple(
        (document, added) if shape.id == protocol.id else (stated, shape) for stated, shape in area.documents
    )
    return replace(area, documents=replaced)


def home(areas: Iterable[Area], path: Path, protocol: model.Protocol) -> Area:
    """The area that a draft is meant for: the one it names, the one with a protocol of its id, or the only one.

    `UsageError` when that is not exactly one.
    """
    areas = tuple(areas)
    if protocol.area is not None:
        found = [area for area in areas if area.id == protocol.area]
    else:
        found = [area for area in areas if any(shape.id == protocol.id for _, shape in area.documents)] or list(areas)
    if len(found) == 1:
        return found[0]
    here = one_of(area.id for area in areas) if areas else "none"
    help = f"it names the area `{protocol.area}`" if protocol.area else "say so in it, `area: ...`"
    raise UsageError(f"`{path}` could belong to {len(found) or 'none'} of the areas here ({here}); {help}")
