# Two commands a reader needs: make serve, make test. The rest is for upkeep.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
RUN := $(BIN)/python -m
# uv itself is locked, with its hashes, among what the tests need.
LOCK := $(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 \
  --generate-hashes --no-emit-index-url

export NO_MKDOCS_2_WARNING := 1

.PHONY: serve preview test pytest audit sabotage build offline publish build-zensical bench check company \
  place letters answers seen translations recheck report report-open report-answer advisories release schema lint lock picture clean

serve: $(VENV)/site  ## Live preview on http://127.0.0.1:8000; of a translation: language=de
	@echo "Live preview: pages, data, styles and code as you edit them. Not here: the policy and headers,"
	@echo "lazy scripts and styles, social cards, QR codes, open data as JSON, feed, “Cited on”. See: make preview"
	$(if $(language),GUIDE_LANGUAGE=$(language) $(RUN) guide pages)
	GUIDE_LANGUAGE=$(language) $(RUN) mkdocs serve --dev-addr 127.0.0.1:8000 \
	  --config-file mkdocs.$(if $(language),$(language).)yml

preview: build  ## The finished site on http://127.0.0.1:8001, as a host serves it
	$(RUN) guide preview

test: $(VENV)/dev  ## Install what the tests need, then run them, with the linters beside them
	$(RUN) tools.browser
	@$(MAKE) --jobs=2 --keep-going lint pytest

pytest:
	$(RUN) pytest

audit: $(VENV)/dev lint  ## The full matrices: long; before a release and on a schedule
	$(RUN) tools.browser
	$(RUN) pytest -m audit
	$(RUN) tests.sabotage

sabotage: $(VENV)/dev  ## Break every promise on purpose and see which test notices
	$(RUN) tools.browser
	$(RUN) tests.sabotage

build: $(VENV)/site  ## The finished site in site/
	$(RUN) guide build

offline: $(VENV)/site  ## The same to take along: dist/offline/ for file://, a zip, one file
	$(RUN) guide offline

publish: $(VENV)/site  ## The site and its copies, with the zip and the one file on offer in site/offline/
	$(RUN) guide publish

build-zensical: $(VENV)/dev  ## The site and its copies with the second engine, in .build/zensical/ (ENGINES.md)
	$(RUN) guide build-zensical

check: $(VENV)/site  ## Validate the data and every macro call on the pages, without building
	$(RUN) guide check

company: $(VENV)/site  ## A stub to fill in: make company name="Example" domain=example.com
	@$(RUN) guide company "name=$(name)" "domain=$(domain)" && $(RUN) guide check

place: $(VENV)/site  ## The same for a place: make place name="Exampleland"
	@$(RUN) guide place "name=$(name)" && $(RUN) guide check

letters: $(VENV)/site  ## The missing pages of letters: one for each letter and language
	@$(RUN) guide letters && $(RUN) guide check

translations: $(VENV)/site  ## Catalogues as the English is now; begin one: language=it; see CONTRIBUTING.md
	@$(RUN) guide translations $(if $(language),language=$(language)) $(if $(same),"same=$(same)")

seen: $(VENV)/site  ## What somebody saw: make seen route=… result=worked date=2026-12-04 place=IT surface=android
	@$(RUN) guide seen "route=$(route)" "result=$(result)" "date=$(date)" "place=$(place)" \
	  "surface=$(surface)" "version=$(version)" "kind=$(kind)" "by=$(by)" "report=$(report)" && $(RUN) guide check

report report-open report-answer: $(VENV)/site  ## What the workflow for reports runs
	$(RUN) guide $@

recheck: $(VENV)/site  ## What went out of date: confirmations, policies, outgoing links
	$(RUN) guide recheck

release: $(VENV)/site  ## What a release is made of, in dist/: needs SITE_URL
	$(RUN) guide release

advisories: $(VENV)/dev  ## Known holes in what is locked
	$(RUN) pip_audit --disable-pip --require-hashes --requirement requirements-dev.txt

bench: $(VENV)/dev  ## Measure against stock Material and a bare page; writes BENCHMARKS.md
	$(RUN) tools.browser
	$(RUN) tools.bench

answers: $(VENV)/site  ## Write each company's page of the comparison anew from the data
	$(RUN) guide answers

schema: $(VENV)/site  ## Write docs/data/schema.json anew from the models
	$(RUN) guide schema

lint: $(VENV)/dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

lock: $(VENV)/dev  ## Lock the newest dependencies, with hashes
	$(LOCK) requirements.in --output-file requirements.txt
	$(LOCK) requirements-dev.in --output-file requirements-dev.txt

picture: $(VENV)/dev  ## Draw the README's picture anew
	$(RUN) tools.readme_picture

clean:
	rm -rf site dist .site.* .dist.* .build mkdocs.*.yml zensical.*.yml $(VENV)

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or newer is needed: make PYTHON=python3.12 …" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/site: $(VENV)/bin/python requirements.txt
	$(BIN)/pip install --quiet --require-hashes -r requirements.txt
	@touch $@

$(VENV)/dev: $(VENV)/bin/python requirements-dev.txt
	$(BIN)/pip install --quiet --require-hashes -r requirements-dev.txt
	@touch $@ $(VENV)/site
