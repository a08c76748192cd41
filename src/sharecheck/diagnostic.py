"""A finding in one run."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from sharecheck.document import Span
from sharecheck.rule import Finding, Rule, Severity


@dataclass(frozen=True)
class Diagnostic:
    """A finding in this run."""

    rule: Rule
    finding: Finding
    severity: Severity

    @property
    def path(self) -> Path:
        """The file."""
        return self.finding.place.document.path

    @cached_property
    def span(self) -> Span:
        """Where in the file; positions are computed when this is first asked for."""
        return self.finding.span or self.finding.place.document.span(self.finding.place.route)

    @cached_property
    def fingerprint(self) -> str:
        """Stays the same when lines move: made from the rule and from what the finding is about."""
        import hashlib  # 3 ms, and only some formats print fingerprints

        document, about = self.finding.place.document, tuple(sorted(self.finding.about))  # in whatever order they stand
        owner = getattr(document.shape, "id", None) or document.path.name
        if not about:
            about = tuple(str(step) for step in self.finding.place.route)
        elif self.rule.family == "GAP":
            owner = ""  # told where it is best mended, and that can be in one file today and in another tomorrow
        return hashlib.sha256("\0".join((self.rule.id, owner, *about)).encode(errors="surrogatepass")).hexdigest()[:32]
