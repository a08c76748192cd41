"""Changes as a network takes them: what would stand there, made from their edits."""

from collections.abc import Iterable
from typing import assert_never

from sharecheck.changes.change import Change, Recorded
from sharecheck.edit.shapes import applied
from sharecheck.model.base import Form
from sharecheck.model.party import Party
from sharecheck.model.protocol import Flow as FlowShape
from sharecheck.network import Fact
from sharecheck.network.mend import Trial
from sharecheck.workspace import Area, Flow


def trial(area: Area, changes: Iterable[Change]) -> Trial:
    """What would stand in an area after changes, each made where those before it have left it."""
    flows: dict[int, FlowShape] = {}
    new: list[FlowShape] = []
    parties: dict[str, Party] = {}
    recorded: dict[Fact, Form] = {}
    for change in changes:
        match change.target:
            case Flow() as flow:
                number = area.flow_numbers[flow]
                flows[number] = applied(flows.get(number, flow.shape), change.edits)
            case FlowShape() as shape:
                new.append(shape)
            case Party() as party:
                parties[party.id] = applied(party, change.edits)
            case Recorded(fact, form):
                recorded[fact] = form
            case None:
                raise ValueError(f"`{change.id}` is no change that can be tried")
            case _:
                assert_never(change.target)
    return Trial(flows, tuple(new), parties, recorded)
