# make demo   reads samples/ and says where the workbook is
# make test   runs the tests
# make check  format, lint, types, imports, tests: what has to pass before a change goes in
# make bench-word  prints figures beside other tools (also -pdf -values -owners -headings -workbook -batch -isolation)
#
# Python 3.11 or later and make are all a machine needs: uv goes into .uv, everything else into .venv,
# at the versions uv.lock names.

BIN := $(if $(filter Windows_NT,$(OS)),Scripts,bin)
UV := .uv/$(BIN)/uv
RUN := .venv/$(BIN)
UV_VERSION := 0.13

NEW_ENOUGH := import sys; sys.exit(sys.version_info < (3, 11))
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11 python py; do \
	"$$p" -c "$(NEW_ENOUGH)" 2>/dev/null && { echo "$$p"; break; }; done)

# An environment or an interpreter that happens to be active must not decide where things go.
unexport VIRTUAL_ENV UV_PYTHON UV_PROJECT_ENVIRONMENT PYTHONPATH PYTHONHOME
export UV_PYTHON_DOWNLOADS := never
# Office networks that inspect traffic have their own certificate, which only the system's store knows.
export UV_SYSTEM_CERTS := true

.PHONY: help demo test check static format samples expected clean

help:
	@sed -n 's/^# \(make .*\)/\1/p' Makefile

demo: .venv/.users
	$(RUN)/ingather run samples --out demo-output --as-of 2026-03-31 --no-store
	@echo "The workbook is $(CURDIR)/demo-output/action-plans.xlsx"

# On every core, a file of tests on one: what its tests share is made once. One process, for a debugger: .venv/bin/pytest
test: .venv/.developers
	$(RUN)/python -m pytest --numprocesses logical --maxprocesses 4 --dist loadfile --no-loadscope-reorder

check: static test

static: .venv/.developers
	$(RUN)/ruff format --check .
	$(RUN)/ruff check .
	$(RUN)/mypy
	$(RUN)/lint-imports

format: .venv/.developers
	$(RUN)/ruff format .
	$(RUN)/ruff check --fix .

samples: .venv/.developers
	$(RUN)/python -m tests.make

expected: .venv/.developers
	$(RUN)/python -m pytest tests/test_samples.py tests/export/test_expected.py --rewrite-expected

# Measured beside other tools, which a group of their own installs; the printed tables are kept in bench/*.md.
bench-%: .venv/.benchers
	$(RUN)/python -m bench.$*

clean:
	rm -rf .venv .uv demo-output

# --inexact leaves in place what `make test` added.
.venv/.users: uv.lock pyproject.toml $(UV)
	$(UV) sync --quiet --frozen --no-dev --inexact --python "$(PYTHON)"
	@touch $@

.venv/.developers: uv.lock pyproject.toml $(UV)
	$(UV) sync --quiet --frozen --all-extras --python "$(PYTHON)"
	@touch $@ .venv/.users

.venv/.benchers: uv.lock pyproject.toml $(UV)
	$(UV) sync --quiet --frozen --all-extras --group bench --python "$(PYTHON)"
	@touch $@ .venv/.developers .venv/.users

$(UV):
	@test -n "$(PYTHON)" || { echo "ingather needs Python 3.11 or later, and none was found. Install it from \
	https://www.python.org/downloads/ and run make again, or say where it is: make PYTHON=/path/to/python3 ..." >&2; exit 1; }
	@"$(PYTHON)" -c "$(NEW_ENOUGH)" || { echo "ingather needs Python 3.11 or later; $(PYTHON) is \
	$$("$(PYTHON)" --version 2>&1)." >&2; exit 1; }
	"$(PYTHON)" -m venv .uv
	.uv/$(BIN)/python -m pip install --quiet --disable-pip-version-check "uv~=$(UV_VERSION).0"
