"""Both readers against two suites that everybody can get: `make suites`.

Each case is accepted with the value that is expected, or refused at a place. Which cases are refused, and why, stands
in `expected.yaml`, and how many in `docs/reading.md`; both have to be as they are found. With `--write` they are
written. A case that is accepted as something else is not written down: it fails.
"""

import sys
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from textwrap import fill, indent

import yaml
from tools.suites.cases import Case, Missing, json_cases, yaml_cases

from sharecheck.edit.text import same
from sharecheck.reading.formats import JSON, YAML, Way
from sharecheck.reading.limits import USUAL
from sharecheck.reading.node import Read, Value

HERE = Path(__file__).parent
RECORD = HERE / "expected.yaml"
PAGE = HERE.parent.parent / "docs" / "reading.md"
BEGIN, END = "<!-- suites: written by `make suites WRITE=--write` -->\n", "<!-- end of suites -->\n"
HEAD = "# What is made of each case of the two suites; written by `make suites WRITE=--write`.\n"

SUITES: dict[str, tuple[Callable[[], Iterable[Case]], Way]] = {
    "yaml": (yaml_cases, YAML),
    "json": (json_cases, JSON),
}
ROWS = {
    "equal": "accepted, with the value that is expected",
    "broken": "refused, as the suite wants it",
    "alias": "refused: anchors and aliases",
    "tag": "refused: tags",
    "several-documents": "refused: several documents",
    "non-string-key": "refused: keys that are no text",
    "duplicate-key": "refused: equal keys",
    "too-deep": "refused: too deep",
    "not-text": "refused: characters that are none",
    "syntax": "refused: what a parser may read, and this one does not",
    "other value": "**accepted with another value**",
    "accepted": "**accepted, against the suite**",
}
NEVER = ("other value", "accepted")


def outcome(case: Case, way: Way) -> str:
    """What both ways make of a case."""
    text = case.text.encode("utf-8", "surrogatepass").decode("utf-8-sig", "replace")
    careful = way.read(text, USUAL)
    found = _outcome(case, careful)
    try:
        value = way.load(text, text.encode(), USUAL)
    except ValueError:
        return found
    if not _has_words_as_keys(value):  # no model takes it
        return found
    return "accepted" if careful.problems else found if same(value, _value(careful)) else "other value"  # type: ignore[arg-type]


def _outcome(case: Case, read: Read) -> str:
    if read.problems:
        assert all(problem.span for problem in read.problems), case.name
        return "broken" if case.broken else read.problems[0].kind
    if case.broken:
        return "accepted"
    return "equal" if same(_numbers(_value(read)), _numbers(case.expected)) else "other value"


def _value(read: Read) -> Value:
    return read.root.value if read.root else None


def _numbers(value: object) -> Value:
    """The value with one type of number: JSON has one, and writes 450.00 and 450 for the same."""
    if isinstance(value, dict):
        return {key: _numbers(part) for key, part in value.items()}
    if isinstance(value, list):
        return [_numbers(part) for part in value]
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) < 2**53:
        return float(value)
    return value  # type: ignore[return-value]


def _has_words_as_keys(value: object) -> bool:
    if isinstance(value, dict):
        return all(isinstance(key, str) and _has_words_as_keys(part) for key, part in value.items())
    return all(map(_has_words_as_keys, value)) if isinstance(value, list) else True


def record(found: dict[str, dict[str, str]]) -> str:
    """The outcome of each case, as it is kept."""
    lines = [HEAD]
    for suite, outcomes in found.items():
        lines.append(f"{suite}:\n")
        for row in ROWS:
            names = ", ".join(f'"{name}"' for name in sorted(outcomes) if outcomes[name] == row)
            if names:
                block = fill(f"[{names}]", 116, subsequent_indent=" ", break_on_hyphens=False)
                lines.append(f"  {row}:\n{indent(block, '    ')}\n")
    return "".join(lines)


def table(found: dict[str, dict[str, str]]) -> str:
    """How many cases have each outcome."""
    counts = {suite: Counter(outcomes.values()) for suite, outcomes in found.items()}
    lines = ["| | YAML test suite | JSONTestSuite |", "|---|---|---|"]
    for row, words in ROWS.items():
        numbers = [counts[suite][row] for suite in SUITES]
        if any(numbers) or row in NEVER:
            lines.append(f"| {words} | {numbers[0]} | {numbers[1]} |")
    lines.append(f"| in all | {' | '.join(str(sum(counts[suite].values())) for suite in SUITES)} |")
    return "\n".join(lines) + "\n"


def main(write: bool) -> int:
    """Compare, or write; what is not as it has to be is told, and makes the status 1."""
    try:
        found = {suite: {case.name: outcome(case, way) for case in cases()} for suite, (cases, way) in SUITES.items()}
    except Missing as missing:
        print(f"the suites were not run: {missing}", file=sys.stderr)
        return 1
    wrong = [
        f"{suite} {name}: {ROWS[row].strip('*')}"
        for suite, outcomes in found.items()
        for name, row in outcomes.items()
        if row in NEVER
    ]
    page = PAGE.read_text(encoding="utf-8")
    before, after = page.partition(BEGIN)[0], page.partition(END)[2]
    current = {RECORD: record(found), PAGE: f"{before}{BEGIN}{table(found)}{END}{after}"}
    for path, text in current.items():
        if write:
            path.write_text(text, encoding="utf-8")
        elif not path.exists() or path.read_text(encoding="utf-8") != text:
            wrong += _changed(path, found) or [f"{path.name} is not current: `make suites WRITE=--write`"]
    print("\n".join(wrong) if wrong else table(found), end="\n" if wrong else "")
    return 1 if wrong else 0


def _changed(path: Path, found: dict[str, dict[str, str]]) -> list[str]:
    """The cases of which something else was expected."""
    if path != RECORD or not path.exists():
        return []
    kept = yaml.safe_load(path.read_text(encoding="utf-8"))
    before = {(suite, name): row for suite, rows in kept.items() for row, names in rows.items() for name in names}
    return [
        f"{suite} {name}: {before.get((suite, name), 'not known')}, and now {row}"
        for suite, outcomes in found.items()
        for name, row in outcomes.items()
        if before.get((suite, name)) != row
    ]


if __name__ == "__main__":
    sys.exit(main("--write" in sys.argv[1:]))
