"""Texts that are nearly documents: examples and near misses, changed as people, editors and attackers change them."""

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from random import Random

from sharecheck.rule import Example
from tests.rules.test_cases import cases

PROTOCOLS = Path(__file__).parents[2] / "protocols"
MAX_SEED = 12_000
"""Characters of an example that texts are made from: with larger ones each try takes too long."""

NUMBER = f"{999} 000 0018"
"""A number from the range for tests, put together so that this file does not hold it."""
ODD = (
    *" \t\n\r:-?,[]{}#&*!|>'\"%@`~=<\\/.0159axeEobxNP\x00\x07\x1b\x7f\x85\xa0\u2028\u2029\ufeff\u200b\u202eé\U0001f600",
    *("&a ", "*a", "!x ", "!!str ", "<<: ", "--- ", "\n---\n", "\n...\n", "%YAML 1.1\n", "- ", "? ", ": ", "\r\n"),
    *("|-\n", ">+\n", "''", '""', '"\\ud800"', '"\\x41"', "\\\n", " #", "# ", "#x", "\u0660", "\uff11", "“", "’"),
)
"""Signs that mean something to a parser, a terminal or the guard."""
VALUES = (
    *("", "null", "~", "true", "NO", "on", "012", "1e400", "-0", ".inf", "9" * 30, "1_000", "0x1F"),
    *("2025-01-02", "1:30"),
    *("[]", "{}", "[a, a]", "{a: b}", "[[[[x]]]]", "TBC", "N/A", "...", "to be confirmed", "see appendix"),
    *("P2D", "2 days"),
    *("P1Y", "P0D", "PT0H", "P9999999Y", "P99999D", "0001-01-01", "9999-12-31", "25/4/2026", "birth"),
    "birth-detials",
    *("In force", "'P2D'", '"P2D"', "“P2D”", "!!str P2D", "&a P2D", "*a", "a: b", "'it''s'"),
    *('"\\n::error::x"', "é 👶"),
    *("|\n      two\n      lines", ">-\n      folded\n      text", "x" * 300),
    *("[birth-details, birth-details]", "@a", "`a`"),
    *("::error::x", "##vso[x]y", "[bold]x[/]", "</text>", '"\\e]0;x\\a"', "\u202eabc", f"about {NUMBER}", "6(1)(e)"),
)  # fmt: skip
"""What people and attackers write behind a colon."""
COMMENTS = ("# why", "#", "# sharecheck: ignore[TIM01] agreed by the board", "# P2D: x", "#x", "# é\u2028x: y")


@cache
def seeds() -> tuple[str, ...]:
    """Documents from the examples, and each near miss, as it is and as it would be a mistake; the shortest first."""
    texts = [path.read_text(encoding="utf-8") for path in PROTOCOLS.rglob("*.yaml")]
    for case in cases():
        for near in (case.near, *case.wrong):
            texts += Example("good", near, case.rule.examples[0].setting).documents
    return tuple(sorted({text for text in texts if len(text) <= MAX_SEED}, key=lambda text: (len(text), text)))


def text(choices: Random, most: int = 4) -> str:
    """A document with a few changes."""
    return changed(choices, choices.choice(seeds()), most)


def changed(choices: Random, text: str, most: int = 4) -> str:
    """A text with as many changes, at most."""
    for _ in range(choices.randint(0, most)):
        text = choices.choice(CHANGES)(choices, text)
    return text


def _odd(choices: Random, text: str) -> str:
    start = choices.randint(0, len(text))
    end = start + choices.choice((0, 0, 0, 1, 1, 2, 5, 20))
    return text[:start] + choices.choice(("", *ODD)) + text[end:]


def _of_lines(change: Callable[[Random, list[str], int], None]) -> Callable[[Random, str], str]:
    """A change of the lines of a text, at one of them."""

    def changed(choices: Random, text: str) -> str:
        lines = text.split("\n")
        change(choices, lines, choices.randrange(len(lines)))
        return "\n".join(lines)

    return changed


@_of_lines
def _swapped(choices: Random, lines: list[str], at: int) -> None:
    other = choices.randrange(len(lines))
    lines[at], lines[other] = lines[other], lines[at]


@_of_lines
def _doubled(choices: Random, lines: list[str], at: int) -> None:
    lines.insert(choices.randint(0, len(lines)), lines[at])


@_of_lines
def _removed(choices: Random, lines: list[str], at: int) -> None:
    del lines[at]


@_of_lines
def _indented(choices: Random, lines: list[str], at: int) -> None:
    by = choices.choice((-2, -1, 1, 2))
    for number in range(at, min(len(lines), at + choices.choice((1, 1, 2, 5)))):
        lines[number] = " " * by + lines[number] if by > 0 else lines[number].removeprefix(" " * -by)


@_of_lines
def _commented(choices: Random, lines: list[str], at: int) -> None:
    comment = choices.choice(COMMENTS)
    if choices.random() < 0.5:
        lines[at] += f"  {comment}"
    else:
        lines.insert(at, comment)


@_of_lines
def _valued(choices: Random, lines: list[str], at: int) -> None:
    key, colon, _ = lines[at].partition(": ")
    lines[at] = f"{key or '- x'}{colon or ': '}{choices.choice(VALUES)}"


@_of_lines
def _marked(choices: Random, lines: list[str], at: int) -> None:
    mark = choices.choice(("&a ", "!x ", "!!str ", "? ", "- ", ">", "| ", "{", "["))
    lines[at] = lines[at].replace(": ", f": {mark}", 1)


@_of_lines
def _misspelt(choices: Random, lines: list[str], at: int) -> None:
    line = lines[at]
    letters = [number for number, sign in enumerate(line) if sign.isalnum()]
    if letters:
        number = choices.choice(letters)
        sign = choices.choice(("", line[number] * 2, line[number].upper(), "-", "_", "é", "’"))
        lines[at] = line[:number] + sign + line[number + 1 :]


def _inline(choices: Random, text: str) -> str:
    """A short value in brackets, or one in brackets without them."""
    found = list(re.finditer(r"(?<=: )[^\n#{}\[\]]{1,30}$", text, re.MULTILINE))
    if not found:
        return text
    match = choices.choice(found)
    return (
        text[: match.start()]
        + choices.choice(("[{}]", "{{{}}}", '"{}"', "'{}'")).format(match[0])
        + text[match.end() :]
    )


def _ended(choices: Random, text: str) -> str:
    end = choices.choice(("\r\n", "\r", "\n\n", "\n \t\n"))
    if choices.random() < 0.7:
        return text.replace("\r\n", "\n").replace("\n", end)
    at = choices.randint(0, len(text))
    return text[:at] + text[at:].replace("\n", end, 1)


def _without_end(choices: Random, text: str) -> str:
    return text.rstrip("\r\n")


def _marked_first(choices: Random, text: str) -> str:
    return choices.choice(("\ufeff", "%YAML 1.2\n---\n", "---\n", "\n", "\t")) + text


CHANGES = (
    *(_odd, _swapped, _doubled, _removed, _indented, _commented, _valued, _valued, _valued, _misspelt, _misspelt),
    *(_marked, _inline, _ended, _without_end, _marked_first),
)
