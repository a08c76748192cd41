"""Other numbers of children in the view of a text: unique pupil and learner numbers, and those of a hospital."""

import re
from collections.abc import Iterator

from sharecheck.personal.labels import label
from sharecheck.personal.numbers import Stretch

_BEFORE = 80
"""Characters before a number that are looked at to see what it is."""
_AHEAD = 110
"""Characters behind its name in which a number is looked for."""
_W = r"[\W_]{0,3}"
_GROUP = re.compile(r"[0-9]+")
_PUPIL_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"
_PUPIL = re.compile(
    rf"(?<![0-9A-Z])(?<!(?<![^\W\d_])[a-z])([{_PUPIL_LETTERS}])([0-9]{{11}})([0-9{_PUPIL_LETTERS}])(?![0-9A-Z])"
    rf"|(?<![0-9A-Za-z])([{_PUPIL_LETTERS.lower()}])([0-9]{{11}})([0-9{_PUPIL_LETTERS.lower()}])(?![0-9A-Za-z])"
)
_PUPIL_LABEL = re.compile(
    rf"upn|unique{_W}pupil{_W}(?:number|no|id|ref)|rhif{_W}(?:y{_W})?disgybl|pupil(?:['’]?s)?{_W}(?:number|no|id|ref)",
    re.IGNORECASE,
)
_PUPIL_ANYHOW = re.compile(
    r"([A-HJ-NP-RT-Z])((?:[\W_]{0,4}[0-9]){11})[\W_]{0,4}([0-9A-HJ-NP-RT-Z])(?![0-9A-Za-z])", re.IGNORECASE
)
_LEARNER = re.compile(
    rf"(?<![^\W\d_])(?:uln|unique{_W}learner{_W}(?:number|no|id|ref)|learner(?:['’]?s)?{_W}(?:number|no)"
    rf"|rhif{_W}(?:y{_W})?dysgwr(?:{_W}unigryw)?)(?![a-z])(?:{_W}(?:number|no|is|yw))?[\W_]{{0,6}}"
    r"(?P<number>[0-9](?:[\W_]{0,3}[0-9]){9})(?![0-9])",
    re.IGNORECASE,
)
_HOSPITAL = re.compile(
    rf"(?<![^\W\d_])(?:(?:hospital|medical{_W}record|case{_W}?note|ysbyty)(?:['’]?s)?{_W}(?:number|no|id)s?"
    rf"|rhif{_W}(?:yr{_W})?ysbyty|mrn)(?![a-z])\.?[\W_]{{0,4}}"
    r"(?:(?:is|yw|of (?:the )?(?:child|baby|mother))[\W_]{1,3})?"
    r"(?P<number>[a-z]{0,3}[1-9][0-9]{5,8}[a-z]?)(?![0-9a-z]|[-/][0-9]|[ ][0-9])",
    re.IGNORECASE,
)
"""Behind the name of a hospital's own number: six to nine digits, the first no nought, as that of a telephone is."""


def pupil_numbers(text: str) -> Iterator[Stretch]:
    """All unique pupil numbers: thirteen signs in a row, or beside their name in any form."""
    for match in _PUPIL.finditer(text):
        letter, digits, last = (part for part in match.groups() if part)
        if (
            _is_pupil_number(letter, digits, last)
            and label(text[max(0, match.start() - _BEFORE) : match.start()]) != "other"
        ):
            yield match.span()
    for name in _PUPIL_LABEL.finditer(text):
        for match in _PUPIL_ANYHOW.finditer(text, name.end(), name.end() + _AHEAD):
            if _is_pupil_number(match[1], "".join(_GROUP.findall(match[2])), match[3]):
                yield match.span()


def _is_pupil_number(letter: str, digits: str, last: str) -> bool:
    """Modulus 23: the digits times 2 to 12, and the last sign times 13, give the letter."""
    value = int(last) if last.isdecimal() else _PUPIL_LETTERS.index(last.upper())
    weighed = sum(int(digit) * weight for weight, digit in enumerate(digits, 2)) + value * 13
    return _PUPIL_LETTERS[weighed % 23] == letter.upper()


def learner_numbers(text: str) -> Iterator[Stretch]:
    """All unique learner numbers beside their name: nine digits times 10 to 2, the last makes the sum 10 modulo 11."""
    for match in _LEARNER.finditer(text):
        digits = "".join(_GROUP.findall(match["number"]))
        weighed = sum(int(digit) * weight for digit, weight in zip(digits, range(10, 1, -1), strict=False))
        if weighed % 11 and 10 - weighed % 11 == int(digits[9]) and len(set(digits)) > 1:
            yield match.span("number")


def hospital_numbers(text: str) -> Iterator[Stretch]:
    """All numbers by which a hospital knows somebody, beside their name; they have no check digit."""
    yield from (match.span("number") for match in _HOSPITAL.finditer(text))
