#!/bin/sh
# Builds the fuzz targets and runs each for so many seconds, 60 if none are given. Which: all, or those named after the seconds.
# With FUZZ_COMMITTED set, the inputs of the repository alone are begun with.
# Inputs that were found useful, and finds, stay in .build-fuzz. Exits non-zero when there is a find, and says where its input is.
set -eu
cd "$(dirname "$0")/../.."
seconds=${1:-60}
[ $# -eq 0 ] || shift
[ $# -gt 0 ] || set -- xlsx xls csv html

# A scratch folder of its own: everything is built again with the sanitizers. The usual linker stumbles over their debug information.
${SWIFT:-swift} build --package-path Tests/Fuzz --scratch-path .build-fuzz/build -c release \
    -Xswiftc -sanitize=fuzzer,address -Xswiftc -enable-testing -Xswiftc -use-ld=lld

# The leak checker can't run where processes may not be traced, and Swift keeps much for the life of the process.
export ASAN_OPTIONS="detect_leaks=0:${ASAN_OPTIONS:-}"
# Swift's own report of a crash reads memory that the sanitizer guards: its find would be told instead of ours.
export SWIFT_BACKTRACE=enable=no
# Runs the target that `target` names.
fuzz() {
    ".build-fuzz/build/release/fuzz-$target" "$@" -artifact_prefix="$work/finds/" -timeout=10 -rss_limit_mb=1024
}

status=0
for target in "$@"; do
    work=.build-fuzz/$target
    mkdir -p "$work/corpus" "$work/finds" "$work/others"
    # Small files of other tools, where they stand beside the checkout; never part of the repository.
    if [ -d ../shared/corpus ] && [ -z "${FUZZ_COMMITTED:-}" ]; then
        case $target in
        xlsx) kinds='-name *.xlsx -o -name *.xlsm' ;;
        xls) kinds='-name *.xls -o -name *.et' ;;
        csv) kinds='-name *.csv -o -name *.txt' ;;
        html) kinds='-name *.xls -o -name *.htm* -o -name *.xml' ;;
        esac
        set -f
        # shellcheck disable=SC2086 # several words on purpose
        find ../shared/corpus -type f -size -64k \( $kinds \) | while read -r file; do
            copy=$work/others/$(basename "$file")
            # The first two bytes of an input for the CSV reader say how it is read and written: here, as it comes.
            if [ "$target" = csv ]; then { printf '\0\0'; cat "$file"; } >"$copy"; else cp "$file" "$copy"; fi
        done
        set +f
    fi
    echo "fuzz-$target: $seconds s"
    # Files of others once as they are; those longer than 16 KB are cut in the fuzzing, which is to be fast.
    if ! fuzz "$work/others" -runs=0 -max_len=65536 >"$work/log" 2>&1 \
        || ! fuzz "$work/corpus" "Tests/Fuzz/corpus/$target" "$work/others" -max_total_time="$seconds" -max_len=16384 \
            -dict="Tests/Fuzz/dictionaries/$target.dict" -print_final_stats=1 >"$work/log" 2>&1; then
        status=1
        echo "fuzz-$target: a find"
        grep -aE 'Fatal error|ERROR:|SUMMARY:|Test unit written to' "$work/log" || tail -n 20 "$work/log"
    fi
    grep -aE '^stat::|^Done' "$work/log" || true
done
exit $status
