"""Areas in which something was taken out at random: items, flows, limits, triggers, signatures."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from random import Random

from sharecheck.document import Document
from sharecheck.edit import Put, Refused, Remove, ValueEdit
from sharecheck.edit.text import edited
from sharecheck.model import Protocol
from sharecheck.workspace import Workspace

MODEL = Path(__file__).parents[2] / "protocols" / "model-england"


def damaged(folder: Path, seed: int, times: int, model: Path = MODEL) -> Workspace:
    """A copy of a model area in a folder, with so many things taken out of its protocols."""
    chance = Random(seed)
    shutil.copytree(model, folder, dirs_exist_ok=True)
    for _ in range(times):
        document = chance.choice(list(_protocols(folder)))
        assert isinstance(document.shape, Protocol)
        change = _change(chance, document.shape)
        try:
            text = edited(document.text, [change])
        except Refused:
            continue
        document.path.write_text(text, encoding="utf-8", newline="")
    return Workspace.open(folder)


def _protocols(folder: Path) -> Iterator[Document]:
    return (document for document in Workspace.open(folder).documents if isinstance(document.shape, Protocol))


def _change(chance: Random, protocol: Protocol) -> ValueEdit:
    index = chance.randrange(len(protocol.flows))
    flow, route = protocol.flows[index], ("flows", index)
    ways: list[ValueEdit] = [Put((*route, "within"), "P8W"), Remove((*route, "within"))]
    items = len(flow.items or ())
    if items > 1:
        item = chance.randrange(items)
        entry = (flow.items or ())[item]
        name = entry if isinstance(entry, str) else entry.item
        ways += [Remove((*route, "items", item))] * 8
        ways.append(Put((*route, "items", item), {"item": name, "form": "verbal"}))
        ways.append(Put((*route, "items", item), {"item": name, "present": "if-known"}))
    if len(protocol.flows) > 1:
        ways.append(Remove(route))
    ways.append(Put((*route, "agreement"), {"ask": "parent"}))
    ways.append(Put((*route, "relies-on"), {"post": "liaison nurse", "cover": False}))
    if chance.random() < 0.05:
        ways.append(Put(("status",), "draft"))
        ways.append(Put(("expires",), "2026-01-01"))
    return chance.choice(ways)
