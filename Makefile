# Two commands: `make` checks the example protocols, `make test` runs all checks. Both set up what they need, from the
# two locks: nothing is installed that is not in them.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
RUN := $(BIN)/python
UV := $(BIN)/uv
INSTALL := -m pip --quiet --quiet --disable-pip-version-check install
LOCKED := $(INSTALL) --require-hashes --only-binary :all: --requirement
ITSELF := $(INSTALL) --no-deps --no-build-isolation --editable .

CORE := tests/test_cli.py tests/test_cli_edges.py tests/test_cli_files.py tests/test_cli_rules.py tests/test_edit.py \
	tests/test_fixing.py tests/test_hostile.py tests/test_readme.py tests/test_reading*.py tests/test_reports.py \
	tests/test_schema.py tests/test_settings.py tests/repair
TESTERS := pytest pytest-xdist hypothesis packaging
WARN := -p no:cacheprovider -W default -n auto

# Tests start the program some hundred times: compiled once, it takes half as long.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: check test suites test-lowest test-latest lock docs links format generate bench clean

check: $(VENV)/.ready
	@$(RUN) tools/welcome.py

test: $(VENV)/.ready-dev
	$(BIN)/ruff format --check src tests tools
	$(BIN)/ruff check src tests tools
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(RUN) -m pytest -n auto --dist worksteal --cov --cov-report=term:skip-covered --cov-fail-under=90
	$(BIN)/sphinx-build -W --keep-going -n -q -b html docs build/docs

# The core of the tests with other releases than the locked ones. Warnings of libraries are shown there, and are no
# errors; a test that fails is one.

test-lowest: $(VENV)/.ready-dev
	$(UV) venv --quiet --clear --python $(RUN) build/lowest
	$(UV) pip install --quiet --python build/lowest --resolution lowest-direct --editable '.[repair]'
	$(UV) pip install --quiet --python build/lowest $(TESTERS)
	build/lowest/bin/python -m pytest $(WARN) $(CORE)

test-latest: $(VENV)/.ready-dev
	$(UV) venv --quiet --clear --python $(RUN) build/latest
	$(UV) pip install --quiet --python build/latest --upgrade --editable '.[repair]' $(TESTERS)
	build/latest/bin/python -m pytest $(WARN) $(CORE)

lock: $(VENV)/.ready-dev
	$(RUN) tools/lock.py

suites: $(VENV)/.ready-dev  # cases of others, fetched with npm; WRITE=--write writes what is made of them
	$(RUN) -m tools.suites $(WRITE)

docs: $(VENV)/.ready-dev
	$(BIN)/sphinx-build -W --keep-going -n -b html docs build/docs

links: $(VENV)/.ready-dev
	$(BIN)/sphinx-build -W --keep-going -n -b linkcheck docs build/links

format: $(VENV)/.ready-dev
	$(BIN)/ruff format src tests tools
	$(BIN)/ruff check --fix src tests tools

generate: $(VENV)/.ready-dev
	$(RUN) tools/generate.py

bench: $(VENV)/.ready-dev
	$(RUN) tools/bench/run.py

$(VENV)/.ready: pyproject.toml requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit("sharecheck needs Python 3.11 or later; name one: make PYTHON=python3.12" if sys.version_info < (3, 11) else 0)'
	@echo 'setting up $(VENV): about a minute'
	@$(PYTHON) -m venv $(VENV)
	@$(RUN) $(LOCKED) requirements.lock
	@$(RUN) $(ITSELF)
	@touch $@

$(VENV)/.ready-dev: $(VENV)/.ready requirements-dev.lock
	@echo 'adding what the tests need'
	@$(RUN) $(LOCKED) requirements-dev.lock
	@touch $@

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache .coverage
