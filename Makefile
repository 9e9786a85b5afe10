# Outturn. `make demo` to see it, `make test` to check it, `make help` for the rest.

PYTHON ?= python3
SERVE  ?= yes
PORT   ?= 8000
HOME_DIR ?= var

VENV := .venv
BIN  := $(VENV)/bin
RUN  := $(VENV)/installed
DEV  := $(VENV)/installed-dev
PIP  := $(BIN)/python -m pip install --disable-pip-version-check --progress-bar off

# One step after another: each stands on what the one before it installed.
.NOTPARALLEL:

.PHONY: help demo serve needs test test-sqlite test-postgres bench docs lint format lock screenshot pictures who-may clean

help: ## this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1|/' | column -t -s '|'

demo: $(RUN) ## environment, database, the LLR sample, its published report, and the site (SERVE=no stops before the site)
	@$(BIN)/outturn sample --home $(HOME_DIR) --no-serve
	@if [ "$(SERVE)" = no ]; then echo "Ready. Start the site with: make serve"; else $(MAKE) --no-print-directory serve; fi

serve: $(RUN) ## the site on http://localhost:8000 (PORT=8001 for another)
	@OUTTURN_HOME=$(HOME_DIR) $(BIN)/outturn serve --port $(PORT)

test: test-sqlite test-postgres ## everything: style, types, imports, docs, tests on both databases, browser journeys

needs: ## what the tests need of the machine: root installs what is missing, others are told its name
	@PYTHON=$(PYTHON) scripts/needs

test-sqlite: needs $(DEV)
	$(BIN)/pytest -n 2

test-postgres: needs $(DEV)
	scripts/with-postgres $(BIN)/pytest -n 2 -m "not browser and not fresh and not outside" tests/records tests/doors

bench: $(DEV) ## every speed ratio, measured in one run
	$(BIN)/python -m benchmarks

docs: $(DEV) ## the manual, into docs/_build/html
	$(BIN)/sphinx-build -q -W --keep-going -b html docs docs/_build/html
	@echo "Built docs/_build/html/index.html"

lint: $(DEV) ## style, types and the rules of the house
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/lint-imports --no-logo
	$(BIN)/mypy

format: $(DEV) ## put the style right
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

screenshot: $(DEV) ## the pictures of the README, from a site that is being served
	$(BIN)/python scripts/screenshot http://localhost:$(PORT)

who-may: $(DEV) ## the tables and diagrams of the manual on who may do what
	$(BIN)/python scripts/who-may docs

pictures: $(DEV) ## the charts of the manual, from docs/examples
	$(BIN)/python scripts/pictures docs/images/charts

lock: ## choose new versions of everything we stand on
	scripts/lock $(PYTHON)

clean: ## take away what make built; the data in var/ stay until you remove that folder
	rm -rf $(VENV) docs/_build build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo \
	  "Outturn needs Python 3.11 or later. '$(PYTHON)' is $$($(PYTHON) --version 2>&1 || true). Name another: make demo PYTHON=python3.11"; exit 2; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { echo \
	  "'$(PYTHON)' cannot make environments: install its venv part (Debian: apt-get install python3-venv) and try again."; exit 2; }
	@echo "== Making the Python environment in $(VENV)"
	@$(PYTHON) -m venv $(VENV)

$(RUN): requirements.lock pyproject.toml | $(BIN)/python
	@echo "== Installing what Outturn stands on (a minute the first time)"
	@$(PIP) -r requirements.lock
	@$(PIP) --no-deps -e ".[site]"
	@touch $@

$(DEV): requirements-dev.lock $(RUN)
	@echo "== Installing what the tests need (a minute the first time)"
	@$(PIP) -r requirements-dev.lock
	@touch $@
