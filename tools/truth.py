"""What is found in published texts, beside what was expected of it and how readers judged it.

    python tools/truth.py                 the table: figures for each text, and for all
    python tools/truth.py --sheet NAME    what is said of a text and not judged, as `judged.yaml` wants it

`tests/truth/README.md` says what the texts are, and what stands in their files.
"""

import sys
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Literal, NamedTuple

import yaml

from sharecheck import Workspace, check
from sharecheck.report.groups import groups

TEXTS = Path(__file__).parent.parent / "tests/truth/texts"
READ_ON = date(2026, 12, 1)
"""The day on which the texts were read: the program looks at them as of then."""
ENOUGH = 3, 4
"""At least so many of so many findings are to be useful."""

Verdict = Literal["useful", "noise", "wrong"]
VERDICTS: tuple[Verdict, ...] = ("useful", "noise", "wrong")


class Words(NamedTuple):
    """What is said in one finding. Other words are another thing to judge, though the finding be the same."""

    finding: str
    says: str
    advice: str = ""


class Judgement(NamedTuple):
    """What a reader thinks of a finding, and why; which expectations it meets, and what it says that it must not."""

    verdict: Verdict
    reason: str
    meets: tuple[str, ...] = ()
    against: tuple[str, ...] = ()


class Text(NamedTuple):
    """A published text: what was expected, what must not be said, and the judgements; none where nobody judged yet."""

    name: str
    expected: tuple[str, ...]
    must_not: tuple[str, ...]
    judgements: Mapping[Words, Judgement] | None
    not_met: Mapping[str, str]


class Figures(NamedTuple):
    """How many blocks a person reads of a text, by their worst verdict; and how many expectations are met."""

    findings: int = 0
    useful: int = 0
    noise: int = 0
    wrong: int = 0
    expected: int = 0
    found: int = 0

    def __add__(self, other: tuple[int, ...]) -> "Figures":  # type: ignore[override]
        return Figures(*(one + another for one, another in zip(self, other, strict=True)))

    @property
    def useful_enough(self) -> bool:
        """Whether at least three in four are useful."""
        useful, of = ENOUGH
        return self.useful * of >= self.findings * useful


def load_text(folder: Path) -> Text:
    """The text of a folder, from `expected.yaml`, and from `judged.yaml` where there is one."""
    expected = yaml.safe_load((folder / "expected.yaml").read_text(encoding="utf-8"))
    judged = folder / "judged.yaml"
    data = yaml.safe_load(judged.read_text(encoding="utf-8")) if judged.exists() else {}
    entries = data["findings"] if data else None
    return Text(
        folder.name,
        tuple(one["id"] for one in expected["expected"]),
        tuple(one["id"] for one in expected["must-not"]),
        None if entries is None else dict(map(_judged, entries)),
        data.get("not-met") or {},
    )


def _judged(entry: dict[str, str | list[str]]) -> tuple[Words, Judgement]:
    words = Words(**{key: str(entry[key]) for key in Words._fields if key in entry})
    rest = {key: value for key, value in entry.items() if key not in Words._fields}
    lists = {key: tuple(value) for key, value in rest.items() if isinstance(value, list)}
    return words, Judgement(**{**rest, **lists})  # type: ignore[arg-type]  # a key that is not known raises


def blocks(folder: Path) -> list[list[Words]]:
    """What a person reads of a folder, as of the day on which the texts were read, findings told as one together."""
    result = check(Workspace.open(folder, as_of=READ_ON))
    return [
        [Words(one.fingerprint, f"{one.severity}: {one.finding.message}", one.finding.help or "") for one in group]
        for group in groups(result)
    ]


def troubles(text: Text, found: Iterable[Iterable[Words]]) -> Iterator[str]:
    """What keeps the judgements of a text from being complete and good, in sentences."""
    judgements, said = text.judgements or {}, {words for block in found for words in block}
    yield from (f"nobody judged: {words.says}" for words in sorted(said - judgements.keys()))
    yield from (f"judged, and no longer said: {words.says}" for words in sorted(judgements.keys() - said))
    for words, one in judgements.items():
        if one.verdict not in VERDICTS:
            yield f"no verdict, `{one.verdict}`: {words.says}"
        if one.verdict == "wrong":
            yield f"wrong, {one.reason}: {words.says}"
        if one.against and one.verdict != "wrong":
            yield f"must not be said, and is judged {one.verdict}: {words.says}"
        if not one.reason:
            yield f"judged without a reason: {words.says}"
        yield from (f"no expectation: {name}" for name in one.meets if name not in text.expected)
        yield from (f"nothing that must not be said: {name}" for name in one.against if name not in text.must_not)
    met = _met(text)
    for name in text.expected:
        if name not in met and not text.not_met.get(name):
            yield f"expected, not found, and nobody says why: {name}"
        if name in met and name in text.not_met:
            yield f"both met and not met: {name}"
    yield from (f"no expectation: {name}" for name in text.not_met if name not in text.expected)


def _met(text: Text) -> set[str]:
    """The expectations that a useful finding meets: noise and what is wrong meet nothing."""
    judgements = (text.judgements or {}).values()
    return {name for one in judgements if one.verdict == "useful" for name in one.meets}


def figures(text: Text, found: Iterable[Iterable[Words]]) -> Figures:
    """The figures of a text; a block of which a part is not judged counts, and has no verdict."""
    counts: dict[str, int] = dict.fromkeys(VERDICTS, 0)
    judgements, number = text.judgements or {}, 0
    for block in found:
        number += 1
        verdicts = [judgements[words].verdict if words in judgements else None for words in block]
        if None not in verdicts:
            counts[max((one for one in verdicts if one), key=VERDICTS.index)] += 1
    return Figures(findings=number, **counts, expected=len(text.expected), found=len(_met(text)))


def table(rows: Mapping[str, Figures]) -> str:
    """The figures of each text and of all, as `docs/truth.md` has them."""
    lines = ["| text | " + " | ".join(Figures._fields) + " |", "|---" * (len(Figures._fields) + 1) + "|"]
    of_all = {**rows, "**all**": sum(rows.values(), Figures())}
    return "\n".join(lines + [f"| {name} | " + " | ".join(map(str, row)) + " |" for name, row in of_all.items()]) + "\n"


def sheet(text: Text, found: Iterable[Iterable[Words]]) -> str:
    """What is said and not judged, to be filled in: `useful`, `noise` or `wrong`, and a reason."""
    judgements = text.judgements or {}
    open_ones = [words for block in found for words in block if words not in judgements]
    entries = [{**_filled(words), "verdict": "", "reason": "", "meets": []} for words in open_ones]
    return yaml.safe_dump({"findings": entries}, sort_keys=False, allow_unicode=True, width=116)


def _filled(words: Words) -> dict[str, str]:
    return {key: value for key, value in words._asdict().items() if value}


def folders() -> list[Path]:
    """The folder of each text, in the order of their names."""
    return sorted(file.parent for file in TEXTS.glob("*/expected.yaml"))


def main(words: list[str]) -> None:
    """Print the table, or the sheet of one text."""
    if words[:1] == ["--sheet"]:
        folder = TEXTS / words[1]
        print(sheet(load_text(folder), blocks(folder)), end="")
        return
    texts = {folder: load_text(folder) for folder in folders()}
    print(table({text.name: figures(text, blocks(folder)) for folder, text in texts.items()}), end="")
    if unjudged := [text.name for text in texts.values() if text.judgements is None]:
        print(f"nobody has judged: {', '.join(unjudged)}", file=sys.stderr)


if __name__ == "__main__":
    main(sys.argv[1:])
