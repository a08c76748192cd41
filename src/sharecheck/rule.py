"""What a rule is, and what it says: a finding."""

import inspect
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from sharecheck.document import Place, Span
from sharecheck.workspace import Workspace


class Severity(StrEnum):
    """How much a finding weighs."""

    ERROR = "error"
    WARNING = "warning"
    INFORMATION = "information"

    @property
    def rank(self) -> int:
        """0 for an error, higher for what weighs less."""
        return tuple(Severity).index(self)


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
}
"""The families of rules."""


@dataclass(frozen=True)
class Finding:
    """What a rule noticed.

    `message` is the fact; `consequence` what it means for a child; `help` what can be done, with something that can be
    typed. `severity` is only given where a finding weighs less than its rule. `also` are further places with what to
    see there. `way` is the way of an item, step by step. `about` are the names of what it is about, from which its
    fingerprint is made: they do not change when lines move.
    """

    place: Place
    message: str
    consequence: str | None = None
    help: str | None = None
    severity: Severity | None = None
    also: tuple[tuple[Place, str], ...] = ()
    way: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    span: Span | None = None


@dataclass(frozen=True)
class Example:
    """A fenced example of a page: `bad`, `good`, or `fixed`. Lines that end in `# <-` are where a bad one is wrong."""

    kind: str
    text: str

    @property
    def documents(self) -> tuple[str, ...]:
        """Its documents, split at lines of `---`; a fragment is a protocol with the id `example`."""
        return tuple(
            part if "sharecheck:" in part else f"{FRAGMENT}{part}"
            for part in re.split(r"^---\n", self.text, flags=re.MULTILINE)
        )


FRAGMENT = "sharecheck: protocol/1\nid: example\n"
"""What comes before the text of an example that is a fragment."""

Check = Callable[[Workspace], Iterable[Finding]]


@dataclass(frozen=True)
class Rule:
    """A rule: an id, a page, and a check.

    `alone` says that it looks at each file by itself, so that it also holds when the rest of an area is not there.
    """

    id: str
    name: str
    severity: Severity
    sources: tuple[str, ...]
    alone: bool
    check: Check
    page: str

    @property
    def family(self) -> str:
        """Its family, `TIM`."""
        return self.id[:3]

    @property
    def title(self) -> str:
        """The first line of its page, without the full stop."""
        return self.page.split("\n", 1)[0].rstrip(".")

    @property
    def examples(self) -> tuple[Example, ...]:
        """The examples on its page, in order."""
        fences = re.findall(r"^```yaml (\w+)\n(.*?)^```$", self.page, flags=re.MULTILINE | re.DOTALL)
        return tuple(Example(kind, text) for kind, text in fences)


def rule(id: str, severity: Severity, sources: tuple[str, ...] = (), alone: bool = True) -> Callable[[Check], Rule]:
    """Make a rule of a check; its page is the docstring of its module, its name the name of the check.

    Its severity is the most that a finding of it can weigh; `sources` are keys of the registers of sources and of law.
    """

    def made(check: Check) -> Rule:
        module = inspect.getmodule(check)
        page = (module.__doc__ if module else None) or ""
        return Rule(id, check.__name__.replace("_", "-"), severity, sources, alone, check, page.strip())

    return made
