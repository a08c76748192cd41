"""The one registry of output formats: what each is, and by what each report of each command is rendered in it.

The command line takes its choices from here, `sharecheck schema` the reports that have a schema, the writer of reports
what is for people, and the tests each report in each of its formats.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from types import ModuleType
from typing import Literal

Media = Literal["text", "json", "svg", "patch"]
"""What a report is as a file: only text is for people, and passes through `printable` on its way out."""


@dataclass(frozen=True, kw_only=True)
class Format:
    """An output format, as it is named on the command line."""

    name: str
    media: Media
    only_findings: bool = False
    """Whether each line is a finding, as editors and `grep` read them: what sums them up is no part of the report."""

    @property
    def for_people(self) -> bool:
        """Whether people read the format; all others are for programs."""
        return self.media == "text"


FORMATS: Mapping[str, Format] = {
    entry.name: entry
    for entry in (
        Format(name="full", media="text"),
        Format(name="text", media="text"),
        Format(name="concise", media="text", only_findings=True),
        Format(name="json", media="json"),
        Format(name="svg", media="svg"),
        Format(name="patch", media="patch"),  # of `--diff`, and no choice of any command
    )
}
"""All formats by name."""


@dataclass(frozen=True, kw_only=True)
class Report:
    """Something that a command prints.

    `renderers` are functions by format, the format that is used where none is chosen first. Each is named as
    `module:function` below this package, and imported only when it is needed, since a run needs few of them. All
    renderers of a report take the same values and the style last, and return the text.
    """

    command: str
    renderers: Mapping[str, str]

    def render(self, output_format: str, *values: object) -> str:
        """The report in one of its formats."""
        name = self.renderers[output_format].partition(":")[2]
        renderer: Callable[..., str] = getattr(self.module(output_format), name)
        return renderer(*values)

    def module(self, output_format: str) -> ModuleType:
        """The module of a renderer; for JSON it also has the shape of the report, as `Report`."""
        return import_module(f"sharecheck.report.{self.renderers[output_format].partition(':')[0]}")


REPORTS: Mapping[str, Report] = {
    "report": Report(
        command="check", renderers={"full": "full:render", "concise": "concise:render", "json": "data.report:json"}
    ),
    "trace": Report(
        command="trace", renderers={"text": "trace:trace", "svg": "picture:pictures", "json": "data.trace:json"}
    ),
    "journeys": Report(command="journey", renderers={"full": "journey:cast", "json": "data.journeys:json"}),
    "story": Report(command="journey", renderers={"full": "journey:journey", "json": "data.story:json"}),
    "witness": Report(command="journey", renderers={"full": "witness:render_witnesses", "json": "data.witness:json"}),
    "what-if": Report(command="what-if", renderers={"full": "what_if:text", "json": "data.what_if:json"}),
    "weak-points": Report(
        command="weak-points", renderers={"full": "weak_points:text", "json": "data.weak_points:json"}
    ),
    "cliffs": Report(command="cliffs", renderers={"full": "cliffs:text", "json": "data.cliffs:json"}),
    "border": Report(command="border", renderers={"full": "border:borders", "json": "data.border:json"}),
    "borders": Report(command="border", renderers={"full": "pairs:pairs", "json": "data.borders:json"}),
    "diff": Report(command="diff", renderers={"full": "diff:diff", "json": "data.diff:json"}),
    "themes": Report(command="themes", renderers={"full": "themes:themes", "json": "data.themes:json"}),
    "capacity": Report(command="capacity", renderers={"full": "capacity:capacity", "json": "data.capacity:json"}),
    "repair": Report(command="repair", renderers={"full": "repair:plans", "json": "data.repair:json"}),
}
"""What commands print, by the name under which the schema of it stands."""


def choices(command: str) -> tuple[str, ...]:
    """The formats of a command: each of its reports has them all."""
    return tuple(
        dict.fromkeys(name for report in REPORTS.values() if report.command == command for name in report.renderers)
    )
