# The two commands of the README: `make brief` and `make test`. Everything goes into .venv; nothing else is touched.
# Tests run on all cores: one after the other they take twice as long.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
LOWEST := .venv-lowest

.PHONY: brief test test-lowest docs lint wheel clean

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

# Every dependency at its lower bound of pyproject.toml; page, model, patterns and
# pages of the documentation are the same, and are tested once.
test-lowest: $(LOWEST)/.installed
	$(LOWEST)/bin/python -m pytest -n auto -m "not browser and not llm" \
		--ignore tests/test_adversarial.py --ignore tests/test_docs.py

# Reads from disk; searching takes a server: .venv/bin/python -m http.server --directory site. Nothing in a page may be
# loaded from elsewhere.
docs: $(VENV)/.docs
	$(BIN)/python scripts/build_reference.py
	$(BIN)/python scripts/build_settings.py
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict
	! grep -rnoE --include=*.html '<(script|link|img|iframe)[^>]+(src|href)="?(https?:)?//[^>]*>' site

wheel: $(VENV)/.build
	$(BIN)/python -m build --wheel

$(VENV)/.installed: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade "pip>=25.1"
	$(BIN)/python -m pip install --quiet --editable .
	touch $@

$(VENV)/.tests: $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --group test --group browser --group llm
	touch $@

$(VENV)/.lint: $(VENV)/.tests
	$(BIN)/python -m pip install --quiet --group lint
	touch $@

$(VENV)/.docs: $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --group docs
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
