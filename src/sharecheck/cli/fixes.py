"""Fixes made, or shown: what `sharecheck check` does with `--fix` and `--diff`."""

from collections.abc import Callable, Iterator

from sharecheck.cli.streams import note, print_patch
from sharecheck.edit.files import write
from sharecheck.engine import Result
from sharecheck.fixing import Fixed, fixed, offered
from sharecheck.report.style import Style, safe
from sharecheck.workspace import Workspace

Look = Callable[[Workspace], Result]


def mended(result: Result, look: Look, unsafe: bool, style: Style) -> Result:
    """What is left once the files are written; says on stderr what was done. `UsageError` for one that cannot be."""
    made = fixed(result, look, unsafe)
    write(made.rewrites)
    for line in _lines(made, unsafe, style, "fixed"):
        note(line)
    return made.result


def show_patch(result: Result, look: Look, unsafe: bool, style: Style) -> int:
    """Print what would change; 1 when anything would, 2 when a rule failed or a file could not be read."""
    made = fixed(result, look, unsafe)
    print_patch(made.rewrites, style)
    for line in _lines(made, unsafe, style, "would be fixed"):
        note(line)
    if result.bugs or result.unread:
        return 2
    return int(bool(made.rewrites))


def _lines(made: Fixed, unsafe: bool, style: Style, done: str) -> Iterator[str]:
    for mended in made.done:
        yield f"{done}: {style.path(mended.path)}: {mended.rule.id} {safe(mended.finding.message)}"
    for dropped in made.dropped:
        left = dropped.diagnostic
        place = f"{style.path(left.path)}:{left.span.line}"
        yield f"not fixed: {place}: {left.rule.id} {safe(left.finding.message)}: {safe(dropped.reason)}"
    number, files = len(made.done), len(made.rewrites)
    yield f"{_count(number, 'finding')} {done} in {_count(files, 'file')}" if number else f"nothing {done}"
    more = [
        diagnostic
        for diagnostic in made.result.diagnostics
        if offered(diagnostic, True) and not offered(diagnostic, unsafe)
    ]
    if more:
        yield f"{len(more)} more with `--unsafe-fixes`, which need a look: `--diff --unsafe-fixes` shows them"


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
