"""What every kind of document is made of: shapes, names, dates, durations. Shape only; meaning is for rules."""

import re
from datetime import date
from functools import cache
from typing import Annotated, Any, Literal, TypeAlias, TypeVar

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    StrictBool,
    StrictInt,
)
from pydantic_core import core_schema

from sharecheck.brief import brief_parts, brief_repr

T = TypeVar("T")


class Shape(BaseModel):
    """A frozen mapping with known keys; an unknown key is refused.

    Keys are written with hyphens in files (`if-refused`) and with underscores in Python (`if_refused`).
    Models are built when first used, so a run pays only for the kinds of document that it meets.
    """

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        defer_build=True,
        alias_generator=lambda name: name.rstrip("_").replace("_", "-"),
    )

    def __repr__(self) -> str:
        return brief_repr(self, *brief_parts((name, getattr(self, name)) for name in type(self).model_fields))

    def __str__(self) -> str:
        return repr(self)


class _LeftOut:
    """Optional means "may be left out", not "may be null"."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        schema = handler(source)
        while schema["type"] == "nullable":
            schema = schema["schema"]
        return schema


Maybe = Annotated[T | None, _LeftOut()]

Name = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=100)]
Text = Annotated[str, Field(min_length=1, max_length=4000)]
Flag = StrictBool
Count = Annotated[StrictInt, Field(ge=0, le=10_000_000)]

OneOrMany: TypeAlias = T | tuple[T, ...]


def many(value: T | tuple[T, ...] | None) -> tuple[T, ...]:
    """The values of a key that takes one or several."""
    if value is None:
        return ()
    return value if isinstance(value, tuple) else (value,)


class _IsoDate:
    """Written as text `2025-04-01`, in YAML as in JSON; the same verdict as the JSON Schema's `format: date`."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        text = core_schema.str_schema(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$")
        as_date = core_schema.simple_ser_schema("date")  # or dumping it warns that it is no text
        return core_schema.no_info_after_validator_function(date.fromisoformat, text, serialization=as_date)

    def __get_pydantic_json_schema__(
        self, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {**handler(schema), "format": "date"}


IsoDate = Annotated[date, _IsoDate()]

HOUR, DAY, WEEK = 1, 24, 168
MONTH, YEAR = 730.5, 8766.0  # a twelfth of 365.25 days, and 365.25 days
_DURATION = re.compile(
    r"P(?:(\d{1,3})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,5})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,6})M)?)?"
)
DURATION_PATTERN = (
    r"^P(([0-9]{1,3}Y([0-9]{1,4}M)?([0-9]{1,4}W)?([0-9]{1,5}D)?|[0-9]{1,4}M([0-9]{1,4}W)?([0-9]{1,5}D)?"
    r"|[0-9]{1,4}W([0-9]{1,5}D)?|[0-9]{1,5}D)(T([0-9]{1,6}H([0-9]{1,6}M)?|[0-9]{1,6}M))?"
    r"|T([0-9]{1,6}H([0-9]{1,6}M)?|[0-9]{1,6}M))$"
)


@cache
def _parts(duration: str) -> tuple[int, ...]:
    """Years, months, weeks, days, hours and minutes; the same few durations stand everywhere."""
    match = _DURATION.fullmatch(duration)
    assert match, duration
    return tuple(int(group or 0) for group in match.groups())


class Duration(str):
    """An ISO 8601 duration as its author wrote it: `P5D`, `PT36H`, `P1M`, `P8W`."""

    __slots__ = ()

    @property
    def parts(self) -> tuple[int, ...]:
        """Years, months, weeks, days, hours and minutes."""
        return _parts(self)

    @property
    def months(self) -> int:
        """Whole months, of which a year has twelve; `minutes` has the rest."""
        years, months, *_ = _parts(self)
        return years * 12 + months

    @property
    def minutes(self) -> int:
        """Minutes of what is neither months nor years."""
        _, _, weeks, days, hours, minutes = _parts(self)
        return (weeks * WEEK + days * DAY + hours) * 60 + minutes

    @property
    def hours(self) -> float:
        """Hours as an age: a month is 30.4375 days, a year 365.25."""
        years, months, weeks, days, hours, minutes = _parts(self)
        return years * YEAR + months * MONTH + weeks * WEEK + days * DAY + hours + minutes / 60

    @property
    def longest_hours(self) -> float:
        """Hours at the most, as a delay or a period: a month may have 31 days, and twelve months 366."""
        years, months = divmod(self.months, 12)
        return (years * 366 + months * 31) * DAY + self.minutes / 60

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        return core_schema.no_info_after_validator_function(cls, core_schema.str_schema(pattern=DURATION_PATTERN))


class WorkingDays(Shape):
    """A number of working days, Monday to Friday."""

    working_days: Annotated[StrictInt, Field(ge=0, le=366)]
    """How many working days."""

    @property
    def hours(self) -> float:
        """Hours as an age: as many as at the most."""
        return self.longest_hours

    @property
    def longest_hours(self) -> float:
        """Hours at the most: weekends are counted in, bank holidays are not."""
        return (self.working_days + 2 * -(-self.working_days // 5)) * DAY

    def __str__(self) -> str:
        return f"{self.working_days} working days"


Limit = Duration | WorkingDays
Nation = Literal["england", "wales"]
Form = Literal["coded", "structured", "free-text", "paper", "verbal"]
FORMS: tuple[Form, ...] = ("coded", "structured", "free-text", "paper", "verbal")
Weight = Literal["critical", "important", "useful"]
Strength = Literal["statute", "statutory-guidance", "national-standard", "guidance", "local-practice", "proposal"]
Verified = Literal["yes", "partly", "no"]


class Sourced(Shape):
    """A statement that names where it comes from and how far that was verified."""

    source: Maybe[OneOrMany[Name]] = None
    """Key of the source, in the register of sources (or several)."""
    strength: Maybe[Strength] = None
    """How strongly the source asks for it; `proposal` is our own."""
    verified: Maybe[Verified] = None
    """`yes`: read in the source itself. `partly`: a part, a copy, an older or another text. `no`: from memory."""
    note: Maybe[Text] = None
    """What a reviewer should know."""


class Replaceable(Sourced):
    """An entry that a local document may repeat by its id: what it says then takes the place of the national one."""

    because: Maybe[Text] = None
    """Where it asks for less than the entry whose place it takes: why."""


class Ignored(Shape):
    """An exception: what is not reported of what stands beside it, and why."""

    rules: OneOrMany[Text]
    """The rules, by id, family or name."""
    reason: Maybe[Text] = None
    """Why; without a reason nothing is left out."""
    owner: Maybe[Text] = None
    """The role that answers for it."""
    until: Maybe[IsoDate] = None
    """The last day on which it holds."""
