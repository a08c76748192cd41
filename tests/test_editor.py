"""The schemas in an editor: the real YAML language server completes and explains keys."""

import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from sharecheck.schema import schema_files

SERVER = "yaml-language-server@1.19.2"
HOME = Path(__file__).parent.parent / ".venv" / "editor"

TEXT = """\
# yaml-language-server: $schema=./schemas/protocol-1.schema.json
sharecheck: protocol/1
id: handover
flows:
  - id: summary
    from: maternity
    to: health-visiting
    within: P2D
    cha
"""


class Server:
    """A language server that is spoken to over its standard input and output."""

    def __init__(self, program: Path, root: Path) -> None:
        self.root = root
        self.process = subprocess.Popen(
            ["node", str(program), "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self.number = 0

    def send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.process.stdin
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        self.process.stdin.flush()

    def tell(self, method: str, params: dict[str, Any]) -> None:
        self.send({"method": method, "params": params})

    def ask(self, method: str, params: dict[str, Any]) -> Any:
        self.number += 1
        self.send({"id": self.number, "method": method, "params": params})
        while True:
            message = self.read()
            if message.get("id") == self.number and "method" not in message:
                return message["result"]
            if "id" in message:
                self.send({"id": message["id"], "result": None})

    def read(self) -> dict[str, Any]:
        assert self.process.stdout
        length = 0
        while line := self.process.stdout.readline().strip():
            name, _, value = line.partition(b":")
            length = int(value) if name.lower() == b"content-length" else length
        message: dict[str, Any] = json.loads(self.process.stdout.read(length))
        return message


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    if not shutil.which("npm"):
        pytest.skip("npm is not on this machine, so the language server cannot be tried")
    program = HOME / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"
    if not program.exists():
        command = ["npm", "install", "--silent", "--no-fund", "--no-audit", "--prefix", str(HOME), SERVER]
        HOME.mkdir(parents=True, exist_ok=True)
        if subprocess.run(command, capture_output=True, timeout=300, check=False).returncode:
            pytest.skip("npm could not install the language server")
    root = tmp_path_factory.mktemp("editor")
    (root / "schemas").mkdir()
    for name, text in schema_files().items():
        (root / "schemas" / name).write_text(text, encoding="utf-8")
    (root / "handover.yaml").write_text(TEXT)
    server = Server(program, root)
    server.ask("initialize", {"processId": None, "rootUri": root.as_uri(), "capabilities": {}})
    server.tell("initialized", {})
    yaml = {"hover": True, "completion": True, "validate": True, "schemaStore": {"enable": False}}
    server.tell("workspace/didChangeConfiguration", {"settings": {"yaml": yaml}})
    document = {"uri": (root / "handover.yaml").as_uri(), "languageId": "yaml", "version": 1, "text": TEXT}
    server.tell("textDocument/didOpen", {"textDocument": document})
    yield server
    server.process.kill()
    server.process.wait()
    for stream in (server.process.stdin, server.process.stdout):
        if stream:
            stream.close()


def at(server: Server, line: int, character: int) -> dict[str, Any]:
    uri = (server.root / "handover.yaml").as_uri()
    return {"textDocument": {"uri": uri}, "position": {"line": line, "character": character}}


def test_a_hover_explains_a_key(server: Server) -> None:
    found = server.ask("textDocument/hover", at(server, 7, 6))
    assert "How long it may take from the trigger until the recipient has it" in found["contents"]["value"]


def test_keys_are_completed(server: Server) -> None:
    found = server.ask("textDocument/completion", at(server, 8, 7))
    labels = {item["label"] for item in found["items"]}
    assert "channel" in labels
    assert {"matched-by", "agreement", "items"} <= labels
    assert "within" not in labels
