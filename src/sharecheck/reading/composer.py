"""The events of libyaml, composed within bounds to a tree with a place for everything.

Nothing is expanded and nothing is constructed but text, numbers, lists and mappings. Aliases, anchors, tags, merge
keys, equal keys and second documents are problems, all told at once.
"""

import json
import re
from dataclasses import dataclass
from functools import cached_property
from typing import NoReturn

from yaml import events as ev

from sharecheck.document import Route, Splice, Step
from sharecheck.reading.events import Text, beyond, offsets, trimmed
from sharecheck.reading.limits import Limits
from sharecheck.reading.node import Found, Node, Read, nearest
from sharecheck.reading.phrases import quoted
from sharecheck.reading.scalars import plain

_PROPERTIES = re.compile(r"^(?:[&!]\S*\s+)+")
"""Anchor and tag before a value."""
_ANYWHERE = re.compile(
    r"""[\w./()@+-]+(?: [\w./()@+-]+)*|"[^"\\\r\n]*"|'[^'\r\n]*'|[\[{][^\[\]{}#&*!\r\n]*[\]}]""",
)
"""Values that mean the same wherever they stand."""
_ALIAS = re.compile(r"\*([\w-]+)")
_SHORT = 2_000
"""Characters of a value that is written out, or compared: there may be many."""
_NAME = re.compile(r"[^\s,\[\]{}]+")
_BEGINS = re.compile(r" [^\s\]},#&*!]")
"""A value that begins behind an anchor."""
_REST = re.compile(r"[ \t]*(?:\r\n|\r|\n|$)")
"""Nothing more on a line, and its end."""
_WORD = re.compile(r"[\w./()@+-]+")
_TEXT_TAG = "tag:yaml.org,2002:str"


class Enough(Exception):
    """The text need not be read further; what is wrong was noted."""


@dataclass(slots=True)
class _Open:
    """A list or mapping that has begun and not ended."""

    node: Node
    route: Route
    flow: bool
    key: Node | None = None
    """Of a mapping: the key whose value comes next."""

    def next_route(self) -> Route:
        """The route of the value that comes next."""
        return (*self.route, self.step)

    @property
    def step(self) -> Step:
        """The last step of that."""
        if isinstance(self.node.value, list):
            return len(self.node.value)
        return "?" if self.key is None else str(self.key.value)


class Composer:
    """Takes events, gives one tree; the stack is a list, so that no depth can overflow it."""

    def __init__(self, read: Read, limits: Limits, text: Text) -> None:
        self.root: Node | None = None
        """All of it, once it is complete."""
        self._read = read
        self._limits = limits
        self._written = text
        self._open: list[_Open] = []
        self._at = 0
        """Where the last event begins."""
        self._values = 0
        self._documents = 0
        self._named: dict[str, Node] = {}
        """The values that have an anchor, by its name."""
        self._anchors: dict[int, str] = {}
        """The anchors of lists and mappings that have begun, by where these begin."""

    @cached_property
    def _aliases(self) -> frozenset[str]:
        """The names behind all stars of the text."""
        return frozenset(_ALIAS.findall(self._read.text))

    def take(self, event: ev.Event) -> None:
        """Take the next event."""
        if not isinstance(event, ev.CollectionEndEvent):
            self._at = max(self._at, offsets(event)[0])
        match event:
            case ev.ScalarEvent():  # first what comes most often
                self._count(event)
                self._close(self._scalar(event))
            case ev.CollectionStartEvent():
                self._count(event)
                self._begin(event)
            case ev.CollectionEndEvent():
                self._end(event)
            case ev.AliasEvent():
                self._count(event)
                self._close(self._alias(event))
            case ev.DocumentStartEvent():
                self._document(event)

    def nearest(self, route: Route) -> Found | None:
        """The value of a route and its key, or None as long as it may still come."""
        if self.root is not None:
            return nearest(self.root, route)
        for depth, around in enumerate(self._open[: len(route)]):
            if route[depth] in around.node.parts:
                return nearest(around.node, route[depth:])
            if route[depth] != around.step:
                return None
        return None

    def _document(self, event: ev.Event) -> None:
        self._documents += 1
        if self._documents > 1:
            help = "put each document into a file of its own"
            self._read.note("several-documents", (), offsets(event), "a second document begins here", help)
            raise Enough

    def _count(self, event: ev.Event) -> None:
        self._values += 1
        if self._values > self._limits.values:
            message = f"more than {self._limits.values:,} values"
            self._read.note("too-large", (), offsets(event), message, "split it into several files")
            raise Enough

    def _scalar(self, event: ev.ScalarEvent) -> Node:
        start, end = offsets(event)
        scalar = self._written.restored(event.value)
        value = plain(scalar) if event.implicit[0] else scalar
        node = Node(start, trimmed(self._read.text, start, end), value)
        if event.anchor is not None or event.tag is not None:
            self._properties(event, understood=event.tag == _TEXT_TAG)
        return node

    def _alias(self, event: ev.AliasEvent) -> Node:
        route, place = self._route(), offsets(event)
        name = quoted("*" + str(event.anchor))
        help = "write out what it stands for: a file must say what it means where it says it"
        meant = self._named.get(str(event.anchor))
        short = meant is not None and meant.end - meant.start < _SHORT
        scalar = _PROPERTIES.sub("", self._read.text[meant.start : meant.end]) if meant and short else ""
        instead = (Splice(place, scalar),) if _ANYWHERE.fullmatch(scalar) else ()
        message = f"{name} is an alias, and aliases are not read"
        self._read.note("alias", route, place, message, help, instead=instead)
        self._read.unknown.add(route)
        return Node(*place, None)

    def _begin(self, event: ev.CollectionStartEvent) -> None:
        route, start = self._route(), offsets(event)[0]
        if len(self._open) >= self._limits.depth:
            self._too_deep(start)
        self._properties(event, understood=False)
        node = Node(start, start, {} if isinstance(event, ev.MappingStartEvent) else [])
        self._open.append(_Open(node, route, bool(event.flow_style)))

    @property
    def around(self) -> tuple[int, bool, bool] | None:
        """The innermost list or mapping that is open: where it begins, whether it has brackets, and is a list."""
        if not self._open:
            return None
        innermost = self._open[-1]
        return innermost.node.start, innermost.flow, isinstance(innermost.node.value, list)

    def broken(self, end: int) -> None:
        """The text cannot be read beyond an offset: `Enough` where that is so because of what is within what.

        libyaml reads ahead of its events, and may have a bound of its own; ours is reported first.
        """
        at = beyond(self._read.text[self._at : end + 1], self._limits.depth - len(self._open))
        if at is not None:
            self._too_deep(self._at + at)

    def _too_deep(self, at: int) -> NoReturn:
        message = f"more than {self._limits.depth} lists and mappings within each other"
        self._read.note("too-deep", self._route(), (at, at + 1), message)
        raise Enough

    def _end(self, event: ev.CollectionEndEvent) -> None:
        ended = self._open.pop()
        if ended.flow:
            ended.node.end = offsets(event)[1]
        self._close(ended.node)

    def _close(self, node: Node) -> None:
        """Give a value that is complete to what is around it."""
        if node.start in self._anchors:
            self._named[self._anchors.pop(node.start)] = node
        if not self._open:
            self.root = node
            return
        around = self._open[-1]
        if isinstance(around.node.value, list):
            around.node.parts[len(around.node.value)] = node
            around.node.value.append(node.value)
            around.node.end = max(around.node.end, node.end)
        elif around.key is None:
            around.key = node
        else:
            self._entry(around, around.key, node)
            around.key = None

    def _entry(self, around: _Open, key: Node, node: Node) -> None:
        """A key and its value are complete."""
        if node.start == node.end:  # nothing was written: libyaml may place it behind the comments that follow
            node.start = node.end = key.end
        around.node.end = max(around.node.end, node.end)
        place = (key.start, key.end)
        name, mapping = key.value, around.node
        assert isinstance(mapping.value, dict)
        if name == "<<" and self._read.text.startswith("<<", key.start):
            help = "write the keys out: a file must say what it means where it says it"
            message = "`<<` is a merge key, and merge keys are not read"
            self._read.note("merge-key", (*around.route, "<<"), place, message, help)
            self._read.incomplete.add(around.route)
        elif not isinstance(name, str) or (self._read.unknown and (*around.route, "?") in self._read.unknown):
            self._not_text(around, key)
        elif name in mapping.value:
            message = f"{quoted(name)} is there twice"
            help = "keep one of the two: which one counts, nobody can tell"
            route = (*around.route, name)
            short = node.end - node.start < _SHORT > mapping.parts[name].end - mapping.parts[name].start
            same = short and repr(node.value) == repr(mapping.value[name])
            instead = _without(self._read, key.start, node.end, around.flow) if same else ()
            self._read.note(
                "duplicate-key",
                route,
                place,
                message,
                help,
                other=mapping.keys[name],
                label="first here",
                instead=instead,
            )
        else:
            mapping.keys[name], mapping.parts[name] = place, node
            mapping.value[name] = node.value

    def _not_text(self, around: _Open, key: Node) -> None:
        source = self._read.text[key.start : key.end]
        self._read.unknown.discard((*around.route, "?"))
        self._read.incomplete.add(around.route)
        if isinstance(key.value, list | dict) or not source:
            message, help = "a key that is not a word", "write a word, a colon and the value"
        else:
            message, help = f"the key {quoted(source)} is not a word", f'put it in quotes: `"{source[:40]}"`'
        self._read.note("non-string-key", around.route, (key.start, max(key.end, key.start + 1)), message, help)

    def _properties(self, event: ev.ScalarEvent | ev.CollectionStartEvent, understood: bool) -> None:
        """Note the anchor and the tag of a value."""
        route, start, text = self._route(), offsets(event)[0], self._read.text
        if event.anchor is not None:
            name = "&" + str(event.anchor)
            at = max(start, text.find(name, start))
            message = f"{quoted(name)} is an anchor, and anchors are not read"
            self._anchors[start] = str(event.anchor)
            unused = str(event.anchor) not in self._aliases
            after = at + len(name)
            value = unused and _BEGINS.match(text, after)
            instead = (Splice((at, after + 1), ""),) if value else ()
            self._read.note("alias", route, (at, after), message, "remove it", instead=instead)
        if event.tag is not None:
            at = max(start, text.find("!", start))
            tag = _NAME.match(text, at)
            name = tag[0] if tag else "!"
            message = f"{quoted(name)} is a tag, and tags are not read"
            scalar = text[at + len(name) : offsets(event)[1]].strip()
            instead = (Splice((at, offsets(event)[1]), json.dumps(scalar)),)
            self._read.note(
                "tag",
                route,
                (at, at + len(name)),
                message,
                "remove it, and put text in quotes",
                instead=instead if understood and _WORD.fullmatch(scalar) else (),
            )
            if not understood:
                self._read.unknown.add(route)

    def _route(self) -> Route:
        return self._open[-1].next_route() if self._open else ()


def _without(read: Read, start: int, end: int, flow: bool) -> tuple[Splice, ...]:
    """The text without an entry that is not the first; nothing where a comment would go with that entry."""
    text = read.text
    if flow:
        start = text.rindex(",", 0, start)
        return (Splice((start, end), ""),) if "#" not in text[start:end] else ()
    line = start - read.lines.position(start)[1] + 1
    rest = _REST.match(text, end)
    alone = rest and not text[line:start].strip() and "#" not in text[start:end]
    return (Splice((line, rest.end()), ""),) if rest and alone else ()
