# Everything starts here. `make run` and `make test` set up all they need, once, in .venv.
PYTHON ?= python3
UV ?= uv
# tests: how many processes, and which mutants (changed, or all as in .ci/run)
WORKERS ?= 2
MUTANTS ?= changed
BIN := .venv/bin
PY := $(BIN)/python
DONE := .venv/.done
INSTALL := $(PY) -m pip --disable-pip-version-check install --require-hashes

.DEFAULT_GOAL := help
.PHONY: help run serve test check docs man golden parity proven data lock types page validate bench mutants pictures fuzz interruptions
.DELETE_ON_ERROR:

help:  ## show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "  make %-13s %s\n", $$1, $$2}' Makefile

run: $(DONE)/run  ## play europe-2007 for every party; a report in out/latest
	$(BIN)/twoplustwo run europe-2007

serve: $(DONE)/run $(DONE)/page  ## the workbench: opens it in the browser
	$(BIN)/twoplustwo serve

test: check $(DONE)/chromium  ## run the quick checks, then all tests (MUTANTS=all for every one)
	MUTANTS=$(MUTANTS) $(PY) -m pytest -n $(WORKERS) --dist loadgroup --no-loadscope-reorder

check: $(DONE)/dev $(DONE)/page types  ## check dossiers, style, types and layers, and the page's own
	$(BIN)/twoplustwo check dossiers/europe-2007
	$(BIN)/twoplustwo check dossiers/korea-2016
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/basedpyright
	$(BIN)/lint-imports
	cd web && npm run --silent check && npm run --silent test

page: $(DONE)/page  ## build the page of the workbench into the package

types: $(DONE)/run $(DONE)/node  ## make the page's types of the interface from the server's shapes
	@mkdir -p build
	@$(PY) -m twoplustwo.doors.server.schema > build/openapi.json
	@cd web && npm run --silent types > ../build/types.log

pictures: $(DONE)/dev $(DONE)/page $(DONE)/chromium  ## screenshots of the workbench for README and documents
	$(PY) docs/generate/workbench.py

validate: $(DONE)/run  ## published results against ours, case by case
	$(BIN)/twoplustwo validate

bench: $(DONE)/bench $(DONE)/page $(DONE)/chromium  ## speed, as ratios against other packages in one run (ONLY=name of one task)
	$(PY) benchmarks/run.py $(ONLY)

mutants: $(DONE)/dev  ## the wider mutation check: which wrong engines do the tests not notice?
	$(PY) tests/mutants/wide.py

fuzz: N ?= 20000
fuzz: $(DONE)/dev  ## change dossiers at random and check them (N=100000; FIRST=number of the first change)
	$(PY) tests/fuzz/fuzz.py $(N) $(FIRST)

interruptions: N ?= 400
interruptions: $(DONE)/dev  ## stop commands at random moments (N=how often; FIRST=number of the first)
	$(PY) tests/interrupted.py $(N) $(FIRST)

docs: $(DONE)/docs  ## build the documents, warnings being errors, into build/docs
	$(PY) -m sphinx -W --keep-going -q -b html docs build/docs
	@echo "documents: build/docs/index.html"

man: $(DONE)/run  ## write the man page anew, after the command line has changed
	$(PY) docs/generate/man.py

golden: $(DONE)/dev  ## write tests/golden anew, after an answer has moved for a reason
	$(PY) tests/golden/make.py

parity: $(DONE)/dev  ## ask everything at another state of the sources (REF=commit) and compare bits
	$(PY) tests/golden/parity.py $(REF)

proven: $(DONE)/dev  ## bind guarantees to the present engine and claims, if their tests pass
	$(PY) -m pytest tests/search/test_steepness.py tests/questions/test_directions.py
	$(PY) tests/search/prove.py

data: $(DONE)/data  ## build the tables and borders of dossiers/common (WORLD_ATLAS=folder of that package)
ifdef WORLD_ATLAS
	$(PY) data/build.py "$(WORLD_ATLAS)" dossiers/common
else
	mkdir -p build
	cd build && tar -xzf "$$(npm pack --silent world-atlas@2.0.2)"
	$(PY) data/build.py build/package dossiers/common
endif

LOCK = $(UV) pip compile --quiet $(UPGRADE) --universal --python-version 3.11 \
	--fork-strategy fewest --generate-hashes --no-emit-index-url --no-header --no-annotate
lock:  ## resolve requirements/ again after a change of pyproject.toml (UPGRADE=--upgrade for newest)
	@$(UV) --version >/dev/null || { echo "make lock needs uv: pip install uv" >&2; exit 2; }
	$(LOCK) pyproject.toml --output-file requirements/run.txt
	$(LOCK) --group build --output-file requirements/build.txt
	$(LOCK) pyproject.toml --group dev -c requirements/run.txt -c requirements/build.txt \
		--output-file requirements/dev.txt
	$(LOCK) pyproject.toml --group bench -c requirements/run.txt -c requirements/dev.txt \
		--output-file requirements/bench.txt
	$(LOCK) pyproject.toml --group docs -c requirements/run.txt --output-file requirements/docs.txt
	$(LOCK) pyproject.toml --group data -c requirements/run.txt --output-file requirements/data.txt

# The environment, each part once; done again when what it was made from has changed.

$(DONE)/venv:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo \
	"twoplustwo needs Python 3.11 or newer; name one: make PYTHON=python3.12" >&2; exit 2; }
	@echo "setting up .venv: once, some minutes"
	@$(PYTHON) -m venv .venv || { echo \
	"Python's venv is missing; on Debian: apt-get install python3-venv" >&2; exit 2; }
	@mkdir -p $(DONE) && touch $@

$(DONE)/run: $(DONE)/venv requirements/run.txt requirements/build.txt pyproject.toml
	$(INSTALL) -r requirements/run.txt -r requirements/build.txt
	$(PY) -m pip --disable-pip-version-check install --no-deps --no-build-isolation --quiet -e .
	@touch $@

$(DONE)/node: web/package.json web/package-lock.json
	@node -e 'process.exit(+(parseInt(process.versions.node) < 20))' || { echo \
	"the page of the workbench is built with Node 20 or newer" >&2; exit 2; }
	cd web && npm ci --no-progress --loglevel=error
	@mkdir -p $(DONE) && touch $@

$(DONE)/page: $(DONE)/node $(shell find web -path web/node_modules -prune -o -type f -print)
	cd web && npm run --silent build -- --logLevel warn
	@touch $@

$(DONE)/chromium: $(DONE)/venv tests/web/chromium.py
	$(PY) tests/web/chromium.py
	@touch $@

$(DONE)/dev $(DONE)/bench $(DONE)/docs $(DONE)/data: $(DONE)/%: requirements/%.txt $(DONE)/run
	$(INSTALL) -r $<
	@touch $@
