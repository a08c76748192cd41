"""Changes as a network takes them: what would stand there, made from their edits."""

from collections.abc import Iterable
from typing import assert_never

from sharecheck.changes.change import Change, NewFlow
from sharecheck.edit.shapes import applied
from sharecheck.model.party import Party
from sharecheck.model.protocol import Flow as FlowShape
from sharecheck.network.mend import Trial
from sharecheck.workspace import Area, Flow

_EMPTY = FlowShape.model_construct()
"""A flow that says nothing yet."""


def trial(area: Area, changes: Iterable[Change]) -> Trial:
    """What would stand in an area after changes, each made on what those before have left."""
    flows: dict[int, FlowShape] = {}
    new: dict[str, FlowShape] = {}
    parties: dict[str, Party] = {}
    for change in changes:
        match change.target:
            case Flow() as flow:
                number = area.flow_numbers[flow]
                flows[number] = applied(flows.get(number, flow.shape), change.edits)
            case NewFlow(id=id):
                new[id] = applied(new.get(id, _EMPTY), change.edits)
            case Party() as party:
                parties[party.id] = applied(parties.get(party.id, party), change.edits)
            case None:
                raise ValueError(f"`{change.id}` is no change that can be tried")
            case _:
                assert_never(change.target)
    return Trial(flows, tuple(new.values()), parties)
