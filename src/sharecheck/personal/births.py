"""Dates of birth beside the name of a person, in the view of a text: in English and in Welsh."""

import re
from collections.abc import Iterator

from sharecheck.personal import REACH, REACH_BACK
from sharecheck.personal.names import Stretch, name_alone, names_behind_keys, names_beside

_LINES = 4
"""Lines above and below a date of birth in which a key may say the name."""

_LINES_BARE = 2
"""Lines above one that begins with a word of birth in which a name may stand alone."""
_MARKS = re.compile(r"[\s#*>|/-]{0,8}")
"""What a line may begin with that says nothing."""
_AROUND = 400
"""Characters of these lines, at most."""

_MONTH = (
    r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec|[ic]onawr|[cg]?hwefror|[mf]awrth|ebrill|[mf]ai|[mf]ehefin"
    r"|[gn]?g?orffennaf|orffennaf|awst|[mf]edi|hydref|[td]h?achwedd|[rh]{1,2}agfyr)[a-z]{0,6}\.?"
)
_YEAR = r"(?:18|19|20)[0-9]{2}"
_ORDINAL = "(?:st|nd|rd|th|af|il|ydd|fed|ed|eg|ain)?"
_DAY_IN_WORDS = (
    r"(?:(?:twenty|thirty)?[ -]?(?:fir|seco|thi|four|fif|six|seven|eigh|nin|ten|eleven|twelf|thirteen|fourteen|fifteen"
    r"|sixteen|seventeen|eighteen|nineteen|twentie|thirtie)(?:st|nd|rd|th))"
)
DATE = (
    rf"(?<![0-9])(?:{_YEAR}[ ]?[-/.][ ]?[0-9]{{1,2}}[ ]?[-/.][ ]?[0-9]{{1,2}}"
    rf"|[0-9]{{1,2}}(?:[ ]?[-/.][ ]?[0-9]{{1,2}}[ ]?[-/.][ ]?(?:{_YEAR}|[0-9]{{2}})|[ ][0-9]{{1,2}}[ ]{_YEAR})"
    rf"|[0-9]{{1,2}}{_ORDINAL}[ -](?:of |o )?{_MONTH}[ ,-]{{1,2}}(?:{_YEAR}|['’]?[0-9]{{2}})"
    rf"|[0-9]{{1,2}}{_MONTH}{_YEAR}|{_DAY_IN_WORDS} (?:of |day of )?{_MONTH},? {_YEAR}"
    rf"|{_MONTH} [0-9]{{1,2}}(?:st|nd|rd|th)?,? {_YEAR}"
    rf"|{_YEAR}[01][0-9][0-3][0-9]|[0-3][0-9][01][0-9]{_YEAR})(?![0-9])"
)
BIRTH = (
    r"(?:(?<![^\W\d_])|(?-i:(?<=[a-z])(?=[DB])))"
    r"(?:d\.o\.b\.?|d/o/b|d o b|dob|date[\s_-]?of[\s_-]?birth|birth[\s_-]?da(?:te|y)|born"
    rf"|b\.(?= ?(?:[0-9]|{_MONTH} [0-9]|{_DAY_IN_WORDS} ))"
    r"|[dn]{1,2}h?yddiad(?:au)?[\s_-]?(?:y |ei )?(?:g?eni|ngeni|genedigaeth|enedigaeth)"
    r"|(?:g?an|ng?h?an)wyd|g?aned|g?eni)(?![a-z])"
)
_FILLER = (
    r"(?:(?:(?:on|is|was|at|the|as|ar|yn|oedd|yw|ei|hi|ef|fe|mon|tues|wednes|thurs|fri|satur|sun)(?:day)?,?"
    r"|in [A-Z][\w'’ -]{1,25}? on|dydd [a-z]{2,8})[ ]){0,3}"
)
_WHOSE = (
    r"(?: ?\([^()\n0-9]{2,40}\)| (?:(?:of|for|y|i|to|a) (?:the )?)?"
    r"(?:(?:(?-i:(?![a-z])[^\W\d_]|v[ao]n|der?|ap|ab|ferch|binti?))[\w'’‘`.-]{0,25}(?:, ?| |(?=[:=(|-]))){1,5}"
    r"| at [0-9]{2}(?:\+[0-6])? weeks,?)?"
)
"""Between the word and the date: whose it is."""
_WORD = re.compile(BIRTH, re.IGNORECASE)
_BEHIND = re.compile(
    rf"{_WHOSE}[\"'`)\]*]{{0,3}}[\s:=(,|>#*-]{{0,6}}{_FILLER}[\"'`(\[]{{0,2}}(?P<date>{DATE})", re.IGNORECASE
)
_BEFORE = re.compile(
    rf"(?P<date>{DATE})[\"'`)\]]{{0,2}}[\s,(|–-]{{0,4}}(?:(?:is|as|yw) )?(?:the |ei )?\Z", re.IGNORECASE
)


def birth_dates(text: str) -> Iterator[tuple[Stretch, Stretch]]:
    """Dates of birth and the names beside them: each name with its date."""
    for start, end, date in born(text):
        for name in _names(text, start, end):
            yield date, name


def born(text: str) -> Iterator[tuple[int, int, Stretch]]:
    """Words of birth with a date behind them, or right before them: start and end of both, and the date."""
    for word in _WORD.finditer(text):
        reach = word.start() + REACH
        behind = _BEHIND.match(text, word.end(), reach)
        if behind and not (behind.end() == reach and text[reach : reach + 1].isdigit()):
            yield word.start(), behind.end(), behind.span("date")
        first = max(0, word.start() - REACH_BACK)
        if before := _BEFORE.search(text[first : word.start()]):
            date = (first + before.start("date"), first + before.end("date"))
            if date[0] > first or not text[first - 1 : first].isdigit():
                yield date[0], word.end(), date


def _names(text: str, start: int, end: int) -> Iterator[Stretch]:
    """The names near a date of birth: in the same line, behind a key in the lines around, or in a line of their own."""
    floor, ceiling = max(0, start - _AROUND), min(len(text), end + _AROUND)
    first, last = max(text.rfind("\n", floor, start) + 1, floor), text.find("\n", end, ceiling)
    last = ceiling if last < 0 else last
    yield from names_beside(text, first, start, end, last)
    above, below = first, last
    bare = _MARKS.match(text, first, start + 1)
    for number in range(_LINES):
        line_end = max(above - 1, floor)
        above = max(text.rfind("\n", floor, line_end) + 1, floor)
        if bare and bare.end() == start and number < _LINES_BARE:
            yield from name_alone(text, above, line_end)
        next = text.find("\n", below + 1, ceiling)
        below = ceiling if next < 0 else next
    yield from names_behind_keys(text, above, below)
