"""Each mistake made for itself, in a copy of one file, and all rules asked."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from tools.mistakes.kinds import MISTAKES
from tools.mistakes.mistake import Kind, Mistake, Site
from tools.mistakes.tree import Block, block, text, tree, written

from sharecheck import model
from sharecheck.document import Document, Route
from sharecheck.engine import Bug, check
from sharecheck.engine.diagnostic import Diagnostic
from sharecheck.network import Need
from sharecheck.planning.element import flow_name
from sharecheck.planning.weak_points import weak_points
from sharecheck.reading import read_bytes
from sharecheck.reading.phrases import hint
from sharecheck.rules import rulebook
from sharecheck.workspace import Area, Flow, UsageError, Workspace


@dataclass(frozen=True)
class Seeded:
    """What became of a mistake; `where` is None when there is no place in the area to make it."""

    mistake: Mistake
    where: str | None
    spoke: tuple[str, ...] = ()
    """The rules that say something that they did not say before."""
    bugs: tuple[Bug, ...] = ()

    @property
    def missed(self) -> tuple[str, ...]:
        """The rules that had to speak and did not, or the families."""
        words = self.mistake.caught_by if self.where is not None else ()
        return tuple(word for word in words if not any(rule.startswith(word) for rule in self.spoke))

    @property
    def noise(self) -> tuple[str, ...]:
        """The rules that spoke, and nobody expected them to."""
        return tuple(rule for rule in self.spoke if not self.mistake.expects(rule))

    @property
    def besides(self) -> tuple[str, ...]:
        """The rules that spoke as well, as was to be expected."""
        return tuple(rule for rule in self.spoke if self.mistake.expects(rule) and not self.mistake.catches(rule))

    @property
    def caught(self) -> bool:
        """Whether all rules spoke that had to, no other one, and none failed."""
        return not (self.missed or self.noise or self.bugs)


def named(words: Iterable[str]) -> tuple[Mistake, ...]:
    """The mistakes that words mean: by name, or by a rule or a family that has to notice them.

    `UsageError` with the nearest name, when there is none.
    """
    found: dict[str, Mistake] = {}
    for word in words:
        meant = [one for one in MISTAKES if word.lower() == one.name or _is_for(one, word.upper())]
        if not meant:
            raise UsageError(f"no kind of mistake is called `{word}`{hint(word, [one.name for one in MISTAKES])}")
        found |= {one.name: one for one in meant}
    return tuple(one for one in MISTAKES if one.name in found)


def _is_for(mistake: Mistake, word: str) -> bool:
    """Whether a rule, or a family, is among those that have to notice it."""
    return word in (*mistake.caught_by, *(rule[:3] for rule in mistake.caught_by))


def seeded(workspace: Workspace, mistakes: Sequence[Mistake] = MISTAKES, seed: int = 0) -> Iterator[Seeded]:
    """Each mistake, made at a place that chance picks, and what the rules say of it that they did not say before.

    Nothing is written: the files are copies in memory. The same seed picks the same places.
    """
    before: _Said = Counter(one for one in _speaking(workspace) if not isinstance(one, Bug))
    weak = _weak(workspace) if any(mistake.kind == "needed" for mistake in mistakes) else {}
    for mistake in mistakes:
        yield _seeded(workspace, mistake, before, weak, Random(f"{seed} {mistake.name}"))


_Said = Counter[tuple[str, str]]
_Weak = Mapping[str, Mapping[str, tuple[Need, ...]]]
_ALONE = ("DOC", "TIM01")
"""The rules that look at exceptions, and the one that those made here are from."""


def _speaking(workspace: Workspace, before: _Said | None = None) -> Iterator[tuple[str, str] | Bug]:
    """What each rule says, exceptions or not; with what was said before, the first that is new of each.

    That is enough to know who speaks, and spares working out what to advise for all that follows from one mistake.
    """
    left = Counter(before)
    for rule in rulebook():
        try:
            for finding in rule.check(workspace):
                key = (rule.id, Diagnostic(rule, finding, rule.severity).fingerprint)
                left[key] -= 1
                if before is None or left[key] < 0:
                    yield key
                    if before is not None:
                        break
        except Exception as error:  # a bug of a rule is what this is to find, too
            yield Bug(rule.id, f"{type(error).__name__}: {error}")


def _of_exceptions(workspace: Workspace) -> set[str]:
    """The rules that speak of the exceptions that people wrote into the files."""
    return {diagnostic.rule.id for diagnostic in check(workspace, _ALONE).diagnostics if diagnostic.rule.review}


def _weak(workspace: Workspace) -> _Weak:
    """The needs that hang on each flow alone, by area and flow."""
    return {
        area.id: {one.element.name: one.needs for one in weak_points(area, ("flow",)) if one.sure}
        for area in workspace.areas
        if area.shape is not None
    }


def _seeded(workspace: Workspace, mistake: Mistake, before: _Said, weak: _Weak, chance: Random) -> Seeded:
    found = _made(workspace, mistake, weak, chance)
    if found is None:
        return Seeded(mistake, None)
    where, other = found
    said = list(_speaking(other, before))
    spoke = {one[0] for one in said if not isinstance(one, Bug)}
    if mistake.kind == "text":
        spoke |= _of_exceptions(other) - _of_exceptions(workspace)
    return Seeded(mistake, where, tuple(sorted(spoke)), tuple(one for one in said if isinstance(one, Bug)))


def made(workspace: Workspace, mistake: Mistake, seed: int = 0) -> Workspace | None:
    """The workspace with a mistake at a place that chance picks; None when there is no place for it."""
    weak = _weak(workspace) if mistake.kind == "needed" else {}
    found = _made(workspace, mistake, weak, Random(f"{seed} {mistake.name}"))
    return found[1] if found else None


def _made(workspace: Workspace, mistake: Mistake, weak: _Weak, chance: Random) -> tuple[str, Workspace] | None:
    """Where the mistake was made, and the workspace with it."""
    places = list(_places(workspace, mistake.kind))
    chance.shuffle(places)
    for area, document, route, flow in places:
        needs = weak.get(area.id, {}).get(flow_name(flow), ()) if flow else ()
        if mistake.kind == "needed" and not needs:
            continue
        file = tree(document)
        site = Site(area, document, file, block(file, *route), chance, flow, needs)
        said = mistake.edit(site)
        if said is not None:
            where = f"{area.id}: {flow_name(flow)}" if flow else f"{area.id}: {_name(document, file, route)}"
            others = {path: written(other) for path, other in site.beside.items()}
            return where, _with(workspace, {document.path: said, **others})
    return None


def _name(document: Document, file: Block, route: Route) -> str:
    return text(file, *route, "id") or document.path.stem


_Place = tuple[Area, Document, Route, Flow | None]


def _places(workspace: Workspace, kind: Kind) -> Iterator[_Place]:
    """Where mistakes of a kind could be made, in the areas that a file describes."""
    for area in workspace.areas:
        if area.document is not None and area.shape is not None:
            for document, route, flow in _places_in(workspace, area, area.document, area.shape, kind):
                yield area, document, route, flow


def _places_in(
    workspace: Workspace, area: Area, document: Document, shape: model.Area, kind: Kind
) -> Iterator[tuple[Document, Route, Flow | None]]:
    match kind:
        case "flow" | "needed":
            yield from ((flow.place.document, flow.place.route, flow) for flow in area.current_flows)
        case "protocol" | "text":
            yield from ((protocol.document, (), None) for protocol in area.current)
        case "party":
            yield from ((document, ("parties", index), None) for index in range(len(shape.parties)))
        case "area":
            yield document, (), None
        case "pathway":
            yield from ((one, (), None) for one, path in workspace.of_kind(model.Pathway) if path.id == shape.pathway)


def _with(workspace: Workspace, texts: Mapping[Path, str]) -> Workspace:
    """The workspace with other texts of some documents, and new ones after them."""
    other = {path: read_bytes(path, text.encode(errors="surrogateescape")) for path, text in texts.items()}
    kept = [other.pop(document.path, document) for document in workspace.documents]
    return Workspace((*kept, *other.values()), workspace.as_of)
