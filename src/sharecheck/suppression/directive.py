"""What an exception says in words: for which rules and members, why, until when, and who answers for it.

All words are read in one pass, so that no length of text makes it slow.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from sharecheck.document import Offsets
from sharecheck.reading.placeholders import is_decision, says_nothing
from sharecheck.suppression.named import Named

_SIGN = "sharecheck:"
_WORD = re.compile(r"[^\s,;()]+|[,;()]")
_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})?)?", re.ASCII)
_TIME = re.compile(r"\d{1,2}[:.]\d{2}(?::\d{2})?(?:Z|[ap]m)?", re.ASCII | re.IGNORECASE)
_UNTIL = "until"
_ENDING = frozenset({"till", "til", "'til", "expires", "expire", "expiry", "expiring", "tan"})
"""Words that say that something ends: what follows them is a last day, or should be."""
_PERHAPS = re.compile(r"by|to|thru|through|ends?|ending|review|due|valid|before|hyd|erbyn|adolygu")
"""Words that may say so: they do where a day follows."""
_PAST = re.compile(r"the|last|after|at|since|our|annual|of|from")
"""Words before one of them that make it something that was: `after the review on 3 March 2026`."""
_BETWEEN = re.compile(r"on|at|the|end|of|in|date|is|latest|due|by|ar|ddiwedd")
"""Words that may stand between such a word and the day."""
_NUMERIC_DAY = re.compile(r"\d{4}[-/.]\d{1,2}(?:[-/.]\d{1,2})?(?![\d])|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}(?!\d)", re.ASCII)
_NUMBER = re.compile(r"(?:\d{1,2}(?:st|nd|rd|th|af|ain|ydd|fed|eg)?|20\d{2})", re.ASCII | re.IGNORECASE)
_MONTHS = re.compile(
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*"
    r"|ionawr|chwefror|mawrth|ebrill|mai|mehefin|gorffennaf|awst|medi|hydref|tachwedd|rhagfyr"
)
_LETTERS = 3
"""As many stand in a reason, at the least."""


class Directive(NamedTuple):
    """An exception as it stands in a comment; offsets are within the comment."""

    begins: int
    """Where the `#` of the exception stands, or its first word where it has no `#` of its own."""
    ends: int
    whole_file: bool
    """Whether the exception is for the whole file."""
    brackets: str
    text: str


@dataclass(frozen=True)
class Terms:
    """What is said behind the brackets."""

    reason: str
    owner: str | None = None
    until: str | None = None
    """The last day as it is written, with the word before it where that is not `until`."""
    ends: date | None = None
    """The last day, where it can be read."""


def directives(comment: str) -> Iterator[Directive]:
    """The exceptions in a comment, which begins with `#`; each has its own reason."""
    found: list[tuple[int, int, bool]] = []
    at = comment.find(_SIGN)
    while at >= 0:
        begins = _begins(comment, at, bool(found))
        behind = _behind(comment, at)
        if begins is not None and behind is not None:
            found.append((begins, behind[0], behind[1]))
        at = comment.find(_SIGN, at + len(_SIGN))
    for number, (begins, behind_at, whole_file) in enumerate(found):
        ends = found[number + 1][0] if number + 1 < len(found) else len(comment)
        yield _directive(comment, begins, ends, behind_at, whole_file)


def _begins(comment: str, at: int, again: bool) -> int | None:
    """Where an exception begins whose sign stands `at`; None where the sign is a part of a sentence."""
    start = at
    while start > 0 and comment[start - 1] in " \t":
        start -= 1
    if start > 0 and comment[start - 1] == "#":
        while start > 0 and comment[start - 1] == "#":
            start -= 1
        return start if start == 0 or comment[start - 1].isspace() else None
    return at if again and (start < at or comment[at - 1] in ",;") else None


def _behind(comment: str, at: int) -> tuple[int, bool] | None:
    """Where what follows `ignore` or `file-ignore` begins, and whether the exception is for the whole file."""
    at += len(_SIGN)
    while at < len(comment) and comment[at] in " \t":
        at += 1
    for word, whole_file in (("file-ignore", True), ("ignore", False)):
        if comment.startswith(word, at):
            end = at + len(word)
            joined = end < len(comment) and (comment[end].isalnum() or comment[end] in "_-")
            return None if joined else (end, whole_file)
    return None


def _directive(comment: str, begins: int, ends: int, at: int, whole_file: bool) -> Directive:
    behind = comment[at:ends].strip()
    brackets = ""
    if behind.startswith("[") and "]" in behind:
        brackets, _, behind = behind[1:].partition("]")
    return Directive(
        begins, begins + len(comment[begins:ends].rstrip(" \t,;")), whole_file, brackets, behind.strip(" \t,;")
    )


def named_rules(brackets: str) -> tuple[Named, ...]:
    """The rules between the brackets, with members behind a colon: `GAP09: hearing-outcome, TIM01`."""
    entries = (entry.partition(":") for entry in brackets.split(",") if entry.strip())
    return tuple(Named(word.strip(), tuple(members.split())) for word, _, members in entries)


def parse_directive(text: str) -> Terms:
    """What stands behind the brackets, taken apart."""
    words = [(match[0], match.span()) for match in _WORD.finditer(text)]
    cut: list[Offsets] = []
    owner, found = None, _owner(text, words)
    if found:
        owner = text[found[1] : found[2]].strip() or None
        words = [word for word in words if not found[0] <= word[1][0] < found[2]]
        cut.append((found[0], found[2]))
    until, ends, stretches = _last_day(text, words)
    cut += stretches
    return Terms(_without(text, cut), owner, until, ends)


def _owner(text: str, words: Sequence[tuple[str, Offsets]]) -> tuple[int, int, int] | None:
    """Where `owner:` begins and ends, and where the name of the owner ends: at the next comma."""
    for number, (word, (start, _)) in enumerate(words):
        if word.lower().startswith("owner:"):
            stop = next((at for other, (at, _) in words[number:] if other in (",", ";")), len(text))
            return start, start + len("owner:"), stop
    return None


def _last_day(text: str, words: Sequence[tuple[str, Offsets]]) -> tuple[str | None, date | None, list[Offsets]]:
    """The last day as it is written, the date where that can be read, and the stretches of text that name the day."""
    days: list[tuple[date, str, Offsets]] = []
    unread: list[tuple[str, bool]] = []
    for number, (word, (start, _)) in enumerate(words):
        plain = word.lower().rstrip(":=")
        following = [other for other, _ in words[number + 1 : number + 8]]
        welsh = plain == "hyd" and following[:1] == ["at"]
        if plain == _UNTIL and following and (day := _read(following[0])):
            behind = len(following) > 1 and _TIME.fullmatch(following[1])
            last = words[number + (2 if behind else 1)][1][1]
            days.append((day, following[0].rstrip("."), (start, last)))
        elif plain == _UNTIL or plain in _ENDING or welsh:
            unread.append((_clause(text, words, number + (plain == _UNTIL)), _is_day(following)))
        elif (
            _PERHAPS.fullmatch(plain)
            and _is_day(following)
            and not (number and _PAST.fullmatch(words[number - 1][0].lower()))
        ):
            unread.append((_clause(text, words, number), True))
    if days and len({day for day, _, _ in days}) == 1 and not any(is_day for _, is_day in unread):
        return days[0][1], days[0][0], [stretch for _, _, stretch in days]
    if days:  # they contradict each other
        every = dict.fromkeys((*(phrase for _, phrase, _ in days), *(words for words, _ in unread)))
        return " and ".join(every), None, []
    return (unread[0][0] or _UNTIL if unread else None), None, []


def _past(words: Sequence[tuple[str, Offsets]], number: int) -> bool:
    return number > 0 and bool(_PAST.fullmatch(words[number - 1][0].lower()))


def _read(word: str) -> date | None:
    """The date in a word such as `2027-03-31`, with a time behind it or not."""
    match = _DAY.fullmatch(word.rstrip("."))
    try:
        return date.fromisoformat(match[1]) if match else None
    except ValueError:
        return None


def _is_day(words: Sequence[str]) -> bool:
    """Whether a day stands here, in whatever form, a few small words before it or not."""
    lower = [word.lower().rstrip(".:") for word in words]
    while lower and _BETWEEN.fullmatch(lower[0]):
        lower = lower[1:]
    if not lower:
        return False
    first, *others = lower
    if _NUMERIC_DAY.match(first):
        return True
    others = others[1:] if others[:1] == ["of"] else others
    pair = (first, others[0]) if others else ("", "")
    return any(_NUMBER.fullmatch(number) and _MONTHS.fullmatch(month) for number, month in (pair, pair[::-1]))


def _clause(text: str, words: Sequence[tuple[str, Offsets]], number: int) -> str:
    """What is written from a word on, to the next comma, some words at most."""
    part: list[Offsets] = []
    for word, offsets in words[number : number + 7]:
        if word in ",;()":
            break
        part.append(offsets)
    return text[part[0][0] : part[-1][1]] if part else ""


def _without(text: str, cut: Sequence[Offsets]) -> str:
    """The text without these stretches, and without what joined them to the rest."""
    kept, at = [], 0
    for start, end in sorted(cut):
        kept.append(text[at:start].strip(" \t,;").removesuffix("(").rstrip())
        at = max(at, end)
    kept.append((text[at:].removeprefix(")") if cut else text).strip(" \t,;"))
    return ", ".join(part for part in kept if part)


def is_reason(text: str) -> bool:
    """Whether a text says why; `-`, `...`, `TODO`, `tbc` and `n/a` do not, but that it was `agreed` does."""
    return sum(map(str.isalpha, text)) >= _LETTERS and (is_decision(text) or not says_nothing(text))
