# Two commands for a fresh Debian machine with Swift: `make demo` and `make test`.
PREFIX ?= /usr/local
DESTDIR ?=
SWIFT ?= swift
ROWS ?= 1000000
PYTHON ?= python3
# The Python whose openpyxl is a package.
JUDGE ?= /usr/bin/python3

BUILD_PACKAGES = libexpat1-dev libisal-dev libxlsxwriter-dev libxml2-dev zlib1g-dev pkg-config
TEST_PACKAGES = libreoffice-calc poppler-utils fonts-noto-cjk fonts-arphic-ukai python3-openpyxl time unzip
COMPAT_PACKAGES = python3 python3-venv libreoffice-calc
EXAMPLE = Templates/guangzhou-department/example

# Forms made by chance from the grammar in Tests/FormTests/Grammar, checked in-process: what fails, and which choices go with it. One seed alone,
# with its form: `ZIPINGBIAO_SEED=17 swift test --filter GrammarTests`.
FORMS ?= 500
grammar:
	ZIPINGBIAO_GRAMMAR=$(FORMS) $(SWIFT) test --filter GrammarTests

.PHONY: pictures pictures-check deb package-test demo fuzz linear test grammar compat roundtrip bench build packages test-packages install uninstall format lint clean

# Fills the bundled example and says where the form is.
demo: build
	@echo
	.build/release/zipingbiao fill $(EXAMPLE)/指标表.xlsx --budget $(EXAMPLE)/预算执行导出.csv -o Output --force

test: test-packages
	$(SWIFT) test

# The reader against two independent ones, on workbooks made here and on those of other tools where they stand beside the checkout.
compat:
	@sh .ci/install-packages $(BUILD_PACKAGES) $(COMPAT_PACKAGES)
	test -x .venv-compat/bin/python || python3 -m venv .venv-compat
	.venv-compat/bin/python -m pip install --quiet --disable-pip-version-check -r Tests/Compat/requirements.txt
	rm -rf .build-compat/workbooks
	.venv-compat/bin/python -B Tests/Compat/make_workbooks.py .build-compat/workbooks
	.venv-compat/bin/python -B Tests/Compat/judge.py $(wildcard ../shared/corpus) .build-compat/workbooks .build-compat/judgements.json
	ZIPINGBIAO_COMPAT="$(CURDIR)/.build-compat" $(SWIFT) test --filter CompatTests

# Workbooks that are read and written again, judged by openpyxl and printed by LibreOffice: forms made here, and those of other tools where they
# stand beside the checkout. Every exception stands in Tests/RoundTrip/exceptions.csv. Then everything that the program writes is held against the
# schema of the format, where that stands beside the checkout.
roundtrip: test-packages
	rm -rf .build-roundtrip
	$(JUDGE) -B Tests/RoundTrip/make_forms.py .build-roundtrip/workbooks
	for each in ../shared/corpus/*.xlsx ../shared/cases/*.xlsx; do if test -f "$$each"; then cp "$$each" .build-roundtrip/workbooks/; fi; done
	ZIPINGBIAO_ROUNDTRIP="$(CURDIR)/.build-roundtrip" ZIPINGBIAO_PYTHON="$(JUDGE)" $(SWIFT) test --filter RoundTripTests
	sh Tests/RoundTrip/schema.sh .build-roundtrip

# Makes the data and prints time and memory against the floors in C and against other tools where PYTHON can import them; `make bench
# ROWS=100000` for less. Fails when a bound is broken.
bench: build test-packages
	Tests/Benchmarks/fill.sh
	Tests/Benchmarks/check.sh
	ROWS="$(ROWS)" PYTHON="$(PYTHON)" Tests/Benchmarks/convert.sh

# Each fuzz target for so many seconds, under the address sanitizer. Finds stay in .build-fuzz.
FUZZ_SECONDS ?= 60
fuzz: packages
	@SWIFT="$(SWIFT)" sh Tests/Fuzz/run.sh $(FUZZ_SECONDS)

# The time of each command on inputs of two sizes: it grows with the size, not with its square.
linear: build
	python3 -B Tests/Benchmarks/linear.py .build/release/zipingbiao

# Without Swift's own libraries beside it the program starts sooner, and runs where Swift is not installed. Relocations that are packed take two
# megabytes less.
build: packages
	$(SWIFT) build -c release --product zipingbiao --static-swift-stdlib -Xswiftc -use-ld=lld -Xlinker -s -Xlinker -z -Xlinker pack-relative-relocs

packages:
	@sh .ci/install-packages $(BUILD_PACKAGES)

test-packages:
	@sh .ci/install-packages $(BUILD_PACKAGES) $(TEST_PACKAGES)

# Documentation/*.png from the printed examples; the check says whether they are stale.
pictures: build test-packages
	@sh .ci/install-packages unzip
	bash .ci/pictures.sh

pictures-check: build
	@sh .ci/install-packages unzip
	bash .ci/pictures.sh --check

# A Debian package of the release build, in Output/; and a test that installs, uses and removes it in an empty root.
deb: build
	@sh .ci/install-packages dpkg-dev
	bash .ci/deb.sh

package-test: deb
	@sh .ci/install-packages lintian man-db
	bash .ci/package-test.sh

install: build
	install -d "$(DESTDIR)$(PREFIX)/bin" "$(DESTDIR)$(PREFIX)/share/zipingbiao"
	install -m 755 .build/release/zipingbiao "$(DESTDIR)$(PREFIX)/bin/zipingbiao"
	rm -rf "$(DESTDIR)$(PREFIX)/share/zipingbiao/Templates"
	cp -R Templates "$(DESTDIR)$(PREFIX)/share/zipingbiao/Templates"

uninstall:
	rm -f "$(DESTDIR)$(PREFIX)/bin/zipingbiao"
	rm -rf "$(DESTDIR)$(PREFIX)/share/zipingbiao"

format:
	$(SWIFT) format --in-place --recursive --parallel Package.swift Sources Tests

lint:
	$(SWIFT) format lint --strict --recursive --parallel Package.swift Sources Tests

clean:
	rm -rf .build .build-bench .build-compat .build-fuzz .build-roundtrip .venv-compat
