# Each command does all the set-up that it needs: `make site` what the generator runs with, `make test`
# the tools of the tests too.
BIN := .venv/bin
READY := .venv/ready
TOOLS := .venv/ready-dev
N ?= 1000
MUTANTS ?= 14
# The files that a test makes lie in memory, where the system has a folder for that.
MEMORY := $(wildcard /dev/shm)

.PHONY: help site test fast long fuzz verify mutate serve lint js bench bench-impor screenshots trim lock release clean
.DEFAULT_GOAL := help

help: ## this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 14

site: $(READY) ## check the content and build the site into site/
	@$(BIN)/iki build

test: $(TOOLS) ## all tests, on a real site in a real browser too; what of generator/ none of them runs
	@scripts/chromium
	@$(BIN)/pytest --cov --numprocesses 2 --dist worksteal

fast: $(TOOLS) ## the tests that need neither a site, a browser nor time, nor measure time
	@$(MEMORY:%=TMPDIR=%) $(BIN)/pytest -m "not site and not browser and not long and not no_cover" \
		--numprocesses 2 --dist worksteal --hypothesis-profile cepat

long: $(TOOLS) ## properties with two thousand examples each, sheets in LibreOffice: see docs/ukuran.md
	@$(MEMORY:%=TMPDIR=%) $(BIN)/pytest -m "hypothesis and not browser" \
		--numprocesses 2 --dist worksteal --hypothesis-profile lama
	@$(BIN)/python scripts/office.py

fuzz: $(TOOLS) ## N random inputs for the reader and the models (N=100000): see docs/ukuran.md
	@$(BIN)/python tests/fuzz.py $(if $(filter file,$(origin N)),100000,$(N))

verify: $(READY) ## build twice under all that must not matter, and compare byte for byte
	@$(MEMORY:%=TMPDIR=%) $(BIN)/python scripts/verify.py

mutate: $(TOOLS) ## put MUTANTS small faults into each room of a copy: the fast tests find nine of ten
	@$(BIN)/python scripts/mutate.py $(MUTANTS)

serve: $(READY) ## preview at http://127.0.0.1:8000, reloading when something changes
	@$(BIN)/iki serve

lint: $(TOOLS) ## style and types, of Python, JavaScript and CSS
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/node node_modules/eslint/bin/eslint.js --max-warnings 0 .
	@$(BIN)/node node_modules/stylelint/bin/stylelint.mjs "theme/**/*.css"

js: $(TOOLS) ## the unit tests of the scripts alone: a second
	@$(BIN)/node --test "tests/js/*.test.js"

bench: $(READY) ## time each stage with N positions made from the real content (N=1000)
	@$(MEMORY:%=TMPDIR=%) $(BIN)/python scripts/bench.py $(N)

bench-impor: $(READY) ## how much of the decrees of content/ `iki import` reads right, point by point
	@PYTHONPATH=tests $(BIN)/python scripts/bench_impor.py

screenshots: $(TOOLS) site ## pictures of every kind of page into build/gambar/
	@scripts/chromium
	@$(BIN)/python scripts/screenshots.py

trim: $(TOOLS) ## take from Material's style sheet what the site uses of it, when Material is another
	@$(BIN)/node scripts/trim.js \
		$$($(BIN)/python -c 'import material; print(*material.__path__)')/templates/assets/stylesheets/main.*.css \
		> theme/components/material/material.css

lock: $(TOOLS) ## write the lock files anew from pyproject.toml and package.json
	@scripts/lock

release: $(READY) ## pack wheel and source into dist/, the same bytes for the same commit
	@SOURCE_DATE_EPOCH=$$(git log -1 --format=%ct) $(BIN)/python -m hatchling build

clean: ## remove what was built and packed
	@rm -rf build dist site

$(READY): requirements-pdf.lock requirements-build.lock pyproject.toml
	@scripts/setup

$(TOOLS): $(READY) requirements-impor.lock requirements-dev.lock package.json package-lock.json
	@scripts/setup dev
