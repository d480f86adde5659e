# The two commands of the README: `make brief` and `make test`. Everything goes into .venv; nothing else is touched.
# Tests run on all cores: one after the other they take twice as long.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
LOWEST := .venv-lowest

.PHONY: brief test test-lowest lint wheel clean

# The demo never asks a model, whatever keys are set.
brief: $(VENV)/.installed
	$(BIN)/summarize seeds/ --brief --backend offline

test: $(VENV)/.tests
	$(BIN)/python -m pytest -n auto

lint: $(VENV)/.lint
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# Every dependency at its lower bound of pyproject.toml.
test-lowest: $(LOWEST)/.installed
	$(LOWEST)/bin/python -m pytest -n auto

wheel: $(VENV)/.build
	$(BIN)/python -m build --wheel

$(VENV)/.installed: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade "pip>=25.1"
	$(BIN)/python -m pip install --quiet --editable .
	touch $@

$(VENV)/.tests: $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --group test
	touch $@

$(VENV)/.lint: $(VENV)/.tests
	$(BIN)/python -m pip install --quiet --group lint
	touch $@

$(VENV)/.build: $(VENV)/.installed
	$(BIN)/python -m pip install --quiet build
	touch $@

$(LOWEST)/.installed: pyproject.toml scripts/lowest.py
	$(PYTHON) -m venv $(LOWEST)
	$(LOWEST)/bin/python -m pip install --quiet --upgrade "pip>=25.1"
	$(LOWEST)/bin/python scripts/lowest.py > $(LOWEST)/lowest.txt
	$(LOWEST)/bin/python -m pip install --quiet --constraint $(LOWEST)/lowest.txt --editable . --group test
	touch $@

clean:
	rm -rf $(VENV) $(LOWEST) dist build
