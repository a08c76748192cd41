# Two commands: `make` checks the example protocols, `make test` runs all checks. Both set up what they need.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
RUN := $(BIN)/python

.PHONY: check test docs links format generate bench clean

check: $(VENV)/.ready
	$(BIN)/sharecheck check protocols/ || [ $$? -eq 1 ]  # the published examples have gaps: that is what they show

test: $(VENV)/.ready-dev
	$(BIN)/ruff format --check src tests tools
	$(BIN)/ruff check src tests tools
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(RUN) tools/generate.py --check
	$(RUN) -m pytest -n auto --cov --cov-report=term:skip-covered --cov-fail-under=90

	$(BIN)/sphinx-build -W --keep-going -n -q -b html docs build/docs

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

$(VENV)/.ready: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --editable .
	touch $@

$(VENV)/.ready-dev: $(VENV)/.ready requirements-dev.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --requirement requirements-dev.txt
	touch $@

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache .coverage
