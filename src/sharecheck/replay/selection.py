"""Which journey is meant, and in which area the journey begins."""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sharecheck import reading
from sharecheck.document import Document
from sharecheck.model import Journey
from sharecheck.reading.phrases import did_you_mean
from sharecheck.replay.mistakes import Names, mistakes, names_in
from sharecheck.replay.story import Story, stories
from sharecheck.standards import journeys
from sharecheck.workspace import Area, UsageError, Workspace


@dataclass(frozen=True)
class Picked:
    """A journey among the files, with its document, or one of the cast, without one."""

    workspace: Workspace
    journey: Journey
    document: Document | None = None

    def stories(self, area: Area, into: Area | None = None, born: date | None = None) -> tuple[Story, ...]:
        """What becomes of the journey in an area; `UsageError` when the journey contradicts itself."""
        journey = self.journey.model_copy(update={"born": born}) if born else self.journey
        if area.network.too_large:
            raise UsageError(f"`{area.id}` promises too much to be played")
        for mistake in mistakes(journey, area.events, self.names(area), area.order):
            where = ""
            if self.document is not None:
                where = f" ({self.document.path}:{self.document.span(mistake.route).line})"
            raise UsageError(f"`{journey.id}`: {mistake.message}{where}; {mistake.help}")
        return stories(self.workspace, journey, area, into)

    def names(self, area: Area) -> Names:
        """What the journey may name: nobody expects a journey of the cast to know the flows of an area."""
        return names_in(self.workspace, area.events, ours=self.document is None)


def pick(workspace: Workspace, child: str) -> Picked:
    """The journey of that name: among the files, a file of its own, or one of the cast."""
    own = {shape.id: (document, shape) for document, shape in workspace.of_kind(Journey)}
    if child in own:
        return Picked(workspace, own[child][1], own[child][0])
    path = Path(child)
    if path.suffix in (".yaml", ".yml", ".json") or os.path.isfile(path):
        document = reading.read(path, named=True)
        if isinstance(document.shape, Journey):
            return Picked(workspace, document.shape, document)
        why = "cannot be read" if document.kind in (None, "journey/1") else "is no journey"
        raise UsageError(f"{child} {why}: `sharecheck check {child}` says more")
    if child not in journeys():
        raise UsageError(_unknown("journey", child, (*own, *journeys()), "`sharecheck journey` lists them"))
    return Picked(workspace, journeys()[child])


def area_of(picked: Picked, name: str | None) -> Area:
    """The area in which a journey begins: `name`, the area that the journey names, or the only possible one."""
    journey, areas = picked.journey, picked.workspace.areas
    if not areas:
        raise UsageError("no protocols are here: name the folder in which they are")
    wanted = name or journey.area
    if wanted is not None:
        found = next((area for area in areas if area.id == wanted), None)
        if found is None:
            raise UsageError(_unknown("area", wanted, [area.id for area in areas], "that is not among the files"))
        fitting = [found]
    else:
        fitting = [area for area in areas if journey.nation in (None, area.nation)]
    if not fitting or journey.nation not in (None, fitting[0].nation):
        here = (fitting or areas)[0]
        raise UsageError(
            f"`{journey.id}` begins in {(journey.nation or here.nation).capitalize()}, "
            f"and `{here.id}` lies in {here.nation.capitalize()}"
        )
    if len(fitting) > 1:
        names = ", ".join(f"`{area.id}`" for area in fitting[:8])
        raise UsageError(f"which area? say it with `--area`: {names}{' …' if len(fitting) > 8 else ''}")
    return fitting[0]


def _unknown(what: str, name: str, names: Iterable[str], otherwise: str) -> str:
    return f"no {what} is called `{name}`; {did_you_mean(name, names, otherwise)}"
