"""What looks like data of a real person: where it stands in a text, and the text without it.

A protocol is metadata, and never needs such data. Found are

* **NHS numbers**: ten digits in the form 943 476 xxxx, with spaces, dashes or nothing between, whose last digit is the
  check digit of the ten (modulus 11). Also those from 999 on, which were set aside for tests: nothing here needs them,
  and nobody can see that they are for tests.
* **Unique pupil numbers**: a letter, eleven digits, and a digit (or a letter, where it is temporary), whose first
  letter is the check letter (modulus 23).
* **Dates of birth beside a name**: a whole date beside a word such as `born` or `date of birth`, and within a line or
  two of it a given and a family name, or a key such as `surname`.

One number in eleven passes modulus 11 by chance, so ten digits are passed over where they are plainly something else: a
telephone number (behind `+44`, `tel`, `fax`), a book (`ISBN`), a day and hour (`2026112209`), or a part of a longer
number, of an address of the web, or of a reference in capitals (`DPIA-0123456789`). A number that is said to be an NHS
number (`nhs`, `patient`) is found wherever it stands. Not found are numbers spelled out, written in digits other than 0
to 9, or broken over two lines; nor a name or a date that stands alone.
"""

from typing import Literal, NamedTuple

Sort = Literal["nhs-number", "pupil-number", "birth-date", "name"]


class Personal(NamedTuple):
    """Something that looks like data of a real person; offsets in code points, the end exclusive."""

    start: int
    end: int
    sort: Sort


MARK = "x"
"""Takes the place of each letter and digit, so that columns stay where they were."""
FAR = 60
"""Characters before and behind a word of birth in which its date is whole, if there is one."""
_ZEROS = bytes.maketrans(b"123456789", b"000000000")
_BETWEEN = b" -\xc2\xa0\xe2\x80\x87\x89\x90\x91\x92\x93\x94\x95\xaf\x88"
"""Bytes of the characters that may stand between the digits of a number."""
_BIRTH_WORDS = (
    b"born",
    b"dob",
    b"d.o.b",
    *(b"of" + gap + b"birth" for gap in (b" ", b"-", b"_")),
    *(b"birth" + gap + b"da" for gap in (b"", b" ", b"-", b"_")),
)
"""In every word of the patterns of birth is one of these."""


def maybe(data: bytes) -> bool:
    """Whether there may be something in these bytes: no for nearly every clean file, in a few microseconds."""
    if b"0000000000" in data.translate(_ZEROS, _BETWEEN) or (b"\\" in data and b"\\u" in data):
        return True
    lower = data.lower()
    return any(word in lower and _dated(lower, word) for word in _BIRTH_WORDS)


def _dated(data: bytes, word: bytes) -> bool:
    """Whether what may be the year of a date stands near a word that begins with this."""
    at = data.find(word)
    while at >= 0:
        end = at + len(word)
        if not data[at - 1 : at].isalpha():
            near = data[max(0, at - FAR) : end + FAR].translate(_ZEROS)
            if b"0000" in near or b"/00" in near or b"-00" in near or b".00" in near:
                return True
        at = data.find(word, end)
    return False


def personal(text: str) -> tuple[Personal, ...]:
    """All that is found in a text, in its order, none within another."""
    if not maybe(text.encode(errors="surrogatepass")):
        return ()
    from sharecheck.personal.search import search  # its patterns take 5 ms to compile, and most texts need none

    return search(text)


def masked(text: str) -> str:
    """A text without what is found in it: as long as it was, the letters and digits of each place crossed out."""
    parts, last = [], 0
    for one in personal(text):
        parts += [text[last : one.start], crossed(text[one.start : one.end])]
        last = one.end
    return "".join((*parts, text[last:]))


def crossed(text: str) -> str:
    """A text with each letter and digit crossed out."""
    return "".join(MARK if sign.isalnum() else sign for sign in text)
