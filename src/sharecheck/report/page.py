"""The page of a rule, for a terminal."""

from io import StringIO

from rich.console import Console
from rich.markdown import Markdown

from sharecheck.report.style import Style
from sharecheck.rule import FAMILIES, Rule
from sharecheck.standards import law, sources


def page(rule: Rule, style: Style) -> str:
    """The page with its sources, as text."""
    out = StringIO()
    console = Console(
        file=out, width=style.width, force_terminal=style.colour, no_color=not style.colour, legacy_windows=False
    )
    console.print(Markdown(markdown(rule), code_theme="ansi_dark"))
    return out.getvalue() + "\n"


def markdown(rule: Rule) -> str:
    """The page as Markdown, with its head and its sources."""
    title, _, rest = rule.page.partition("\n")
    weight = f"{rule.severity} at most" if rule.varies else rule.severity
    head = f"# {rule.id} {title.rstrip('.')}\n\n{weight} · {rule.name} · {FAMILIES[rule.family]}\n"
    rest = rest.replace("  # <-", "")
    for kind, label in _LABELS.items():
        rest = rest.replace(f"```yaml {kind}\n", f"{label}\n\n```yaml\n")
    return f"{head}{rest}\n{_sources(rule)}"


_LABELS = {
    "before": "*The version before:*",
    "bad": "*The rule speaks:*",
    "good": "*The rule is silent:*",
    "fixed": "*With its fix made:*",
}


def _sources(rule: Rule) -> str:
    lines = []
    for key in rule.sources:
        if key in sources():
            source = sources()[key]
            opened = {"yes": "read", "partly": "read in part", "no": "not opened"}[source.opened]
            lines.append(
                f"- {source.title}{f', {source.publisher}' if source.publisher else ''} ({opened}) {source.url or ''}"
            )
        elif key in law():
            provision = law()[key]
            read = {"yes": "read", "partly": "read in part", "no": "not found"}[provision.verified]
            lines.append(f"- {provision.citation} ({read}) {provision.source}")
    return "\n## Sources\n\n" + "\n".join(lines) + "\n" if lines else ""
