"""Mistakes in the text of a file, whatever it is about."""

import re
from random import Random

from tools.mistakes.mistake import GONE, in_text

UNUSED = "in a clean area there is nothing for it to leave out"
_WITHIN = re.compile(r"^( +)within: (\S+)$", re.MULTILINE)


@in_text("DOC02", **GONE)
def tab_instead_of_spaces(text: str, _: Random) -> str | None:
    """A line is moved to the right with the tab key."""
    return _once(r"^    (\w+: )", "\t\\1", text)


@in_text("DOC02", **GONE)
def colon_without_quotes(text: str, _: Random) -> str | None:
    """A sentence with a colon in it stands without quotes."""
    return _once(r"^title: .*$", "title: For health visitors: what they should know", text)


@in_text("DOC02", **GONE)
def bracket_not_closed(text: str, _: Random) -> str | None:
    """A bracket is opened and not closed."""
    return _once(r"^(    when: \{.*)\}$", r"\1", text)


@in_text("DOC01", **GONE)
def saved_as_latin_1(text: str, _: Random) -> str | None:
    """An old editor saves a name with an accent in its own encoding."""
    return _once(r"^title: ", "title: Caf\udce9, ", text)


@in_text("DOC03", **GONE)
def kind_misspelt(text: str, _: Random) -> str | None:
    """The first key says `protocoll/1`."""
    return _once(r"^sharecheck: protocol/1$", "sharecheck: protocoll/1", text)


@in_text("DOC04", **GONE)
def key_twice(text: str, chance: Random) -> str | None:
    """A time limit is changed by adding a line, and the old one stays."""
    return _some(_WITHIN, r"\1within: \2\n\1within: P14D", text, chance)


@in_text("DOC05", **GONE)
def anchor_and_alias(text: str, _: Random) -> str | None:
    """What stands twice is written once, with an anchor and an alias."""
    found = list(_WITHIN.finditer(text))
    if len(found) < 2:
        return None
    one, two = found[0], found[1]
    return (
        f"{text[: one.start()]}{one[1]}within: &limit {one[2]}{text[one.end() : two.start()]}"
        f"{two[1]}within: *limit{text[two.end() :]}"
    )


@in_text("DOC06", **GONE)
def key_misspelt(text: str, chance: Random) -> str | None:
    """`witihn` is written for `within`."""
    return _some(_WITHIN, r"\1witihn: \2", text, chance)


@in_text("DOC06", **GONE)
def limit_in_words(text: str, chance: Random) -> str | None:
    """A time limit is written in words: `within: 5 days`."""
    return _some(_WITHIN, r"\1within: 5 days", text, chance)


@in_text("DOC06", **GONE)
def day_that_is_none(text: str, _: Random) -> str | None:
    """The review is set for 31 September."""
    return _once(r"^review: .*$", "review: 2027-09-31", text)


@in_text("DOC06", **GONE)
def version_without_quotes(text: str, _: Random) -> str | None:
    """The version stands without quotes, so that 1.10 becomes 1.1."""
    return _once(r"^version: .*$", "version: 1.10", text)


@in_text("DOC07", **GONE)
def nhs_number_left_behind(text: str, _: Random) -> str | None:
    """The number of a child, one for tests, is left behind in a comment."""
    return _once(r"^(flows:)$", r"# look into 999 000 0018, who was missed\n\1", text)


@in_text("DOC07", **GONE)
def child_left_behind(text: str, _: Random) -> str | None:
    """The name and the date of birth of a child are left behind in a comment."""
    return _once(r"^(flows:)$", r"# as for Mary Example, born 12/03/2023\n\1", text)


@in_text("DOC11", DOC13=UNUSED)
def exception_without_a_reason(text: str, _: Random) -> str | None:
    """A finding is silenced, and nobody says why."""
    return _once(r"^flows:$", "flows:  # sharecheck: ignore[TIM01]", text)


@in_text("DOC12", DOC13=UNUSED)
def exception_that_ran_out(text: str, _: Random) -> str | None:
    """An exception was agreed until a day that has passed."""
    return _once(r"^flows:$", "flows:  # sharecheck: ignore[TIM01] agreed by the board, until 2020-03-31", text)


@in_text("DOC13")
def exception_for_nothing(text: str, _: Random) -> str | None:
    """What an exception was for was mended, and the exception stays."""
    return _once(r"^flows:$", "flows:  # sharecheck: ignore[TIM01] agreed by the board", text)


@in_text("DOC08", STR="what other files name is described here", **GONE)
def first_line_deleted(text: str, _: Random) -> str | None:
    """The line that says what the file is gets lost."""
    return _once(r"^sharecheck: .*\n", "", text)


def _once(pattern: str, new: str, text: str) -> str | None:
    """The text with the first match of a pattern replaced; None where there is none."""
    made, times = re.subn(pattern, new, text, count=1, flags=re.MULTILINE)
    return made if times else None


def _some(pattern: re.Pattern[str], new: str, text: str, chance: Random) -> str | None:
    """The same, with one of the matches."""
    found = list(pattern.finditer(text))
    if not found:
        return None
    one = chance.choice(found)
    return f"{text[: one.start()]}{one.expand(new)}{text[one.end() :]}"
