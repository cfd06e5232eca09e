# Everything from a clean clone with Python 3.11 or newer: `make demo`, `make test`.
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:
.PHONY: install demo test lint types check browser quality floors docs screenshots bench train lock clean help

VENV := .venv
BIN := $(VENV)/bin
export NO_BROWSER
STAMP := $(VENV)/.installed
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
PYTHONS := $(PYTHON) python3 python3.14 python3.13 python3.12 python3.11 python
LOCK := uv pip compile --quiet --upgrade --universal --python-version 3.11 --only-binary :all: --generate-hashes \
  --no-header --no-annotate
NEW_ENOUGH := import sys, venv; sys.exit(sys.version_info < (3, 11))

help:  ## this list
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

install: $(STAMP)  ## make .venv and install comity with the locked packages

$(STAMP): requirements.lock pyproject.toml
	@if ! [ -x $(BIN)/python ]; then \
	  for python in $(PYTHONS); do \
	    if "$$python" -c '$(NEW_ENOUGH)' 2>/dev/null; then echo "making $(VENV) with $$($$python --version)"; "$$python" -m venv $(VENV); break; fi; \
	  done; \
	fi
	@[ -x $(BIN)/python ] || { echo "comity needs Python 3.11 or newer with venv; install it or name it: make PYTHON=/path/to/python" >&2; exit 2; }
	@echo "installing the locked packages (once)"
	@$(PIP) install --require-hashes --only-binary :all: -r requirements.lock
	@$(PIP) install --no-build-isolation --no-deps --no-index -e .
	@touch $@

demo: $(STAMP)  ## read the sample dossier and show what is found
	@$(BIN)/comity demo

test: lint types check  ## all that must hold before a change goes in

lint: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(STAMP)
	$(BIN)/mypy

check: $(STAMP) browser
	$(BIN)/pytest

browser:  ## bring Chromium for the tests in a browser (Debian, Ubuntu); NO_BROWSER=1 leaves these tests out
	@if [ -n "$${NO_BROWSER:-}" ] || command -v chromium >/dev/null || command -v chromium-browser >/dev/null; then exit 0; fi; \
	root=; [ "$$(id -u)" = 0 ] || root="sudo -n"; \
	if ! command -v apt-get >/dev/null || { [ -n "$$root" ] && ! $$root true 2>/dev/null; }; then \
	  echo "the tests in a browser need Chromium; install it (Debian: apt-get install chromium), or leave them out: make test NO_BROWSER=1" >&2; exit 2; \
	fi; \
	echo "installing Chromium for the tests in a browser (once)"; \
	$$root env DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends -qq chromium >/dev/null || \
	  { $$root apt-get update -qq && $$root env DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends -qq chromium >/dev/null; } || \
	  { echo "Chromium could not be installed; install it by hand, or leave its tests out: make test NO_BROWSER=1" >&2; exit 2; }

quality: $(STAMP)  ## measure accuracy against the gold records and write docs/accuracy.json
	@PYTHONPATH=tests $(BIN)/python -m quality
	@$(BIN)/python docs/generate.py

floors: $(STAMP)  ## raise (or, knowingly, lower) the accuracy that the tests demand to what is measured now
	@PYTHONPATH=tests $(BIN)/python -m quality.floors

docs: $(STAMP)  ## write the generated pages of docs/ anew
	@$(BIN)/python docs/generate.py

screenshots: $(STAMP) browser  ## take the pictures of the README anew
	@$(BIN)/python docs/screenshots.py

bench: $(STAMP)  ## speed and memory
	@$(BIN)/python benchmarks/cold_start.py
	@$(BIN)/python benchmarks/throughput.py
	@$(BIN)/python benchmarks/kills.py
	@$(BIN)/python benchmarks/ledger_scale.py --documents 2560
	@$(BIN)/python benchmarks/desk_load.py --known 100000

train: $(STAMP)  ## train the language pipeline anew: make train TREEBANKS=folder (about two hours of one core)
	@[ -n "$(TREEBANKS)" ] || { echo "name the folder of the treebanks: make train TREEBANKS=folder; see training/README.md" >&2; exit 2; }
	@$(PIP) install --require-hashes --only-binary :all: -r training/requirements.lock
	$(BIN)/python -m training.build "$(TREEBANKS)"

lock: $(STAMP)  ## resolve the newest versions allowed into requirements.lock (needs uv)
	@command -v uv >/dev/null || { echo "make lock needs uv; see its documentation for how to install it" >&2; exit 2; }
	$(LOCK) --extra dev pyproject.toml requirements-build.in --output-file requirements.lock
	$(LOCK) --extra train --constraint requirements.lock pyproject.toml --output-file training/requirements.lock

clean:  ## remove what is made here, .venv included
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis dist build
	find src tests training benchmarks docs -name __pycache__ -type d -prune -exec rm -rf {} +
