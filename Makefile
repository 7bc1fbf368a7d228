# Each command makes its own environment in .venv/; nothing but Python 3.11 and git is needed beforehand.
PYTHON ?= python3
BIN := .venv/bin
STYLES := --indent-size 2 --end-with-newline
SCRIPTS := --indent-style=space --indent-width=2 --line-width=110 $(shell find generator -name '*.js' ! -name vega.js ! -path '*/sveltia/*')

.PHONY: help site check serve test lint format quick fuzz validate ace standards installs docs bench lighthouse extension clean
help: ## list the commands
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-10s %s\n", $$1, $$2}'

.venv/site.stamp: pyproject.toml requirements.txt
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --editable .
	@touch $@

.venv/test.stamp: .venv/site.stamp requirements-dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@

site: .venv/site.stamp ## build the site of the report into site/
	$(BIN)/trendrapport build

check: .venv/site.stamp ## list everything that is wrong with the report
	$(BIN)/trendrapport check

serve: .venv/site.stamp ## show the site and build it again on each change
	$(BIN)/trendrapport serve

test: .venv/test.stamp ## lint, types and all tests; with FILE=tests/test_source.py only those
	@command -v chromium-headless-shell >/dev/null && exit 0; echo "Installing Chromium"; \
	  apt-get install -y -qq chromium-headless-shell >/dev/null 2>&1 && exit 0; \
	  for name in chromium chromium-browser google-chrome; do command -v $$name >/dev/null && exit 0; done; \
	  apt-get install -y -qq chromium >/dev/null 2>&1 || $(BIN)/playwright install chromium || true
	@PATH="$$PATH:/usr/sbin"; command -v nginx >/dev/null || { echo "Installing nginx"; apt-get install -y -qq nginx-light >/dev/null 2>&1 || true; }
	@PATH="$$PATH:/usr/sbin"; command -v apache2 >/dev/null || { echo "Installing Apache"; apt-get install -y -qq apache2-bin >/dev/null 2>&1 || true; }
	@[ -x .venv/spectral/node_modules/.bin/spectral ] || { command -v npm >/dev/null && echo "Installing Spectral" && \
	  npm install --silent --no-audit --no-fund --ignore-scripts --prefix .venv/spectral @stoplight/spectral-cli@6.16.3 >/dev/null 2>&1; } || true
	@if [ -z "$(FILE)" ]; then $(MAKE) --no-print-directory lint; fi
	$(BIN)/pytest --numprocesses auto --dist loadfile --no-loadscope-reorder $(FILE)

lint: .venv/test.stamp ## format, lint and types
	$(BIN)/ruff format --check --quiet .
	$(BIN)/ruff check .
	@for file in $$(find generator -name '*.css'); do \
	  $(BIN)/css-beautify $(STYLES) "$$file" | cmp -s - "$$file" || { echo "$$file: run make format"; exit 1; }; done
	@[ ! -x $(BIN)/biome ] || $(BIN)/biome format $(SCRIPTS)
	$(BIN)/mypy

format: .venv/test.stamp ## format the Python, the styles and the scripts
	$(BIN)/ruff format --quiet .
	find generator -name '*.css' -exec $(BIN)/css-beautify $(STYLES) --replace {} + >/dev/null
	[ ! -x $(BIN)/biome ] || $(BIN)/biome format --write $(SCRIPTS)

quick: .venv/test.stamp ## the tests that need no browser, no server and no whole build: under a minute
	$(BIN)/pytest --numprocesses auto --dist loadfile --no-loadscope-reorder -m quick

fuzz: .venv/test.stamp ## change files at random for MINUTES=30, from another SEED each time
	MINUTES=$(or $(MINUTES),30) SEED=$(or $(SEED),$(shell date +%s)) $(BIN)/pytest -n0 --capture=no tests/test_mutations.py

.venv/nu/vnu.jar:
	@mkdir -p $(@D) && cd $(@D) && npm pack --silent vnu-jar@26.9.27 >/dev/null && tar -xzOf vnu-jar-26.9.27.tgz package/build/dist/vnu.jar > vnu.jar

validate: site .venv/nu/vnu.jar ## ask the Nu Html Checker about every page; needs npm and Java
	java -Xss4m -jar .venv/nu/vnu.jar --errors-only --skip-non-html site && echo "No errors"

ACE := .venv/ace/node_modules/.bin/ace-cli
$(ACE):
	npm install --silent --no-audit --no-fund --ignore-scripts --prefix .venv/ace @daisy/ace-cli@1.4.6

ace: export PUPPETEER_EXECUTABLE_PATH = $(firstword $(foreach name,chromium chromium-browser google-chrome,$(shell command -v $(name))))
ace: site $(ACE) ## ask Ace about the accessibility of every e-book; needs npm and Chromium
	find site -name '*.epub' -print0 | xargs -0 -I{} $(ACE) --silent --exiterror2 --force --outdir build/ace/{} {} && echo "No errors"

standards: .venv/test.stamp ## test against standards as published, in FILES=folder (tests/standards/README.md)
	STANDARDS="$(abspath $(FILES))" $(BIN)/pytest -n0 -rs tests/test_standards.py

installs: .venv/test.stamp ## install the wheel on each Python, with pinned and newest libraries; needs a network
	$(BIN)/python -m pip install --quiet --disable-pip-version-check uv==0.13.9
	INSTALLS=yes $(BIN)/pytest -n0 -rs tests/test_installs.py

docs: .venv/site.stamp ## write the parts of docs/ that follow from the code
	$(BIN)/python docs/generate.py

bench: .venv/test.stamp ## measure builds against plain Material for MkDocs; PICTURES=no leaves those out
	$(BIN)/python bench/search.py
	$(BIN)/python bench/pages.py
	$(BIN)/python bench/documents.py
	$(BIN)/python bench/preview.py
	$(BIN)/python bench/run.py $(if $(filter no,$(PICTURES)),--without-pictures)

lighthouse: .venv/site.stamp ## scores and bytes on a phone, with Lighthouse (needs Node); PLAIN=yes measures plain Material too
	$(BIN)/python bench/lighthouse.py $(if $(filter yes,$(PLAIN)),--plain)

extension: ## build the extension for VS Code in build/trendrapport.vsix; needs npm
	@mkdir -p build/extension && cp -R editors/vscode/. LICENSE build/extension
	cd build/extension && npm install --silent --no-audit --no-fund --ignore-scripts && npm run --silent bundle && \
	  npx vsce package --no-dependencies --out ../trendrapport.vsix

clean: ## remove what was built
	rm -rf build site .site.former
