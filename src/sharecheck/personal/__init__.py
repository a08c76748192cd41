"""What looks like data of a real person: where it stands in a text, and the text without it.

A protocol is metadata, and never needs such data. Found are

* **NHS numbers**: ten digits of which the last is the check digit (modulus 11), and which begin as numbers that are
  given out do: with 3 to 9, or as a CHI number with a day and a month. Also those from 999 on, which were set aside for
  tests: nothing here needs them, and nobody can see that they are for tests. Beside a name for the number (`NHS no.`,
  `rhif GIG`, `patient id`) any signs may stand between the digits; elsewhere they stand together, in threes and four,
  or one by one.
* **Unique pupil numbers**: a letter, eleven digits, and a digit (or a letter, where it is temporary), whose first
  letter is the check letter (modulus 23).
* **Unique learner numbers**: ten digits behind `ULN` or another name for it, of which the last is the check digit.
* **Numbers of a hospital**: six to nine digits, letters around them or not, right behind `MRN`, `hospital number` and
  the like.
* **Dates of birth beside a name**: a whole date beside a word such as `born`, `date of birth` or `dyddiad geni`, and
  within a line a given and a family name, or a key such as `surname` or `enw` within four, or a line with nothing but a
  name within two above; also in columns whose headings say what they are.

A number is passed over where the nearest words before it say what else it is (`tel.`, `ref`, `UPRN`: `labels.txt`),
and where its form does: a part of a longer number, a hash, an address of the web, a reference in capitals
(`DPIA-0123456789`). Names of places and terms of the field are no names of persons (`places.txt`, `terms.txt`).

The search looks at the text as a reader takes it (`view.py`): escapes read, digits of all scripts, nothing invisible.
Not found are numbers and years spelled out in words, and a name or a date that stands alone.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal, NamedTuple

Sort = Literal["nhs-number", "pupil-number", "learner-number", "hospital-number", "birth-date", "name"]


class Personal(NamedTuple):
    """Something that looks like data of a real person; offsets in code points, the end exclusive."""

    start: int
    end: int
    sort: Sort


MARK = "x"
"""Takes the place of each letter and digit, so that columns stay where they were."""
_MAX_LOOKS = 4
"""How often a text is looked at for what was hidden beside what is crossed out; one that people wrote needs two."""
REACH, REACH_BACK = 150, 40
"""Characters behind and before a word of birth in which its date is whole, if there is one; blanks count as one."""
_BLANKS = 20
"""Blanks in a row that are not looked at closely."""
_SPARE = 3 * _BLANKS
_ZEROS = bytes.maketrans(b"123456789", b"000000000")
_SIGNS = bytes(code for code in range(256) if code > 127 or not chr(code).isalnum())
"""All bytes but letters and digits."""
_PLAIN = bytes.maketrans(
    b"123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ\t\n\r\v\f\x1c\x1d\x1e\x1f/.'_",
    b"000000000abcdefghijklmnopqrstuvwxyz         ----",
)
"""For each byte what counts of it: that it is a digit, a blank, a sign within dates, or which letter."""
_ASCII = bytes(range(128))
_CONTINUED = bytes(range(0x80, 0xC0))
"""Bytes with which a character goes on: without them each character is one byte."""
_UNUSUAL = re.compile(
    rb"[\xcc\xcd\xd2\xd6-\xe1\xea\xf0-\xf4]|\xc2[\x80-\x84\x86-\x9f\xad\xb2\xb3\xb9]"
    rb"|\xe2(?:\x80[\x8b-\x8f\xaa-\xae]|[\x81-\x83\x91-\x93\x9d\x9e\xb3\xb5\xb7-\xb9])"
    rb"|\xe3[\x80-\x83]|\xef[\xac\xb8\xb9\xbb\xbc\xbf]"
)
"""Beginnings of characters that cannot be seen, of digits other than 0 to 9, and of rare blanks and dashes."""
_BLANK = re.compile(rb"\xc2[\x85\xa0]|\xe2\x80[\x80-\x8a\xa8\xa9\xaf]")
_DASH = re.compile(rb"\xe2(?:\x80[\x90-\x95]|\x88\x92)")
"""Blanks and dashes of texts that were set, such as one at which no line is broken."""
_BIRTH = {
    b"born": re.compile(rb"born(?<![a-z]born)"),
    b"dob": re.compile(rb"dob"),
    b"d-o-b": re.compile(rb"d-o-b"),
    b"d o b": re.compile(rb"d o b"),
    b"b-": re.compile(rb"b-(?<![a-z]b-)"),
    b"eni": re.compile(rb"eni(?<![a-fh-mo-z]eni)"),
    b"anwyd": re.compile(rb"anwyd"),
    b"aned": re.compile(rb"aned(?<![a-fh-z]aned)"),
    b"yddiad": re.compile(rb"yddiad"),
    b"birth": re.compile(rb"birth(?:(?<=[f -][ -]birth)|(?<=fbirth)|[ -]*da)"),
}
"""In every word of the patterns of birth is one of these, and fits what stands beside it; a blank may stand for many.

Each pattern begins with what is looked for, so that the rest is passed over fast.
"""
_CAMEL = re.compile(rb"B(?<=[a-z]B)(?:[Oo][Rr][Nn]|\.)")
"""A word of birth within another word, which only its capital tells: `childBorn`."""
_HOSPITAL = (b"mrn", b"hospital", b"record", b"case", b"ysbyty")
"""In every name of a hospital's number is one of these."""
_BIRTH_HEADINGS = (b"birth", b"dob", b"born", b"d.o.b", b"d/o/b", b"d o b", b"eni", b"anwyd", b"aned", b"genedigaeth")
_NAME_HEADINGS = tuple(
    b"name enw child baby infant patient pupil twin mother father parent carer family given mum dad".split()
    + b"plentyn babi claf disgybl mam tad".split()
)
"""In every heading of a column of names is one of these."""
_HEADING = re.compile(rb"[^0-9\n|;,]*[|;,][^0-9\n]*|[^0-9\n]{1,60}")
_ABOVE = 1000
"""Bytes above a line with a date in which its headings end: they, and lines of signs between."""
_UNSAID = bytes(code for code in range(128) if not chr(code).isalnum())
"""What says nothing at the end of a line of headings, and in lines of signs below it."""
_ISO = b"0000-00-00"
_YEARS = (b"0000", b"-00", b" 00")
"""What the year of a date looks like, or the day where the year is the first."""
_MONTHS = tuple(
    b"jan feb mar apr may jun jul aug sep oct nov dec ion chw maw ebr mai meh gor aws med hyd tac rha".split()
    + b"hwe faw fai feh fed och orf dac thac hag".split()
)


def maybe(data: bytes) -> bool:
    """Whether there may be something in these bytes: no for nearly every clean file, in a few microseconds."""
    if holds_digits(data, 10) or b"\\" in data:
        return True
    if b"&" in data and (b"&#" in data or b"&nbsp" in data):
        return True
    if not data.isascii():
        if _UNUSUAL.search(data.translate(None, _ASCII)):
            return True
        data = _DASH.sub(b"-", _BLANK.sub(b" ", data)).translate(None, _CONTINUED)
    if _CAMEL.search(data):
        return True
    plain = data.translate(_PLAIN).replace(_ISO, b"0000")
    if b"000000" in plain and names_hospital(plain):
        return True
    if b" " * _BLANKS in plain:
        return next(_words(plain), None) is not None
    if heads_columns(data):
        return True
    return any(_is_dated(plain, at) for at in _words(plain))


def holds_digits(data: bytes, number: int) -> bool:
    """Whether so many digits follow one another in these bytes, with any signs between them."""
    return b"0" * number in data.translate(_ZEROS, _SIGNS)


def names_hospital(lower: bytes) -> bool:
    """Whether a name of a hospital's number may stand in these bytes, in small letters."""
    return any(name in lower for name in _HOSPITAL)


def heads_columns(data: bytes) -> bool:
    """Whether the line above one with a date may be one of headings, for names and days of birth.

    There are few lines with dates in a file of ours, and many with a word of birth.
    """
    lines = data.lower().replace(b"\r", b"\n")
    plain = lines.translate(_PLAIN)
    looked: set[int] = set()
    for year in _YEARS:
        at = plain.find(year)
        while at >= 0:
            row, end = lines.rfind(b"\n", 0, at + 1), lines.find(b"\n", at + 1)
            if row > 0 and row not in looked:
                looked.add(row)
                if _may_head(_line_above(lines, row)):
                    return True
            at = plain.find(year, end) if end >= 0 else -1
    return False


def _line_above(lines: bytes, end: int) -> bytes:
    """The nearest line that says something and ends at this place or above, without signs at its end."""
    floor = max(0, end - _ABOVE)
    while end > floor:
        start = lines.rfind(b"\n", floor, end) + 1
        if line := lines[start:end].rstrip(_UNSAID):
            return line
        end = start - 1
    return b""


def _may_head(line: bytes) -> bool:
    """Whether a line, in small letters, may have a heading of names and one of days of birth, and no digits."""
    if b":" in line and not (b"," in line or b"|" in line or b";" in line):
        return False  # one heading, and what is said of it
    if not any(map(line.__contains__, _BIRTH_HEADINGS)) or not any(map(line.__contains__, _NAME_HEADINGS)):
        return False
    return _HEADING.fullmatch(line) is not None


def _words(plain: bytes) -> Iterator[int]:
    """Where a word of birth may stand: all places at which one does, and some more."""
    for word, pattern in _BIRTH.items():
        if word in plain:
            yield from (match.start() for match in pattern.finditer(plain))


def _is_dated(plain: bytes, word: int) -> bool:
    """Whether what may be a year stands near what may be a word of birth."""
    first, last = max(0, word - REACH_BACK - _SPARE), word + REACH + _SPARE
    for year in _YEARS:
        at = plain.find(year, first, last)
        while at >= 0:
            if _is_close(plain, at, year):
                return True
            at = plain.find(year, at + 1, last)
    return False


def _is_close(plain: bytes, at: int, year: bytes) -> bool:
    """Whether a word of birth stands near this year, with blanks counted as one, and whole words."""
    before, behind = plain[max(0, at - REACH - _SPARE) : at + 1], plain[at + 1 : at + REACH_BACK + _SPARE]
    near = b" ".join(before.split())[-REACH:] + b" ".join((b"0" + behind).split())[1:REACH_BACK]
    if year == b" 00" and not any(month in near for month in _MONTHS):
        return False
    return _words_of_birth().search(near) is not None


@cache
def _words_of_birth() -> re.Pattern[bytes]:
    """The words of birth, closer; compiled when first needed."""
    return re.compile(
        rb"dob|d[ -]o[ -]b|yddiad|of[ -]?birth|birth[ -]?da|(?<![a-z])(?:born|b-|n?g?eni|n?[gh]?anwyd|g?aned)"
    )


def personal(text: str) -> tuple[Personal, ...]:
    """All that is found in a text, in its order, none within another."""
    if not maybe(text.encode(errors="surrogatepass")):
        return ()
    from sharecheck.personal.search import search  # its patterns and lists take 30 ms to load, and most texts need none

    return search(text)


def masked(text: str) -> str:
    """A text with the letters and digits of each place that is found crossed out, as long as it was.

    What is crossed out may have been what hid a number beside it, so the text is looked at again until nothing is
    found; where that has no end in sight, all of it is crossed out.
    """
    for _ in range(_MAX_LOOKS):
        every = personal(text)
        if not every:
            return text
        parts, last = [], 0
        for found in every:
            parts += [text[last : found.start], crossed(text[found.start : found.end])]
            last = found.end
        text = "".join((*parts, text[last:]))
    return crossed(text) if personal(text) else text


def crossed(text: str) -> str:
    """A text with each letter and digit crossed out."""
    return "".join(MARK if sign.isalnum() else sign for sign in text)
