"""The documents of one run."""

import os
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import date
from functools import cache, cached_property
from itertools import chain
from pathlib import Path
from typing import TypeVar

from sharecheck import model, reading
from sharecheck.brief import brief_repr
from sharecheck.document import Document
from sharecheck.model.catalogue import Channel, Item
from sharecheck.network import NeedClassifier, Outcome
from sharecheck.reading.files import UsageError
from sharecheck.reading.others import Other, disguised, others
from sharecheck.standards import PATHWAYS, Vocabulary, extended, pathway
from sharecheck.workspace.area import Area
from sharecheck.workspace.context import Context
from sharecheck.workspace.flow import Flow
from sharecheck.workspace.flow_index import Ways
from sharecheck.workspace.protocol import Protocol
from sharecheck.workspace.rows import NeedRow, need_rows

S = TypeVar("S", bound=model.Shape)


class Workspace:
    """The documents of one run, and what they say together. Read-only."""

    def __init__(self, documents: Iterable[Document], as_of: date | None = None, others: Iterable[Other] = ()) -> None:
        self.documents = tuple(documents)
        self.others = tuple(others)
        """Files beside these in which an agreement may stand, and that nobody looked at."""
        self.as_of = as_of or date.today()
        self._lines: dict[str, tuple[model.Pathway, ...]] = {}

    def __repr__(self) -> str:
        return brief_repr(self, f"{len(self.documents)} documents", f"as_of={self.as_of}")

    @classmethod
    def open(
        cls,
        *paths: str | Path,
        as_of: date | None = None,
        among: bool = False,
        find: Callable[[Iterable[Path]], Iterable[Path]] = reading.find,
        exclude: Callable[[Path], bool] = lambda _: False,
    ) -> "Workspace":
        """The documents at these paths: files, and folders with all that is in them.

        A file that cannot be read is a document with a problem, not an exception. A file that is named and is no
        document of ours is a problem too, unless the paths were picked `among` others, as pre-commit does. `find` gives
        the files at some paths: `Resolver.files` leaves out what settings leave out. What is to be excluded is not
        among the files that are none of ours either.
        """
        given = tuple(map(Path, paths))
        named = set() if among else {os.path.realpath(path) for path in given if not os.path.isdir(path)}
        found = find(given)
        documents = [reading.read(path, named=bool(named) and os.path.realpath(path) in named) for path in found]
        foreign = (document.path for document in documents if not (document.kind or document.problems))
        return cls(documents, as_of, () if among else (*others(given, exclude), *disguised(foreign)))

    @classmethod
    def from_texts(cls, texts: Mapping[str | Path, str | bytes], as_of: date | None = None) -> "Workspace":
        """The documents with these texts, by their paths: nothing is read from disk.

        A path says whether a text is JSON (`.json`) or YAML, and which protocols lie in the folder of an area. A text
        that cannot be understood is a document with a problem, not an exception. `UsageError` when two paths are one.
        """
        documents: dict[Path, Document] = {}
        for name, text in texts.items():
            path = Path(name)
            if path in documents:
                raise UsageError(f"two of the texts are called `{path}`: give each a path of its own")
            data = text if isinstance(text, bytes) else text.encode(errors="surrogatepass")
            documents[path] = reading.read_bytes(path, data, named=True)
        return cls(documents.values(), as_of)

    def of_kind(self, kind: type[S]) -> Iterator[tuple[Document, S]]:
        """The documents of one kind that have its shape."""
        return ((document, document.shape) for document in self.documents if isinstance(document.shape, kind))

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The catalogue: the national one and what local ones add."""
        refused = (document for document in self.documents if not document.understood)
        return Vocabulary(
            (document.shape for document in self.documents if isinstance(document.shape, model.Catalogue)),
            (
                document.text
                for document in refused
                if document.kind is None or model.KINDS[document.kind] is model.Catalogue
            ),
        )

    @cached_property
    def pathways(self) -> Mapping[str, model.Pathway]:
        """The local pathways by id, each with what it extends."""
        return {id: extended(shape, self._local) for id, shape in self._local.items()}

    @cached_property
    def _local(self) -> Mapping[str, model.Pathway]:
        return {shape.id: shape for _, shape in self.of_kind(model.Pathway)}

    def pathway(self, name: str | None, nation: str) -> model.Pathway:
        """The pathway with that name, or the nation's."""
        if name is not None and name in self.pathways:
            return self.pathways[name]
        return pathway(name if name in PATHWAYS else nation)

    def line(self, name: str) -> tuple[model.Pathway, ...]:
        """The pathway with that name and those that it extends, each as it stands, the nearest first.

        An unknown pathway, or one that is in the line already, ends the line: then the last still says what it
        `extends`.
        """
        if name in self._lines:
            return self._lines[name]
        found: dict[str, model.Pathway] = {}
        following: str | None = name
        while following is not None and following not in found:
            link = self._local.get(following) or (pathway(following) if following in PATHWAYS else None)
            if link is None:
                break
            found[following] = link
            following = link.extends
        return self._lines.setdefault(name, tuple(found.values()))

    def knows_pathway(self, name: str) -> bool:
        """Whether the pathway with that name and all that it extends are here, so that its events are known."""
        line = self.line(name)
        return bool(line) and line[-1].extends is None

    def refused(self, kind: type[model.Shape]) -> bool:
        """Whether a document of this kind could not be understood: what such a document describes is then not known."""
        return kind in self._refused

    @cached_property
    def _refused(self) -> frozenset[type[model.Shape]]:
        return frozenset(
            model.KINDS[document.kind] for document in self.documents if document.kind and document.shape is None
        )

    @cached_property
    def areas(self) -> tuple[Area, ...]:
        """The areas: those that a file describes, then the protocols that stand alone."""
        described = [
            (document, document.shape) for document in self.documents if isinstance(document.shape, model.Area)
        ]
        members: dict[int, list[tuple[Document, model.Protocol]]] = {index: [] for index in range(len(described))}
        alone: list[tuple[Document, model.Protocol]] = []
        homes = _Homes(described)
        for document in self.documents:
            if isinstance(document.shape, model.Protocol):
                home = homes.home(document, document.shape)
                (alone if home is None else members[home]).append((document, document.shape))
        areas = [
            Area(
                shape.id,
                document,
                shape,
                tuple(members[index]),
                self.vocabulary,
                self.pathway(shape.pathway, shape.nation),
                self.as_of,
                any(not document.understood for document in self.documents),
                shape.pathway is None or self.knows_pathway(shape.pathway),
            )
            for index, (document, shape) in enumerate(described)
        ]
        return (*areas, *(self._alone(document, shape) for document, shape in alone))

    def _alone(self, document: Document, shape: model.Protocol) -> Area:
        nation = next((party.nation for party in shape.parties or () if party.nation), "england")
        return Area(
            shape.area or shape.id,
            None,
            None,
            ((document, shape),),
            self.vocabulary,
            self.pathway(None, nation),
            self.as_of,
        )

    def area(self, id: str) -> Area:
        """The area with that id; `UsageError` with the nearest names when there is none."""
        for area in self.areas:
            if area.id == id:
                return area
        names = ", ".join(f"`{area.id}`" for area in self.areas) or "none"
        raise UsageError(f"no area is called `{id}` here; there is: {names}")

    def area_of(self, flow: Flow) -> Area:
        """The area of a flow."""
        return self._by_context[flow.area]

    @cached_property
    def _by_context(self) -> Mapping[Context, Area]:
        return {area: area for area in self.areas}

    @cached_property
    def homes(self) -> Mapping[Path, str]:
        """The id of the area of each file of an area, by its path."""
        protocols = {document.path: area.id for area in self.areas for document, _ in area.documents}
        return protocols | {area.document.path: area.id for area in self.areas if area.document}

    def network(self, area: str) -> NeedClassifier:
        """The network of an area, with what becomes of each need: `gaps()` and `outcomes()`."""
        return self.area(area).ladder

    def protocols(self) -> Iterator[Protocol]:
        """The protocols of all areas, without the withdrawn ones: these are history, and no rule looks at them."""
        return (protocol for area in self.areas for protocol in area.current)

    def current_flows(self) -> Iterator[Flow]:
        """The flows of personal data of all areas, without those of withdrawn protocols."""
        return chain.from_iterable(area.current_flows for area in self.areas)

    def stating(self, *keys: str) -> Iterator[Flow]:
        """Those of the current flows that state each of these keys, by the names that the model has for them."""
        return chain.from_iterable(area.current_flows.stating(*keys) for area in self.areas)

    def carrying(self, items: Collection[str]) -> Iterator[Flow]:
        """Those of the current flows that carry at least one of these items."""
        return chain.from_iterable(area.current_flows.carrying(items) for area in self.areas)

    def by(self, channels: Collection[str]) -> Iterator[Flow]:
        """Those of the current flows that travel by one of these channels, on their first or their second route."""
        return chain.from_iterable(area.current_flows.by(channels) for area in self.areas)

    def matched(self, which: Callable[[Ways], object]) -> Iterator[Flow]:
        """Those of the current flows whose `matched-by`, empty where not stated, is such."""
        return chain.from_iterable(area.current_flows.matched(which) for area in self.areas)

    def in_batches(self) -> Iterator[Flow]:
        """Those of the current flows that go out every so often."""
        return chain.from_iterable(area.current_flows.in_batches for area in self.areas)

    def detailed(self) -> Iterator[Flow]:
        """Those of the current flows that say more of an item than its name."""
        return chain.from_iterable(area.current_flows.detailed for area in self.areas)

    def items(self, which: Callable[[Item], object]) -> frozenset[str]:
        """The ids of the items in the catalogue of which something is so."""
        return frozenset(id for id, item in self.vocabulary.items.items() if which(item))

    def channels(self, which: Callable[[Channel], object]) -> frozenset[str]:
        """The ids of the channels in the catalogue of which something is so."""
        return frozenset(id for id, channel in self.vocabulary.channels.items() if which(channel))

    def needs(self) -> tuple[NeedRow, ...]:
        """Each need of each area and what becomes of it, as flat rows, which `csv`, pandas and polars take."""
        return tuple(chain.from_iterable(need_rows(area) for area in self.areas))

    def outcomes(self) -> Iterator[tuple[Area, Outcome]]:
        """What becomes of each need of each area."""
        return ((area, outcome) for area in self.areas for outcome in area.outcomes)


class _Homes:
    """The numbers of areas by their id, and by the folder in which they are described; of several the first."""

    def __init__(self, areas: Iterable[tuple[Document, model.Area]]) -> None:
        self._folder = cache(os.path.realpath)  # two names of one folder, by a link or by `..`, are one folder
        self._ids: dict[str, int] = {}
        self._folders: dict[Path, int] = {}
        for index, (document, shape) in enumerate(areas):
            self._ids.setdefault(shape.id, index)
            self._folders.setdefault(Path(self._folder(document.location.parent)), index)

    def home(self, document: Document, protocol: model.Protocol) -> int | None:
        """The area that a protocol belongs to: the one it names, else the nearest one in its folder or above."""
        if protocol.area is not None:
            return self._ids.get(protocol.area)
        folder = Path(self._folder(document.location.parent))
        return next((self._folders[above] for above in (folder, *folder.parents) if above in self._folders), None)
