"""The forms that text can have in the files: names, dates, durations; and what somebody meant who wrote another."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from unicodedata import combining, normalize

from sharecheck.model.base import DURATION_PATTERN
from sharecheck.reading.dates import day, has_zone, is_sure
from sharecheck.reading.pasted import plain
from sharecheck.reading.phrases import quoted
from sharecheck.reading.placeholders import says_nothing
from sharecheck.schema import Schema


@dataclass(frozen=True, slots=True)
class Form:
    """A form of text."""

    wanted: str
    """What to write, with an example."""
    noun: str
    """What a wrong text is not."""
    meant: Callable[[str], str | None]
    """The right text that somebody meant, where that can be told."""
    rule: str = ""
    """What such a text may hold, where its author can have a reason for another one."""

    def refuses(self, subject: str, text: str) -> str:
        """What is wrong with a text."""
        return f"{subject} is {quoted(text)}, which is not {self.noun}"

    def help(self, text: str) -> str:
        """What to type instead."""
        value = plain(text[:100])
        if is_open(text):
            return "leave the key out until it is agreed, or write `...`"
        if meant := self.meant(value):
            return f"did you mean {quoted(meant)}?{self.rule}"
        if self.meant is day and has_zone(value):
            return "write the day alone, such as `2027-03-31`: which day this was hangs on the time zone"
        return f"write {self.wanted}"


def is_open(text: str) -> bool:
    """Whether a text only keeps the place of what is not agreed yet."""
    return says_nothing(plain(text[:100]))


YES_OR_NO = {"yes": "true", "no": "false", "true": "true", "false": "false"}
"""What people write for `true` and `false`."""


def form_of(schema: Schema) -> Form:
    """The form that a schema asks of a text."""
    return FORMS.get(schema.get("pattern", ""), _OTHER if "pattern" in schema else _TEXT)


def is_meant_as(schema: Schema, text: str) -> bool:
    """Whether a text has the form."""
    return "pattern" not in schema or bool(re.fullmatch(schema["pattern"].removesuffix("$"), text))


def meant_surely(schema: Schema, text: str) -> tuple[str | None, bool]:
    """The right text that somebody meant, and whether no other can have been meant."""
    form, text = form_of(schema), plain(text[:100])
    meant = None if says_nothing(text) else form.meant(text)
    if meant is None or not is_meant_as(schema, meant):
        return None, False
    if form.meant is day:
        return meant, is_sure(text.strip())
    if form.meant is _duration:
        return meant, not re.fullmatch(r"[0-9]+M", text.strip(), re.IGNORECASE)  # months, or minutes
    if form.meant is _paragraph:
        return (
            (meant, True) if re.fullmatch(r"para(graph)?[ .-]*[0-9]{1,2}[a-z]?", text, re.IGNORECASE) else (None, False)
        )
    if form.meant is _name:
        sure = _sure_name(text)
        # a sign within a name may stand for a letter, and one within a number for a digit
        return (meant, sure) if sure or _NEARLY.fullmatch(text) else (None, False)
    return meant, True


_NEARLY = re.compile(r"[^\W\d_][^\W\d_ '’&().,/-]*(?:[ &().,/-]+[^\W\d_'’]+)*")
"""Words with signs between them."""


def _sure_name(text: str) -> bool:
    """Whether only capitals, accents, spaces and underscores tell a text from a name.

    In `booki ng-to-gp` the space is a slip: who writes hyphens and no capitals does not write spaces.
    """
    words = re.fullmatch(r"[^\W_](?:[\w -]|['’](?=s\b))*(?<![\W_])", text)
    return bool(words) and not ("-" in text and " " in text and text == text.lower())


def _name(text: str) -> str | None:
    letters = "".join(letter for letter in normalize("NFKD", text.casefold()) if not combining(letter))
    name = re.sub(r"[^a-z0-9]+", "-", re.sub("['’]", "", letters)).strip("-")
    return name or None


_WORKING_DAYS = re.compile(r"([0-9]{1,3})\s*(?:working|business|w/)[ -]*days?", re.IGNORECASE)


def working_days(text: str) -> int | None:
    """The number of working days that a text states: `5 working days`."""
    match = _WORKING_DAYS.fullmatch(plain(text[:100]).strip())
    return int(match[1]) if match and int(match[1]) <= 366 else None


_SPAN = re.compile(r"([0-9]{1,4})\s*(minute|min|hour|hr|h|day|d|week|wk|w|month|year|yr|y)s?", re.IGNORECASE)
_UNITS = {"m": "PT{}M", "h": "PT{}H", "d": "P{}D", "w": "P{}W", "y": "P{}Y", "month": "P{}M"}


def _duration(text: str) -> str | None:
    text = text.strip()
    if match := _SPAN.fullmatch(text):
        unit = match[2].lower()
        return _UNITS.get(unit, _UNITS[unit[0]]).format(int(match[1]))
    for guess in (text.upper(), re.sub(r"^PT?", "PT", text.upper()), f"P{text.upper()}"):
        if re.fullmatch(DURATION_PATTERN.removesuffix("$"), guess):
            return guess
    return None


def _paragraph(text: str) -> str | None:
    match = re.search(r"([0-9]{1,2}[a-z]?)\)?$", text.lower())
    return f"paragraph-{match[1]}" if match else None


def _nothing(text: str) -> None:
    return None


_DURATION = Form(
    "a duration such as `P5D` (5 days), `P2W` (2 weeks), `P1M` (a month) or `PT36H` (36 hours)", "a duration", _duration
)
_TEXT = Form("text", "text", _nothing)
_OTHER = Form("it as the format says", "written as it has to be", _nothing)
FORMS = {
    r"^[a-z0-9]+(-[a-z0-9]+)*$": Form(
        "a name of lower-case letters, digits and hyphens, such as `health-visiting`",
        "a name",
        _name,
        " (a name has lower-case letters from a to z, digits and hyphens)",
    ),
    r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$": Form("a date such as `2027-03-31`", "a date", day),
    r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$": Form(
        "a day, a month or a year: `2027-03-31`, `2027-03` or `2027`", "a date", day
    ),
    r"^paragraph-[0-9]{1,2}[a-z]?$": Form("a paragraph such as `paragraph-2`", "a paragraph", _paragraph),
    DURATION_PATTERN: _DURATION,
}
"""By the pattern in the schema; a test says that every pattern has its words here."""
