"""Bytes for the reader, made up by atheris; see `README.md`."""

import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["sharecheck.reading", "sharecheck.document"]):
    from sharecheck.edit.text import same
    from sharecheck.reading import read_bytes
    from sharecheck.reading.limits import USUAL
    from sharecheck.reading.ways import JSON, YAML

HEAD = b"sharecheck: protocol/1\nid: x\nflows: []\n"
JSON_HEAD = b'{"sharecheck": "protocol/1", "id": "x", "flows": [], '


def one(data: bytes) -> None:
    """Try one input: its first byte says in which form it is read."""
    form, data = data[:1], data[1:]
    name = "x.json" if form and form[0] % 2 else "x.yaml"
    if form and form[0] % 4 < 2:
        data = (JSON_HEAD if name == "x.json" else HEAD) + data
    document = read_bytes(Path(name), data, named=True)
    assert document.shape is None or not document.problems
    for problem in document.problems:
        assert problem.kind
        assert problem.message
        document.span(problem.route)
    document.span(("flows", 0, "items"))
    agreed(name, data)


def agreed(name: str, data: bytes) -> None:
    """Whether both ways make the same of a text."""
    way = JSON if name == "x.json" else YAML
    try:
        text = data.decode("utf-8-sig")
        value = way.load(text, data, USUAL)
    except ValueError:
        return
    careful = way.read(text, USUAL)
    if careful.problems:  # the model takes no other keys than words
        assert {problem.kind for problem in careful.problems} <= {"non-string-key"}, careful.problems
    else:
        assert same(value, careful.root.value if careful.root else None)


if __name__ == "__main__":
    atheris.Setup(sys.argv, one)
    atheris.Fuzz()
