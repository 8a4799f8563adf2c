#!/usr/bin/env bash
# Time and memory of filling the bundled example, as a whole process of the release build: the median of 21 runs.
# Usage: Tests/Benchmarks/fill.sh [another-zipingbiao]: with a second program, the two are run in turn and compared.
set -euo pipefail
cd "$(dirname "$0")/../.."
example=Templates/guangzhou-department/example
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
export ZIPINGBIAO_TEMPLATES=$PWD/Templates

run() {
    /usr/bin/time -f '%e %M' -a -o "$out/$2" "$1" fill "$example/指标表.xlsx" --budget "$example/预算执行导出.csv" \
        -o "$out/form" --force --quiet >/dev/null
}

# Bash's own clock: time(1) counts in hundredths.
measure() {
    local start end
    start=$EPOCHREALTIME
    run "$1" "$2"
    end=$EPOCHREALTIME
    echo $(((${end/./} - ${start/./}) / 100)) >>"$out/$2.tenths"
}

programs=(.build/release/zipingbiao "$@")
for program in "${programs[@]}"; do run "$program" warm; done
for _ in $(seq 21); do
    for index in "${!programs[@]}"; do measure "${programs[$index]}" "run$index"; done
done
for index in "${!programs[@]}"; do
    time=$(sort -n "$out/run$index.tenths" | sed -n 11p)
    memory=$(awk '{print $2}' "$out/run$index" | sort -n | tail -1)
    echo "${programs[$index]}: fill $((time / 10)).$((time % 10)) ms (median of 21), $((memory / 1024)) MB (highest)"
done
