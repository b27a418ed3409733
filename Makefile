# Two commands: `make brief` prints the brief of the example article by the offline coder, `make test` passes the whole suite.
PYTHON ?= python3
BIN := .venv/bin
SEED := 000_7b84bdcd6d97ee1e

.PHONY: brief test check clean

brief: .venv/installed
	@$(BIN)/brief seeds/$(SEED).txt --coder

test: .venv/developed check
	$(BIN)/pytest -n 2

check: .venv/developed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

.venv/bin/pip:
	$(PYTHON) -m venv .venv
	@$(BIN)/pip install --quiet --upgrade pip

.venv/installed: pyproject.toml | .venv/bin/pip
	@$(BIN)/pip install --quiet --editable .
	@touch $@

.venv/developed: pyproject.toml | .venv/bin/pip
	@$(BIN)/pip install --quiet --editable . --group dev
	@touch $@ .venv/installed

clean:
	rm -rf .venv build dist *.egg-info
