"""The kinds of mistake, a module for each thing that they are about."""

from collections.abc import Mapping

from tools.mistakes.kinds import (
    consent,
    files,
    governance,
    identity,
    lawful_basis,
    names,
    rights_and_retention,
    routes,
    sending,
    the_area,
    the_pathway,
    time_limits,
)
from tools.mistakes.mistake import Mistake

MISTAKES: tuple[Mistake, ...] = tuple(
    one
    for module in (
        files,
        names,
        sending,
        time_limits,
        routes,
        identity,
        consent,
        lawful_basis,
        governance,
        rights_and_retention,
        the_area,
        the_pathway,
    )
    for one in vars(module).values()
    if isinstance(one, Mistake)
)
"""All kinds of mistake, in the order in which they are told."""

UNSEEDED: Mapping[str, str] = {}
"""The rules that no edit of a clean area can wake, each with what stands after `because`; there is none by now."""
