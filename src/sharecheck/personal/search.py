"""The search for data of a real person; what is found, and what is passed over, the package says."""

import re
from collections.abc import Iterator
from datetime import date

from sharecheck.personal import FAR, Personal

_GAP = (
    "(?:[ \u00a0\u2007\u2009\u202f]{0,2}(?:[-\u2010-\u2015\u2212][ \u00a0]?)?"
    r"|\\u(?:00[aA]0|20(?:0[79]|1[0-5]|2[fF])|2212))"  # the same, as JSON may write it
)
_TEN = re.compile(rf"(?<![0-9])([0-9]{{3}}){_GAP}([0-9]{{3}}){_GAP}([0-9]{{4}})(?![0-9])")
_SAID = re.compile(
    r"(?:nhs|chi|patient|h&c)(?:[ _-]?(?:number|num|no\.?|id|#))?[\"'`]?[\s:=#(_-]{0,4}[\"'`(]?$", re.IGNORECASE
)
_OTHER = re.compile(
    r"(?:\+[0-9 ()-]{0,6}|\(0\) ?|\b0044[ -]?"  # a telephone number of another country, or ours from there
    r"|\b(?:tel|telephone|phone|mobile|fax|call|ring)(?:[ _-]?(?:number|no\.?))?[\"']?[\s:=]{0,3}[\"']?"
    r"|\bisbn(?:-10)?[\"']?[\s:=]{0,3}[\"']?"
    r"|[0-9][.,]|[a-z]"  # behind a point or right behind a letter
    r"|\bhttps?://\S*)$",
    re.IGNORECASE,
)
_REFERENCE = re.compile(r"[A-Z]{2,}-$")
_BEHIND = re.compile(r"[A-Za-z]|[.,][0-9]")
_PUPIL = re.compile(r"(?<![0-9A-Za-z])([A-HJ-NP-RT-Z])([0-9]{11})([0-9A-HJ-NP-RT-Z])(?![0-9A-Za-z])", re.IGNORECASE)
_PUPIL_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"
_BEFORE = 60
"""Characters before a number that are looked at to see what it is."""

_MONTH = "(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]{0,6}"
_DAY = (
    r"(?<![0-9])(?:(?:19|20)[0-9]{2}[-/.][0-9]{1,2}[-/.][0-9]{1,2}|[0-9]{1,2}[-/.][0-9]{1,2}[-/.](?:(?:19|20)[0-9]{2}|[0-9]{2})"
    rf"|[0-9]{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH},? (?:19|20)[0-9]{{2}})(?![0-9])"
)
_BIRTH = r"(?<![a-z])(?:d\.o\.b\.?|dob|date[ _-]of[ _-]birth|birth[ _-]?da(?:te|y)|born)(?![a-z])"
_BORN = re.compile(
    rf"{_BIRTH}[\"'`)]?[\s:=(,]{{0,4}}(?:on |is |was )?[\"'`(]?(?P<after>{_DAY})"
    rf"|(?P<before>{_DAY})[\"'`)]?[\s,(]{{0,3}}{_BIRTH}",
    re.IGNORECASE,
)
_BIRTH_WORD = re.compile("born|birth|dob|d\\.o\\.b", re.IGNORECASE)
_WORD = "[A-Z][a-z]+(?:['’-][A-Z]?[a-z]+)?"
_NAME = re.compile(rf"\b{_WORD}(?: [A-Z]\.?)? (?:(?:van|de|von|al|ap|ab) )?(?:Mc|Mac|O['’])?{_WORD}\b")
_NAME_KEY = re.compile(
    r"^[\s{\[\"'-]*"
    r"(?:(?:first|given|fore|last|family|sur|full|child|baby|patient|pupil|mother|father|parent)[ _-]?(?:s[ _-])?names?"
    r"|name|child|baby|pupil|patient)"
    r"[\"']?\s*:\s*[\"']?([A-Z][a-z'’-]+(?: [A-Z][A-Za-z'’-]+)*)[\"']?\s*,?\s*$",
    re.IGNORECASE | re.MULTILINE,
)
_BODY = re.compile(
    r"\b(?:act|agreement|authority|board|care|centre|centres|children|clinic|committee|community|council|county|data|department|"
    r"early|family|framework|general|government|guidance|guide|health|hospital|hospitals|hub|information|local|maternity|"
    r"midwife|midwifery|ministry|national|northern|nurse|nursery|office|officer|order|partnership|practice|practices|"
    r"protocol|public|record|records|register|regulations|royal|school|schools|section|service|services|sharing|social|"
    r"special|standard|system|team|the|trust|university|visitor|visiting|ward|year|years|born|date|birth|children's|january|"
    r"february|march|april|may|june|july|august|september|october|november|december|"
    r"borough|district|executive|families|healthy|hearing|kingdom|personal child|programme|red book|region|review|spot|"
    r"start|term|therapy|unique pupil|(?:north|south|east|west|mid) wales)\b",
    re.IGNORECASE,
)
_NEAR = 60
"""Characters of the same line between a date of birth and a name."""


def search(text: str) -> tuple[Personal, ...]:
    """All that is found in a text, in its order, none within another."""
    found = sorted((*_nhs_numbers(text), *_pupil_numbers(text), *_birth_dates(text)))
    kept: list[Personal] = []
    for one in found:
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return tuple(kept)


def _nhs_numbers(text: str) -> Iterator[Personal]:
    for match in _TEN.finditer(text):
        digits = "".join(match.groups())
        if _is_nhs_number(digits) and not _is_other(text, match.start(), match.end(), digits):
            yield Personal(match.start(), match.end(), "nhs-number")


def _is_nhs_number(digits: str) -> bool:
    """Modulus 11: each of the nine digits times 10 to 2, the tenth makes it whole. Ten zeros are nobody's."""
    weighed = sum(int(digit) * weight for digit, weight in zip(digits, range(10, 0, -1), strict=True))
    return weighed % 11 == 0 and digits != "0" * 10


def _is_other(text: str, start: int, end: int, digits: str) -> bool:
    """Whether a number is plainly something else: see above."""
    before = text[max(0, start - _BEFORE) : start].rpartition("\n")[2]
    if _SAID.search(before):
        return False
    return bool(_OTHER.search(before) or _REFERENCE.search(before) or _BEHIND.match(text, end) or _is_hour(digits))


def _is_hour(digits: str) -> bool:
    """Year, month, day and hour: `2026112209`."""
    try:
        date(int(digits[:4]), int(digits[4:6]), int(digits[6:8]))
    except ValueError:
        return False
    return digits[:2] in ("19", "20") and int(digits[8:]) < 24


def _pupil_numbers(text: str) -> Iterator[Personal]:
    for match in _PUPIL.finditer(text):
        last = match[3].upper()
        value = int(last) if last.isdecimal() else _PUPIL_LETTERS.index(last)
        weighed = sum(int(digit) * weight for weight, digit in enumerate(match[2], 2)) + value * 13
        if _PUPIL_LETTERS[weighed % 23] == match[1].upper():
            yield Personal(match.start(), match.end(), "pupil-number")


def _birth_dates(text: str) -> Iterator[Personal]:
    """Dates of birth and the names beside them, each for itself."""
    for match in _born(text):
        start, end = match.span("after" if match["after"] else "before")
        for name in _names(text, *match.span()):
            yield Personal(*name, "name")
            yield Personal(start, end, "birth-date")


def _born(text: str) -> Iterator[re.Match[str]]:
    """Words of birth with a date beside them, looked for around each such word: dates are slow to look for."""
    last = 0
    for word in _BIRTH_WORD.finditer(text):
        while word.end() > last and (match := _near(text, max(last, word.start() - FAR), word.end() + FAR)):
            last = match.end()
            yield match


def _near(text: str, start: int, end: int) -> re.Match[str] | None:
    """The first one in a part of the text; further on where what stands behind the part could change it."""
    match = _BORN.search(text, start, end)
    while match and match.end() == end < len(text):
        end += FAR
        match = _BORN.search(text, start, end)
    return match


def _names(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The names near a date of birth: in its line, or behind a key in the two lines before and after it."""
    first, last = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    last = len(text) if last < 0 else last
    here = max(first, start - _NEAR)
    beside = (*_NAME.finditer(text, here, start), *_NAME.finditer(text, end, min(last, end + _NEAR)))
    yield from (one.span() for one in beside if not _BODY.search(one[0]))
    above, below = first, last
    for _ in range(2):
        above = text.rfind("\n", 0, max(above - 1, 0)) + 1
        below = text.find("\n", min(below + 1, len(text)))
        below = len(text) if below < 0 else below
    around = (*_NAME_KEY.finditer(text, above, first), *_NAME_KEY.finditer(text, last, below))
    yield from (one.span(1) for one in around if not _BODY.search(one[1]))
