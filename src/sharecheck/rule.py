"""What a rule is: an id, a page, and a check."""

import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypedDict

from sharecheck.brief import brief
from sharecheck.finding import Finding, Severity
from sharecheck.suppression import Suppression
from sharecheck.workspace import Versions, Workspace

FAMILIES = {
    "DOC": "the file itself",
    "STR": "structure",
    "GOV": "governance",
    "LAW": "lawful basis",
    "CON": "consent",
    "MIN": "minimisation",
    "SEC": "security and transport",
    "IDM": "identity matching",
    "TIM": "timeliness",
    "GAP": "knowledge lost at a transition",
    "FID": "fidelity and paper",
    "FBK": "feedback and responsibility",
    "XAR": "cross-area and cross-border",
    "FUN": "funding and capacity",
    "RTS": "rights",
    "RET": "retention",
    "LIF": "life cycle",
    "WKR": "weaker than the version before (asked by `sharecheck diff` and `check --since`, which have two)",
}
"""The families of rules."""


@brief
@dataclass(frozen=True, repr=False)
class Example:
    """A fenced example of a page: `bad`, `good`, or `fixed`. Lines that end in `# <-` are where a bad one is wrong.

    `earlier` is the version before, for a rule that compares two.
    """

    kind: str
    text: str
    setting: str = ""
    earlier: str = ""

    @property
    def documents(self) -> tuple[str, ...]:
        """Its documents, split at lines of `---`, after those of the setting of its family.

        A fragment, which has neither kind nor id, is a protocol with the id `example`; a document takes the place of
        one of the setting that begins with the same two lines.
        """
        return _documents(self.setting, self.text)

    @property
    def before(self) -> tuple[str, ...]:
        """The documents of the version before."""
        return _documents(self.setting, self.earlier)


_MARK = "  # <-"
"""Ends the lines of an example at which its rule speaks."""


def _documents(*texts: str) -> tuple[str, ...]:
    documents: dict[tuple[str, ...], str] = {}
    for text in texts:
        for part in re.split(r"^---\n", text, flags=re.MULTILINE) if text else ():
            document = part if re.search("^(sharecheck|id):", part, re.MULTILINE) else f"{FRAGMENT}{part}"
            documents[tuple(line.removesuffix(_MARK) for line in document.split("\n", 2)[:2])] = document
    return tuple(documents.values())


FRAGMENT = "sharecheck: protocol/1\nid: example\n"
"""What comes before the text of an example that is a fragment."""

Check = Callable[[Workspace], Iterable[Finding]]
Compare = Callable[[Versions], Iterable[Finding]]


@dataclass(frozen=True)
class Used:
    """An exception in this run."""

    suppression: Suppression
    times: int
    """How many findings the exception is for."""
    checked: bool
    """Whether each rule that the exception names is known and was run."""
    unknown: tuple[str, ...]
    """The words that name no rule."""
    today: date
    alone: bool = False
    """Whether all that the exception is for could be found in its file alone."""
    near: Mapping[str, str] = field(default_factory=dict)
    """The name or id that is like each of these words, where there is one."""
    unclear: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Rules of which several findings stand where it is, with the members that it would have to name one of."""


Review = Callable[[Iterable[Used]], Iterable[Finding]]
"""A look at the exceptions of a run, once all else was found."""


WEIGHT = "\n## How much it weighs\n"
"""The heading, on the page of a rule, of what decides whether a finding weighs less than the rule."""


@brief
@dataclass(frozen=True, kw_only=True, repr=False)
class Rule:
    """A rule: an id, a page, and a check.

    `alone` says that the rule looks at each file by itself, so that it also holds when the rest of an area is not
    there. A rule with `compare` looks at two versions, and finds nothing in one.
    """

    id: str
    name: str
    severity: Severity
    sources: tuple[str, ...]
    alone: bool
    check: Check
    page: str
    family_page: str
    review: Review | None = None
    compare: Compare | None = None

    @property
    def family(self) -> str:
        """Its family, `TIM`."""
        return self.id[:3]

    @property
    def title(self) -> str:
        """The first line of its page, without the full stop."""
        return self.page.split("\n", 1)[0].rstrip(".")

    @property
    def varies(self) -> bool:
        """Whether some of its findings weigh less than the rule does; its page says on what that hangs."""
        return WEIGHT in self.page

    @property
    def fixable(self) -> bool:
        """Whether the rule offers a fix for some of its findings."""
        return any(kind == "fixed" for kind, _ in _fences(self.page))

    @property
    def examples(self) -> tuple[Example, ...]:
        """The examples on its page, in order."""
        setting = "".join(text for kind, text in _fences(self.family_page) if kind == "setting")
        earlier, found = "", []
        for kind, text in _fences(self.page):
            if kind == "before":
                earlier = text
            else:
                found.append(Example(kind, text, setting, earlier))
        return tuple(found)


def _fences(page: str) -> Iterator[tuple[str, str]]:
    """The kind and the text of each fence of YAML."""
    kind, lines = "", list[str]()
    for line in page.split("\n"):
        if not kind and (begun := re.fullmatch(r"```yaml (\w+)", line)):
            kind, lines = begun[1], []
        elif kind and line == "```":
            yield kind, "".join(lines)
            kind = ""
        elif kind:
            lines.append(f"{line}\n")


def rule(id: str, severity: Severity, sources: tuple[str, ...] = (), alone: bool = True) -> Callable[[Check], Rule]:
    """Make a rule of a check; its page is the docstring of its module, its name the name of the check.

    Its severity is the most that its findings can weigh; `sources` are keys of the registers of sources and of law.
    """

    def made(check: Check) -> Rule:
        return Rule(id=id, severity=severity, sources=sources, alone=alone, check=check, **_read(check))

    return made


def review(id: str, severity: Severity) -> Callable[[Review], Rule]:
    """Make a rule of a look at the exceptions of a run."""

    def made(look: Review) -> Rule:
        return Rule(id=id, severity=severity, sources=(), alone=True, check=_nothing, review=look, **_read(look))

    return made


def comparison(id: str, severity: Severity) -> Callable[[Compare], Rule]:
    """Make a rule of a look at two versions."""

    def made(compare: Compare) -> Rule:
        return Rule(
            id=id, severity=severity, sources=(), alone=False, check=_nothing, compare=compare, **_read(compare)
        )

    return made


class _Read(TypedDict):
    """What a rule takes from the name of its function, and from the pages of its module and of its family."""

    name: str
    page: str
    family_page: str


def _read(check: Check | Review | Compare) -> _Read:
    page, family = (sys.modules[name].__doc__ or "" for name in (check.__module__, check.__module__.rpartition(".")[0]))
    return _Read(name=check.__name__.replace("_", "-"), page=page.strip(), family_page=family.strip())


def _nothing(_: Workspace) -> tuple[Finding, ...]:
    """What a rule that looks at exceptions or at two versions finds in one version."""
    return ()
