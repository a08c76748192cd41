"""What is advised for a gap, done to the letter in the files, closes it."""

import json
import random
import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
import ryaml

from sharecheck import Workspace, check, reading
from sharecheck.document import Document
from sharecheck.finding import Finding
from tests.rules.examples import TODAY

pytestmark = pytest.mark.untraced

MODEL = Path(__file__).parents[2] / "protocols" / "model-england"
Files = dict[str, Any]
Edit = Callable[..., None]


def model() -> Files:
    return {path.stem: ryaml.loads(path.read_text()) for path in sorted(MODEL.glob("*.yaml"))}


def opened(files: Files) -> Workspace:
    return Workspace((document(name, json.dumps(shape)) for name, shape in files.items()), TODAY)


@lru_cache(maxsize=1000)
def document(name: str, text: str) -> Document:
    """A file, which is read once: most stay as they are from one area to the next."""
    return reading.read_bytes(Path(f"area/{name}.json"), text.encode(), named=True)


def found(files: Files) -> list[Finding]:
    return [one.finding for one in check(opened(files), select=("GAP",)).diagnostics]


def flows(files: Files) -> Iterator[dict[str, Any]]:
    return (flow for shape in files.values() for flow in shape.get("flows", ()))


def flow(files: Files, id: str) -> dict[str, Any]:
    return next(one for one in flows(files) if one["id"] == id)


def name(item: Any) -> str:
    return item if isinstance(item, str) else item["item"]


def send(files: Files, id: str, when: str, within: str | None) -> None:
    flow(files, id)["when"] = ryaml.loads(when)
    if within:
        flow(files, id)["within"] = within


def refused(files: Files, id: str, item: str) -> None:
    flow(files, id).setdefault("agreement", {}).setdefault("if-refused", []).append(item)


def present(files: Files, id: str, said: str) -> None:
    wanted = ryaml.loads(said)
    items = flow(files, id)["items"]
    items[[name(item) for item in items].index(wanted["item"])] = wanted


def carried(files: Files, item: str, id: str) -> None:
    flow(files, id)["items"].append(item)


def agreed(files: Files, said: str) -> None:
    next(shape for shape in files.values() if "flows" in shape)["flows"].append(ryaml.loads(said))


def matched(files: Files, id: str, said: str) -> None:
    flow(files, id)["matched-by"].append(ryaml.loads(said))


def in_force(files: Files, id: str) -> None:
    protocol = next(shape for shape in files.values() if shape["id"] == id)
    protocol["status"] = "in-force"
    protocol.pop("expires", None)


def by_channel(files: Files, fallback: str | None, id: str, channel: str) -> None:
    (flow(files, id)["fallback"] if fallback else flow(files, id))["channel"] = channel


def second_route(files: Files, id: str, said: str) -> None:
    flow(files, id)["fallback"] = ryaml.loads(said)


def covered(files: Files, id: str) -> None:
    flow(files, id)["relies-on"]["cover"] = True


def acknowledged(files: Files, id: str) -> None:
    flow(files, id)["receipt"] = {"acknowledged": True}


def electronic(files: Files, id: str) -> None:
    party = next(one for shape in files.values() for one in shape.get("parties", ()) if one["id"] == id)
    party["system"] = {"medium": "electronic"}


def dated(files: Files, fallback: str | None, id: str, within: str) -> None:
    (flow(files, id)["fallback"] if fallback else flow(files, id))["within"] = within


EDITS: dict[str, Edit] = {
    r"shorten (the `fallback` of )?`(.+?)`: `within: (.+?)` would be in time": dated,
    r"let `.+?` send `(.+?)` .*?: `when: (.+?)`(?: and `within: (.+?)`)?": send,
    r"say in `(.+?)` what flows also when the answer is no: `if-refused: \[(.+?)\]`": refused,
    r"add to `(.+?)` a route .*?`fallback: (\{.+?\})`": second_route,
    r"promise in `(.+?)` that it is filled in, .*? `(\{.+?\})`": present,
    r"let `(.+?)` carry it as .+?: `(\{.+?\})`": present,
    r"let `(.+?)` keep it in electronic records: `medium: electronic`": electronic,
    r"name in `(.+?)` who does it .*": covered,
    r"let the recipient of `(.+?)` confirm .*": acknowledged,
    r"send (the `fallback` of )?`(.+?)` by a channel .*?`channel: (.+?)`": by_channel,
    r"agree how long (the second route of )?`(.+?)` may take .*?`within: (.+?)` would be in time": dated,
    r"add `(.+?)` to the items of `(.+?)` in .*": carried,
    r"agree a flow, for example `(\{.+\})`": agreed,
    r"match `(.+?)` also by what both sides hold: add `(.+?)` to its `matched-by`": matched,
    r"bring `(.+?)` into force .*": in_force,
}


def followed(files: Files, help: str) -> Files | None:
    """The files after what is advised, or None when it cannot be typed."""
    new = json.loads(json.dumps(files))
    for part in help.split("; and "):
        for pattern, edit in EDITS.items():
            match = re.fullmatch(pattern, part)
            if match:
                edit(new, *match.groups())
                break
        else:
            return None
    return new


def slower(one: dict[str, Any], chance: random.Random) -> None:
    one["within"] = chance.choice(["P9D", "P15D", "P40D"])


def batched(one: dict[str, Any], chance: random.Random) -> None:
    one["when"] = {"every": chance.choice(["P1W", "P1M", "P3M"])}


def undated(one: dict[str, Any], _: random.Random) -> None:
    one.pop("within", None)


def asked(one: dict[str, Any], _: random.Random) -> None:
    one["agreement"] = {"ask": "parent"}


def by_parent(one: dict[str, Any], _: random.Random) -> None:
    one["channel"] = "parent-held-record"


def by_letter(one: dict[str, Any], chance: random.Random) -> None:
    one["channel"] = chance.choice(["letter", "fax", "secure-portal"])


def by_one_post(one: dict[str, Any], _: random.Random) -> None:
    one["relies-on"] = {"post": "coordinator", "cover": False}


def if_known(one: dict[str, Any], _: random.Random) -> None:
    one["items"] = [{"item": name(item), "present": "if-known"} for item in one["items"]]


def scribbled(one: dict[str, Any], _: random.Random) -> None:
    one["items"] = [{"item": name(item), "form": "paper"} for item in one["items"]]


def looked_up(one: dict[str, Any], chance: random.Random) -> None:
    one["when"] = {"on": chance.choice(["access", "request"])}


def less(one: dict[str, Any], chance: random.Random) -> None:
    one["items"] = chance.sample(one["items"], (len(one["items"]) + 1) // 2)


def by_number(one: dict[str, Any], _: random.Random) -> None:
    one["matched-by"] = ["upn"]


def for_people(one: dict[str, Any]) -> bool:
    """Whether what is damaged in a flow is for people to decide: nothing is typed.

    Such a flow may be the first that its recipient hears of a child, or its look-up is a design: no plan and no notice
    of a death is pushed to all who might look.
    """
    items = {item if isinstance(item, str) else item["item"] for item in one.get("items", ())}
    return not items.isdisjoint((*IDENTIFIERS, *NEVER_PUSHED))


IDENTIFIERS = ("nhs-number", "identity", "mother-identity", "upn")
NEVER_PUSHED = ("child-protection-plan", "pre-birth-plan", "looked-after-status", "safeguarding-file", "contact-stop")


def gone(one: dict[str, Any], _: random.Random) -> None:
    one["aggregate"] = True


OF_KNOWN_CHILDREN = (by_number, looked_up)
"""Damages that are made to flows of which something can be typed only."""
DAMAGES = (slower, batched, undated, asked, by_parent, by_letter, by_one_post, if_known, scribbled, looked_up, less)


@pytest.mark.parametrize("damage", [*DAMAGES, by_number, gone], ids=lambda damage: damage.__name__)
def test_what_is_advised_closes_the_gap(damage: Callable[[dict[str, Any], random.Random], None]) -> None:
    told = typed = 0
    for seed in range(4):
        chance = random.Random(seed)
        files = model()
        damaged = [one for one in flows(files) if damage not in OF_KNOWN_CHILDREN or not for_people(one)]
        for one in chance.sample(damaged, 3):
            damage(one, chance)
        left: dict[str, set[tuple[str, ...]]] = {}
        for finding in found(files):
            told += 1
            help = finding.help or ""
            after = followed(files, help)
            if after is None or "alone is not enough" in help:
                continue
            typed += 1
            if help not in left:  # several gaps may have the same advice
                left[help] = {one.about for one in found(after)}
            assert finding.about not in left[help], (finding.message, help)
    assert told > 0
    assert typed > 0.8 * told


def test_a_model_area_has_nothing_to_mend() -> None:
    assert found(model()) == []
