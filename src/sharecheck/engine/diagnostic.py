"""A finding in one run."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from sharecheck.brief import brief_repr
from sharecheck.document import Span
from sharecheck.finding import Finding, Severity
from sharecheck.rule import Rule

UNKNOWN = "GAP10"
"""The rule of needs of which nobody can say whether they are kept: no loss that is known."""


FINGERPRINT_VERSION = 2
"""Raised when the same finding gets another fingerprint; a baseline that knows others is of no use then."""


@dataclass(frozen=True)
class Diagnostic:
    """A finding in this run."""

    rule: Rule
    finding: Finding
    severity: Severity
    area: str = ""
    """The id of the area that its file belongs to; empty for a catalogue, a pathway, a journey."""

    def __repr__(self) -> str:
        return brief_repr(self, self.rule.id, str(self.severity), str(self.path), f"line {self.span.line}")

    @property
    def path(self) -> Path:
        """The file."""
        return self.finding.place.document.path

    @property
    def stops(self) -> bool:
        """Whether the file was not understood, so that no other rule was asked of it: nothing hides or lowers this."""
        return not self.finding.place.document.understood

    @property
    def loss(self) -> bool:
        """Whether the finding says that knowledge is known to be lost at a transition."""
        return self.rule.family == "GAP" and self.rule.id != UNKNOWN

    @cached_property
    def span(self) -> Span:
        """Where in the file; positions are computed when this is first asked for."""
        return self.finding.span

    @cached_property
    def fingerprint(self) -> str:
        """Stays the same when lines move: made from the rule, the area, the protocol and what the finding is about."""
        import hashlib  # 3 ms, and only some formats print fingerprints

        identity = "\0".join((self.rule.id, self.area, self.owner, *self.about))
        return hashlib.sha256(identity.encode(errors="surrogatepass")).hexdigest()[:32]

    @property
    def owner(self) -> str:
        """The id of the document that the finding is about; empty for a gap, which any of its area may mend."""
        if self.rule.family == "GAP":
            return ""  # told where it is best mended, and that can be in one file today and in another tomorrow
        document = self.finding.place.document
        return getattr(document.shape, "id", None) or document.path.name

    @property
    def about(self) -> tuple[str, ...]:
        """The names of what the finding is about; its place, where the rule gave none."""
        return self.finding.about or tuple(str(step) for step in self.finding.place.route)
