# Everyday commands; `make help` lists them. Builds of one machine take a lock, so that two do not fight for its cores:
# AIETL_BUILD_LOCK names another file (several checkouts can share one), AIETL_JOBS another number of jobs.
.DEFAULT_GOAL := help
.PHONY: help build dev run test check bench bench-postgres bench-sql fuzz asan tsan fmt clean

AIETL_BUILD_LOCK ?= build/.lock
AIETL_JOBS ?= $(shell nproc)
LOCKED = flock $(AIETL_BUILD_LOCK)
# The configuration is redone by ninja itself when a list of files changes.
CONFIGURE = mkdir -p build && { [ -f build/$(1)/build.ninja ] || cmake --preset $(1) >/dev/null; }
NINJA = $(LOCKED) ninja -C build/$(1) -j$(AIETL_JOBS) --quiet

help:  ## this list
	@sed -n 's/^\([a-z ]*\):.*## /  make \1\t/p' $(firstword $(MAKEFILE_LIST)) | expand -t 20

build:  ## install what is needed, build the program: build/aietl
	@scripts/setup run
	@$(call CONFIGURE,release)
	@$(call NINJA,release) aietl

dev:  ## the edit loop: make dev T=spec_test builds one target in build/dev and runs it if it is a test
	@scripts/setup test
	@$(call CONFIGURE,dev)
	@$(call NINJA,dev) $(or $(T),all)
	@case "$(T)" in *_test) build/dev/$(T) ;; esac

run: build  ## build, then the main job on the sample data
	@examples/run.sh

test:  ## install what is needed, build, run every test
	@scripts/setup test
	@$(call CONFIGURE,release)
	@$(call NINJA,release) all
	@tests/run

check:  ## what no compiler checks: layers, walls, include cost, texts, format, tidy
	@scripts/setup checks
	@tools/check

bench: build  ## measurements, each beside its physical limit
	@scripts/setup test
	@$(call NINJA,release) aietl-sqlrun
	@bench/run

bench-postgres: build  ## loads into and out of PostgreSQL, each beside its physical limit
	@scripts/setup test
	@$(call NINJA,release) aietl-sqlrun
	@bench/postgres

bench-sql: build  ## the SQL core beside sqlglot and libpg_query
	@scripts/setup checks
	@$(call NINJA,release) sql_bench
	@bench/sql/run

fuzz:  ## every fuzz target for SECONDS=60
	@scripts/setup checks
	@$(call CONFIGURE,fuzz)
	@$(call NINJA,fuzz) fuzz_targets
	@tests/fuzz/run $(or $(SECONDS),60) $(T)

asan tsan:  ## the unit tests and the corpus under AddressSanitizer and UBSan, or ThreadSanitizer
	@scripts/setup checks
	@$(call CONFIGURE,$@)
	@$(call NINJA,$@) all
	@tests/run --sanitizer $@

fmt:  ## format the sources
	@scripts/setup checks
	@git ls-files '*.h' '*.cc' | xargs -r clang-format-19 -i

clean:  ## remove everything built; what was downloaded stays
	@find build -mindepth 1 -maxdepth 1 ! -name deps -exec rm -rf {} +
