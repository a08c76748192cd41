"""Parts of a first run without which no program of these libraries can do: each a Python program over some paths."""

FLOORS = {
    "pydantic alone": "import pydantic; pydantic.create_model('Empty')()",
    "YAML alone": "import sys, ryaml; [ryaml.loads(open(path, encoding='utf-8').read()) for path in sys.argv[1:]]",
    "types alone": "import sys, pathlib, sharecheck.reading as r; [r.read(pathlib.Path(p)) for p in sys.argv[1:]]",
}
