"""What an area knew of on the day on which it started: only what is new is told."""

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from sharecheck.engine import Result
from sharecheck.personal import masked
from sharecheck.workspace import Trouble


def written(result: Result) -> str:
    """A baseline of all that a run found, as JSON, the same for the same findings in whatever order and place."""
    counted = Counter(one.fingerprint for one in result.diagnostics)
    said = {one.fingerprint: (one.rule.id, one.finding.message) for one in result.diagnostics}
    order = sorted(counted, key=lambda key: (said[key], key))
    known = {key: {"rule": said[key][0], "message": masked(said[key][1]), "times": counted[key]} for key in order}
    return json.dumps({"schema_version": 1, "known": known}, indent=2, ensure_ascii=False) + "\n"


def opened(path: Path) -> Mapping[str, int]:
    """How often each finding was there, by fingerprint; `Trouble` when the file is no baseline."""
    try:
        said: Any = json.loads(path.read_text(encoding="utf-8"))
        if said["schema_version"] != 1:
            raise ValueError
        return {str(key): int(one["times"]) for key, one in said["known"].items()}
    except OSError as error:
        raise Trouble(f"the baseline {path} cannot be read: {error.strerror}; `--write-baseline` makes one") from None
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError):
        raise Trouble(f"{path} is no baseline; `sharecheck check --write-baseline {path}` makes one") from None


def since(result: Result, known: Mapping[str, int]) -> tuple[Result, int]:
    """What is new, and how many known ones are gone."""
    left = Counter(known)
    told = []
    for one in result.diagnostics:
        if left[one.fingerprint] > 0:
            left[one.fingerprint] -= 1
        else:
            told.append(one)
    count = len(result.diagnostics) - len(told)
    return replace(result, diagnostics=tuple(told), known=count), sum(left.values())
