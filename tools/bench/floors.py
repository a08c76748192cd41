"""Parts of a first run without which no program of these libraries can do: each a Python program over some paths.

The garbage collector is off, as in a run.
"""

FLOORS = {
    "pydantic alone": "import pydantic; pydantic.create_model('Empty')()",
    "YAML alone": (
        "import gc, sys, ryaml; gc.disable(); "
        "[ryaml.loads(open(path, encoding='utf-8').read()) for path in sys.argv[1:]]"
    ),
    "types alone": (
        "import gc, sys, pathlib, sharecheck.reading as r; gc.disable(); "
        "[r.read(pathlib.Path(path)) for path in sys.argv[1:]]"
    ),
}
