# `make brief` prints the brief of the example article by the offline coder, `make test` passes the whole suite, and
# `make quick` most of it. All they need is installed into VENV.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
SEED := 000_7b84bdcd6d97ee1e

# A container that forbids it would compile everything again for each command that a test starts.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: brief test quick check style clean

brief: $(VENV)/installed
	@$(BIN)/brief seeds/$(SEED).txt --coder

test: check
	$(BIN)/pytest -n 2

# Without mypy, without the tests that are marked slow, and with fewer examples of what holds of any text.
quick: style
	$(BIN)/pytest -n 2 -m "not slow" -q --hypothesis-profile quick

check: style
	$(BIN)/mypy

style: $(VENV)/developed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports

$(VENV)/bin/pip:
	$(PYTHON) -m venv $(VENV)
	@$(BIN)/pip install --quiet --upgrade pip

$(VENV)/installed: pyproject.toml | $(VENV)/bin/pip
	@$(BIN)/pip install --quiet --editable .
	@touch $@

$(VENV)/developed: pyproject.toml | $(VENV)/bin/pip
	@$(BIN)/pip install --quiet --editable . --group dev
	@touch $@ $(VENV)/installed

clean:
	rm -rf .venv build dist *.egg-info
