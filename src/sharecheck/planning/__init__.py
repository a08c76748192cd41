"""What people plan with: what a change does to the needs of an area, what hangs by a thread, what two areas lose."""

from sharecheck.planning.change import NeedChange, changes

__all__ = ["NeedChange", "changes"]
