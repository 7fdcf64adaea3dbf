# Two commands do all the set-up there is: `make site` and `make test`.
BIN := .venv/bin
READY := .venv/ready
N ?= 1000

.PHONY: help site test fast serve lint bench screenshots lock clean
.DEFAULT_GOAL := help

help: ## this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /\1\t/' | expand -t 14

site: $(READY) ## check the content and build the site into site/
	@$(BIN)/iki build

test: $(READY) ## all tests, on a real site in a real browser too
	@scripts/chromium
	@$(BIN)/pytest

fast: $(READY) ## the tests that need neither a site nor a browser: seconds
	@$(BIN)/pytest -m "not site and not browser"

serve: $(READY) ## preview at http://127.0.0.1:8000, reloading when something changes
	@$(BIN)/iki serve

lint: $(READY) ## style and types
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy

bench: $(READY) ## time each stage with N positions made from the real content (N=1000)
	@$(BIN)/python scripts/bench.py $(N)

screenshots: site ## pictures of every kind of page into build/gambar/
	@scripts/chromium
	@$(BIN)/python scripts/screenshots.py

lock: $(READY) ## write requirements.lock anew from pyproject.toml (needs uv)
	@uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes \
	  --no-header --no-annotate --no-emit-index-url --no-emit-find-links --quiet --output-file requirements.lock

clean: ## remove what the build made
	@rm -rf build site

$(READY): requirements.lock pyproject.toml
	@scripts/setup
