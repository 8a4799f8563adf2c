# Two commands for a fresh Debian machine with Swift: `make demo` and `make test`.
PREFIX ?= /usr/local
SWIFT ?= swift

BUILD_PACKAGES = libexpat1-dev libxlsxwriter-dev zlib1g-dev pkg-config
TEST_PACKAGES = libreoffice-calc poppler-utils fonts-noto-cjk fonts-arphic-ukai python3-openpyxl time

.PHONY: demo test build packages test-packages install format lint clean

build: packages
	$(SWIFT) build -c release --product zipingbiao

packages:
	@sh .ci/install-packages $(BUILD_PACKAGES)

test-packages:
	@sh .ci/install-packages $(BUILD_PACKAGES) $(TEST_PACKAGES)

test: test-packages
	$(SWIFT) test
