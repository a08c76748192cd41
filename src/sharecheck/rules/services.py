"""Kinds of work that several rules tell apart."""

from collections.abc import Iterable

from sharecheck.model.base import many
from sharecheck.model.party import Party

HEALTH = frozenset(
    {
        "midwifery",
        "neonatal-care",
        "newborn-screening",
        "child-health-information",
        "health-visiting",
        "family-nurse-partnership",
        "general-practice",
        "speech-and-language-therapy",
        "flying-start",
        "school-nursing",
        "perinatal-mental-health",
        "community-paediatrics",
        "audiology",
        "emergency-care",
    }
)
"""Services of health care."""
OUTSIDE_CARE = frozenset(
    {"early-years-setting", "school", "family-hub", "special-educational-needs", "birth-registration"}
)
"""Services that are neither health nor social care."""


def health(parties: Iterable[Party]) -> tuple[Party, ...]:
    """Those that do a service of health care."""
    return tuple(party for party in parties if HEALTH & set(many(party.service)))


def outside_care(parties: Iterable[Party]) -> tuple[Party, ...]:
    """Those that do something, and nothing that is health or social care."""
    return tuple(party for party in parties if party.service and set(many(party.service)) <= OUTSIDE_CARE)
