"""Who writes down what by itself, and when."""

from collections.abc import Iterator
from typing import NamedTuple

from sharecheck.model.base import Form, many
from sharecheck.replay.desks import Desk, desk
from sharecheck.replay.legs import worse
from sharecheck.workspace import Area


class Writing(NamedTuple):
    """Somebody comes to know an item by himself at an event, in a form."""

    desk: Desk
    item: str
    event: str
    form: Form


def writings(area: Area) -> Iterator[Writing]:
    """All of them: those of the pathway's services, and each party's own."""
    for party in area.parties.values():
        best: Form = "paper" if party.system and party.system.medium == "paper" else "coded"
        here = () if party.elsewhere else many(party.service)
        theirs = [
            (desk(party, record.service), record.event, record.items, record.form)
            for record in area.pathway.records or ()
            if record.service in here
        ]
        own = [(party.id, record.event, record.items, record.form) for record in party.records or ()]
        for where, event, items, form in (*theirs, *own):
            for item in items:
                yield Writing(where, item, event, worse(form or "coded", best))
