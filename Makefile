# What you can ask for. `make demo` and `make test` set up a fresh Debian machine that has only the Swift toolchain.

# Without loading Swift's libraries one by one, the command starts in half the time; the system's own linker would warn at length of
# functions that Foundation uses.
release := -c release --static-swift-stdlib -Xswiftc -use-ld=lld

.PHONY: help demo test setup build questions format bench clean

help:
	@echo 'make demo     build Milepost and answer four questions about a real portfolio, into Output/'
	@echo 'make test     run all tests'
	@echo 'make setup    install the system packages that are missing (the others call it for you)'
	@echo 'make build    build the command: .build/release/milepost'
	@echo 'make questions  answer the questions of Documentation/Questions.md again'
	@echo 'make format   format the sources'
	@echo 'make bench    measure, over growing sizes (about ten minutes)'
	@echo 'make clean    remove what was built'

demo: setup
	@Tools/demo

test: setup
	swift test --disable-xctest

setup:
	@Tools/setup

build: setup
	swift build $(release) --product milepost

questions: build
	@Tools/questions

format:
	swift format --in-place --recursive Package.swift Sources Tests Benchmarks/Package.swift Benchmarks/Sources

bench: setup
	swift build $(release) --product milepost
	swift build $(release) --product PlanProbes
	.build/release/PlanProbes
	swift run -c release --package-path Benchmarks milepost-benchmarks

clean:
	rm -rf .build Benchmarks/.build Output
