"""What a plain word of YAML stands for, by the core schema of YAML 1.2.

One deviation: a whole number with a leading zero (`012`) stays the text that it is, because reference numbers are
written so and the zero would be lost.
"""

import re

Scalar = str | int | float | bool | None

LONGEST_NUMBER = 100
"""Digits of a number that are looked at: all numbers of the format are smaller, and Python refuses 5,000 digits."""

_WORDS: dict[str, bool | None] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_INTEGER = re.compile(r"[-+]?(?:0|[1-9][0-9]*)")
_OCTAL = re.compile(r"0o[0-7]+")
_HEXADECIMAL = re.compile(r"0x[0-9a-fA-F]+")
_LEADING_ZERO = re.compile(r"[-+]?[0-9]+")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_INFINITE = re.compile(r"[-+]?\.(?:inf|Inf|INF)")
_NOT_A_NUMBER = re.compile(r"\.(?:nan|NaN|NAN)")


def integer(text: str, base: int = 10) -> int:
    """A whole number; for a very long one, another that is as wrong."""
    return int(text[:LONGEST_NUMBER], base)


def plain(text: str) -> Scalar:  # noqa: PLR0911  # a line for each kind of scalar
    """What an unquoted word stands for."""
    if text in _WORDS:
        return _WORDS[text]
    if text[0] not in "+-.0123456789":
        return text
    if _INTEGER.fullmatch(text):
        return integer(text)
    if _OCTAL.fullmatch(text):
        return integer(text, 8)
    if _HEXADECIMAL.fullmatch(text):
        return integer(text, 16)
    if _LEADING_ZERO.fullmatch(text):
        return text
    if _FLOAT.fullmatch(text):
        return float(text)
    if _INFINITE.fullmatch(text):
        return float(text.replace(".", ""))
    return float("nan") if _NOT_A_NUMBER.fullmatch(text) else text
