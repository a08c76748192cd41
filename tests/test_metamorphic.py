"""What does not change what is said must not change what is found: order, format, folders, names, files."""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import pytest
import yaml
from tools.mistakes import MISTAKES, made
from tools.mistakes.tree import tree

from sharecheck import Workspace, check, reading
from sharecheck.engine.diagnostic import Diagnostic
from tests.rules.examples import TODAY

PROTOCOLS = Path(__file__).parent.parent / "protocols"
Files = dict[Path, Any]
Said = Counter[tuple[str, ...]]


def opened(files: Files, write: Callable[[Any], str] = json.dumps) -> Workspace:
    return Workspace((reading.read_bytes(path, write(one).encode()) for path, one in files.items()), TODAY)


def files_of(workspace: Workspace) -> Files:
    return {one.path: tree(one) for one in workspace.documents if one.shape is not None}


def seeded(name: str, seed: int) -> Files:
    """The files of an area with a dozen mistakes in them, or as they are where they have findings already."""
    workspace = Workspace.open(PROTOCOLS / name, as_of=TODAY)
    kinds = [one for one in MISTAKES if one.kind in ("flow", "protocol", "party", "area")]
    for mistake in Random(seed).sample(kinds, 12) if name.startswith("model") else ():
        workspace = made(workspace, mistake, seed) or workspace
    return files_of(workspace)


CASES = [("model-england", 1), ("model-england", 2), ("model-wales", 3), ("model-wales", 4), ("leaky", 0)]
CASES += [(f"published/{path.name}", 0) for path in sorted(PROTOCOLS.glob("published/*")) if path.is_dir()]
every = pytest.mark.parametrize(("name", "seed"), CASES)


@cache
def _case(name: str, seed: int) -> str:
    return json.dumps({str(path): one for path, one in seeded(name, seed).items()})


def case(name: str, seed: int) -> Files:
    return {Path(path): one for path, one in json.loads(_case(name, seed)).items()}


def found(workspace: Workspace) -> tuple[Diagnostic, ...]:
    result = check(workspace)
    assert result.bugs == ()
    return result.diagnostics


@cache
def _before(name: str, seed: int) -> tuple[Diagnostic, ...]:
    return found(opened(case(name, seed)))


def as_told(diagnostics: Iterable[Diagnostic]) -> Said:
    return Counter((one.fingerprint, one.rule.id, one.severity, one.finding.message) for one in diagnostics)


def plain(one: Diagnostic) -> tuple[str, ...]:
    """The words of a message, up to names and their order: of a long list the first are told, of two equal ways one.

    Not those of LAW07: it holds several statements of one `basis` against the first of them.
    """
    words = re.sub(r"`[^`]*`", "`…`", one.finding.message).translate({ord(","): " ", ord(";"): " "})
    return () if one.rule.id == "LAW07" else tuple(sorted(words.split()))


def in_any_order(diagnostics: Iterable[Diagnostic]) -> Said:
    """As told, up to names and their order."""
    return Counter((one.fingerprint, one.rule.id, one.severity, *plain(one)) for one in diagnostics)


@every
def test_there_is_something_to_find(name: str, seed: int) -> None:
    assert _before(name, seed)


@every
def test_json_says_what_yaml_says(name: str, seed: int) -> None:
    files = case(name, seed)
    as_yaml = opened(files, lambda one: yaml.safe_dump(one, sort_keys=False, allow_unicode=True))
    as_json = opened({path.with_suffix(".json"): one for path, one in files.items()})
    assert as_told(found(as_yaml)) == as_told(found(as_json)) == as_told(_before(name, seed))


@every
def test_the_order_of_keys_says_nothing(name: str, seed: int) -> None:
    def turned(value: Any) -> Any:
        if isinstance(value, dict):
            first = {"sharecheck": value["sharecheck"]} if "sharecheck" in value else {}
            return first | {key: turned(one) for key, one in reversed(value.items())}
        return [turned(one) for one in value] if isinstance(value, list) else value

    files = {path: turned(one) for path, one in case(name, seed).items()}
    assert as_told(found(opened(files))) == as_told(_before(name, seed))


@every
@pytest.mark.parametrize("chance", [1, 2])
def test_the_order_of_lists_says_nothing(name: str, seed: int, chance: int) -> None:
    random = Random(chance)

    def shuffled(value: Any, key: str = "") -> Any:
        if isinstance(value, dict):
            return {key: shuffled(one, key) for key, one in value.items()}
        if not isinstance(value, list):
            return value
        each = [shuffled(one) for one in value]
        random.shuffle(each)
        return each

    files = {path: shuffled(one) for path, one in case(name, seed).items()}
    assert in_any_order(found(opened(files))) == in_any_order(_before(name, seed))


@every
def test_the_order_and_the_folders_of_files_say_nothing(name: str, seed: int) -> None:
    files = {}
    for number, (path, one) in enumerate(reversed(case(name, seed).items())):
        is_area = one["sharecheck"].startswith(("area/", "pathway/", "catalogue/"))
        files[path if is_area else path.parent / f"folder-{number}" / f"{number}.yaml"] = one
    assert in_any_order(found(opened(files))) == in_any_order(_before(name, seed))


PARTY_KEYS = {"from", "to", "party", "accountable", "ask", "inform", "supports", "records-go-to"}


def renamed(files: Files, names: dict[str, str]) -> Files:
    """The files with other names for parties, flows, protocols and funding streams."""
    parties = {
        party["id"]
        for one in files.values()
        if one["sharecheck"] in ("area/1", "protocol/1")
        for party in one.get("parties", ())
    }

    def party(value: Any) -> Any:
        if isinstance(value, list):
            return [party(one) for one in value]
        return names.setdefault(value, f"z-{value}") if value in parties else value

    def new(value: Any, key: str = "") -> Any:
        if isinstance(value, list):
            return [new(one, key) for one in value]
        if not isinstance(value, dict):
            return value
        made = {}
        for each, one in value.items():
            if each in PARTY_KEYS and not isinstance(one, dict):
                made[each] = party(one)
            elif each == "funded-by" or (each == "id" and key in ("parties", "flows", "funding", "protocol")):
                made[each] = names.setdefault(one, f"z-{one}")
            else:
                made[each] = new(one, each)
        return made

    return {
        path: new(one, "protocol" if one["sharecheck"] == "protocol/1" else "")
        if one["sharecheck"] in ("area/1", "protocol/1")
        else one
        for path, one in files.items()
    }


@every
def test_other_names_change_nothing_but_the_names(name: str, seed: int) -> None:
    def without(text: str) -> str:
        return text.replace("z-", "")

    def told(diagnostics: Iterable[Diagnostic]) -> Said:
        return Counter(
            (one.rule.id, one.severity, *plain(one), *map(without, one.finding.about)) for one in diagnostics
        )

    assert told(found(opened(renamed(case(name, seed), {})))) == told(_before(name, seed))


@every
def test_a_protocol_in_two_files_is_found_to_lose_the_same(name: str, seed: int) -> None:
    """Its flows are shared out between two protocols that are otherwise the same.

    Two flows of one name are no longer in one protocol then; protocols without an area are areas of their own.
    """
    if all(one["sharecheck"] != "area/1" for one in case(name, seed).values()):
        pytest.skip("no area is described here")
    files = {}
    for path, one in case(name, seed).items():
        flows = one.get("flows", [])
        if len(flows) > 1:
            half = len(flows) // 2
            files[path] = one | {"flows": flows[:half]}
            files[path.with_stem(f"{path.stem}-two")] = one | {"id": f"{one['id']}-two", "flows": flows[half:]}
        else:
            files[path] = one

    def lost(diagnostics: Iterable[Diagnostic]) -> Said:
        told = (one for one in diagnostics if one.rule.family == "GAP")
        return Counter((one.rule.id, one.severity, one.finding.message, *one.finding.about) for one in told)

    def flows_of(diagnostics: Iterable[Diagnostic]) -> set[tuple[str, ...]]:
        told = (one for one in diagnostics if one.finding.place.route[:1] == ("flows",) and one.rule.id != "STR06")
        return {(one.rule.id, *(word.removesuffix("-two") for word in one.finding.about)) for one in told}

    after = found(opened(files))
    assert lost(after) == lost(_before(name, seed))
    assert flows_of(after) == flows_of(_before(name, seed))
