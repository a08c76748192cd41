"""The cheapest set of changes that closes the gaps of an area, with its proof; `docs/repair.md` has the method."""

from sharecheck.repair.edits import Draft, Edit
from sharecheck.repair.plan import Plan, Step, plan
from sharecheck.repair.select import gaps, known, selected
from sharecheck.repair.settings import COSTS, Kind, Settings, as_set
from sharecheck.repair.written import Written, written

__all__ = [
    "COSTS",
    "Draft",
    "Edit",
    "Kind",
    "Plan",
    "Settings",
    "Step",
    "Written",
    "as_set",
    "gaps",
    "known",
    "plan",
    "selected",
    "written",
]
