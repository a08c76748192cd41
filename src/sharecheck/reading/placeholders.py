"""What only keeps a place: `...`, `TBC`, `N/A`, `[insert text here]`. One register, and one answer for every key."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple
from unicodedata import normalize

from ryaml import loads  # type: ignore[attr-defined]  # it says `import a` for `import a as a`

from sharecheck.reading.phrases import slip

REGISTER = Path(__file__).parent.parent / "standards" / "placeholders.yaml"
"""The register, as data."""

LONGEST = 100
"""Characters of a text that can keep a place: who writes more has said something, but for `lorem ipsum`."""

_AROUND = " \t\n\r\"'`“”‘’*_~#=|.,;:!?…-–—•·()£€☐☑☒□✓✔✗✘"
"""What may stand around a text and says nothing."""
_TEMPLATE = re.compile(r"\[[^\[\]]*\]|<[^<>]*>|\{\{?[^{}]*\}?\}|«[^«»]*»|\$[A-Z_]+|\$\{\w+\}|%[A-Z_]+%")
"""A gap of a template that nobody filled in."""
_RESIDUE = re.compile(
    r"[\[<{«]\s*(?:please )?(?:insert|enter|type|add|name of|date of|your|rhowch|mewnosod\w*)\b", re.IGNORECASE
)
"""A gap of a template within a text."""
_BETWEEN = re.compile(r"[,;:/|()☐☑☒□]+|\s[-–—]+\s|\band\b|\ba\b")
_WORD = re.compile(r"i'w|[a-z]+")
_NOW = re.compile(
    r"^(?:(?:this|it|is|are|currently|now|still|yet)\s+){1,4}(?=(?:being|under|in|to|a?waiting|pending)\b)"
)
"""What may come before a form: `currently under review`, `this is yet to be agreed`."""
_SLIP = re.compile(r"(?:2|t[oi]|yet to) be ([a-z]{7,})")
"""`to be confimed`: one slip of the pen in a long word."""
_CROSSES = re.compile(r"(?=.*xx)[x /.:-]+")


def says_nothing(text: str, label: bool = False) -> bool:
    """Whether a text says nothing yet, but only keeps a place.

    A `label`, such as a version or a title, may say `draft`, and it may be one word of a form.
    """
    if len(text) > LONGEST:
        return text.lstrip(_AROUND).lower().startswith("lorem ipsum") or bool(_RESIDUE.search(text[:4000]))
    return _says_nothing(text, label)


def keeps_place_of_id(id: str) -> bool:
    """Whether an id only keeps a place, such as `tbc` and `to-be-confirmed`; one may be called `example` or `na`."""
    text = id.replace("-", " ")
    return text in _register().later or has_form(text) or bool(_CROSSES.fullmatch(text))


def keeps_place_of_value(text: str) -> bool:
    """Whether a text keeps the place of what is no text, such as a day or a block of keys: `yes` may mean `true`."""
    return text != "" and says_nothing(text) and text.casefold().strip(_AROUND) not in _register().ticked


def is_decision(text: str) -> bool:
    """Whether a text says only that somebody decided: no clause, and still a reason."""
    return text.casefold().strip(_AROUND) in _register().decided


@lru_cache(4096)
def _says_nothing(text: str, label: bool) -> bool:
    if not any(sign.isalnum() for sign in text):
        return True
    if _TEMPLATE.fullmatch(text.strip(_AROUND)) or _RESIDUE.search(text):
        return True
    plain = " ".join(normalize("NFC", _TEMPLATE.sub(" somebody ", text)).casefold().replace("’", "'").split())
    return _keeps_a_place(plain, label)


def _keeps_a_place(text: str, label: bool) -> bool:
    """Whether a text, in small letters, is of the register, or all parts of it are."""
    text = _NOW.sub("", text.strip(_AROUND))
    if _is_registered(text, label) or text.startswith("lorem ipsum") or _CROSSES.fullmatch(text):
        return True
    parts = [part.strip(_AROUND) for part in _BETWEEN.split(text)]
    parts = [part for part in parts if part]
    return len(parts) > 1 and all(_is_registered(part, label) for part in parts)


def _is_registered(text: str, label: bool) -> bool:
    register = _register()
    if text in register.alone or (not label and text in register.unfinished):
        return True
    if (near := _SLIP.fullmatch(text)) and slip(near[1], register.to_be):
        return True
    return has_form(text)


def has_form(text: str) -> bool:
    """Whether a text, in small letters, has a form that says that something is to come.

    A form is compiled, and kept by `re`, when a text first has one of its words: to compile all would take 10 ms.
    """
    forms, words = forms_by_word(), set(_WORD.findall(text))
    candidates = dict.fromkeys(form for word in words for form in forms.get(word, ()))
    return any(re.fullmatch(form, text) for form, also in candidates if also is None or also & words)


@dataclass(frozen=True, slots=True)
class _Register:
    """Texts that say nothing, in small letters; `later` says that something is to come."""

    alone: frozenset[str]
    later: frozenset[str]
    ticked: frozenset[str]
    decided: frozenset[str]
    unfinished: frozenset[str]
    to_be: frozenset[str]


@cache
def _register() -> _Register:
    lists = _lists()
    alone = (*lists["later"], *lists["samples"], *lists["without_reason"], *lists["ticked"])
    names = ("later", "ticked", "decided", "unfinished", "to_be")
    return _Register(frozenset(alone), *(frozenset(lists[name]) for name in names))


@cache
def _lists() -> Mapping[str, Sequence[str]]:
    """The lists of the register."""
    lists: dict[str, list[str]] = loads(REGISTER.read_text(encoding="utf-8"))
    return lists


class Form(NamedTuple):
    """The pattern of texts that say that something is to come, and words of which one is in each of them, if any."""

    pattern: str
    also: frozenset[str] | None = None


@cache
def forms_by_word() -> Mapping[str, Sequence[Form]]:
    """The patterns of texts that say that something is to come, put together from the lists.

    Each stands under words of which one is in every text that fits, and may name a list of which one is in it as
    well: a text is held against few of them.
    """
    lists = _lists()
    soon = f"(?: {_any(lists['soon'])})?"
    before = r"(?:(?:the |this |all )?[a-z]{3,20} (?:is |are |details )?)?(?:still |yet )?"
    number = r"(?: (?:no\.? ?)?[a-z0-9]{1,3}(?:\.[0-9]{1,3})*)?"
    pointer = f"{_any(lists['pointers'])}{number}"
    whose = _any(lists["whose"])
    where = r"(?: (?:attached|above|below|online|on (?:the |our )?(?:website|intranet)))?"
    adjectives = _any(("the", "a", "your", "relevant", "appropriate", "local", "full", "some", "y", "yr", "eich"))
    decider = rf"(?:(?!within\b|each\b|every\b)[a-z]+ ){{0,3}}{_any(lists['deciders'])}"
    when = r"(?: (?:meeting|board|in|on|at|by|from|the|next|early|late|spring|summer|autumn|winter|q[1-4]|20[0-9]{2}"
    when += r"|january|february|march|april|may|june|july|august|september|october|november|december)){0,4}"
    soonest = r"(?:awaiting|waiting (?:for|on)|pending|(?:yn )?aros am|(?:yn )?disgwyl)"
    asks = "check ask query confirm clarify discuss raise fao"
    reached = ("known", "available", "signed", "in post")
    forms = (
        ("be", rf"{before}(?:to|will) be {_any(lists['to_be'])}{soon}"),
        (
            "be",
            rf"{before}(?:to|will) be {_any(lists['settled'])} "
            rf"(?:at|by|with|between|among|in|after|following) {decider}{when}",
            "deciders",
        ),
        (
            "be",
            rf"{before}(?:to|will) be {_any(lists['to_be'])} (?:once|when|after|following|pending) "
            rf"(?:[a-z]+ ){{0,3}}{_any((*lists['awaited'], *lists['to_be'], *reached))}",
        ),
        ("yet", rf"not yet {_any(lists['to_be'])}|not {_any(lists['to_be'])} yet"),
        (_heads(lists["settles"]), rf"{decider} (?:is |are )?to {_any(lists['settles'])}", "deciders"),
        (_heads(lists["next"]), rf"with (?:the |our )?{decider} for (?:[a-z]+ )?{_any(lists['next'])}", "deciders"),
        ("legal ig dpo " + _heads(lists["next"]), rf"with (?:the |our )?(?:legal|ig|dpo)|for {_any(lists['next'])}"),
        ("i'w", rf"{before}i'w {_any(lists['to_be_welsh'])}{soon}(?: (?:gan|gyda|yn) .{{1,30}})?"),
        ("tbc tbd tba todo fixme", r"(?:tbc|tbd|tba|todo|fixme)\b(?!.*\bwithin\b).{0,50}"),
        ("tbc tbd tba follow", r"(?:[a-z]{2,20} ){1,4}(?:tbc|tbd|tba|to follow)"),
        ("awaiting waiting pending aros disgwyl", rf"{soonest}(?: from)? {decider}{when}", "deciders"),
        (
            "awaiting waiting pending subject aros disgwyl",
            rf"(?:{soonest}|subject to)(?: [a-z-]+){{0,3}} "
            rf"{_any(lists['awaited'])}(?: (?:from|by|of|y|yr|gan) .{{1,40}})?",
            "awaited",
        ),
        (
            "see refer as per cf gweler cyfeiriwch fel",
            r"(?:please )?(?:see|refer to|as per|as in|as set out in|as|per|cf|gweler|cyfeiriwch at|fel yr)"
            rf"(?: (?:{whose}|health board|attached))* {pointer}(?:,? (?:and|or|&) {pointer})*{where}",
            "pointers",
        ),
        ("attached above below", rf"{_any(lists['pointers'])} (?:attached|above|below)"),
        (
            "confirm advise",
            rf"(?!(?:the|all|each|every|both|any)\b)(?:(?!{_any(lists['people'])}\b)[a-z.'-]+ ){{1,2}}"
            r"to (?:confirm|advise)",
        ),
        ("action actions", rf"actions?(?: for| by| with| on)?\W+(?:the )?{decider}", "deciders"),
        (asks, rf"(?:to )?{_any(asks.split())}(?: with)? (?:the )?{_any(lists['deciders'])}", "deciders"),
        ("being", rf"(?:still )?being {_any(lists['to_be'])}"),
        (
            "be",
            rf"{before}to be (?:completed|populated|filled in|inserted|provided|supplied) by (?:the |our )?"
            r"(?:ig|dpo|data protection officer|information governance|legal|solicitors?)(?: lead| team| services)?",
        ),
        (
            "with according following unol",
            rf"(?:in (?:line|accordance) with|according to|following|yn unol â)(?: {whose})* {pointer}",
            "pointers",
        ),
        (
            "please",
            r"please (?:complete|describe|state|specify|list|tick|select|choose|explain|delete)"
            r"(?: (?:this section|here|below|one|an item|as appropriate|as applicable|where appropriate))?",
        ),
        (
            "insert enter type add provide complete describe give state specify list fill rhowch mewnosodwch nodwch",
            r"(?:please )?(?:insert|enter|type|add|provide|complete|describe|give|state|specify|list|fill in|rhowch"
            r"|mewnosodwch|nodwch)"
            rf"(?: {adjectives})* {_any(lists['asked_for'])}(?: here| yma)?",
            "asked_for",
        ),
        (
            "click choose select",
            r"click(?: or tap)?(?: here)? to (?:enter|add|insert) .{1,30}|choose an item|select an option",
        ),
        ("cliciwch", r"cliciwch .{0,20}i (?:roi|nodi|fewnosod) .{1,30}"),
    )
    by_word: dict[str, list[Form]] = {}
    for words, pattern, *named in forms:
        form = Form(pattern, frozenset(_heads(lists[named[0]]).split()) if named else None)
        for word in words.split():
            by_word.setdefault(word, []).append(form)
    return by_word


def _heads(phrases: Iterable[str]) -> str:
    """The first word of each of some phrases."""
    return " ".join(_WORD.findall(phrase)[0] for phrase in phrases)


def _any(words: Iterable[str]) -> str:
    return f"(?:{'|'.join(map(re.escape, sorted(words, key=len, reverse=True)))})"
