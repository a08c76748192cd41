"""The cheapest set of changes that closes the gaps of an area, with its proof; `docs/repair.md` has the method."""

from sharecheck.changes.change import Kind
from sharecheck.changes.costs import COSTS
from sharecheck.repairs.edits import Draft, Edit
from sharecheck.repairs.plan import Plan, Step, plan
from sharecheck.repairs.rewrites import Rewritten, check_sound, rewrite
from sharecheck.repairs.select import check_selection, gaps, selected
from sharecheck.repairs.settings import Settings, as_set

__all__ = [
    "COSTS",
    "Draft",
    "Edit",
    "Kind",
    "Plan",
    "Rewritten",
    "Settings",
    "Step",
    "as_set",
    "check_selection",
    "check_sound",
    "gaps",
    "plan",
    "rewrite",
    "selected",
]
