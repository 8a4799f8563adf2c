#!/usr/bin/env bash
# CSV -> XLSX against its floor, the same calls of libxlsxwriter from C (xlsx_floor.c): whole processes in turn, the
# medians of RUNS runs (5), the median of the ratios pair by pair, and the highest memory. The sheets must be the same byte for byte, or nothing is said of time.
# Usage: Tests/Benchmarks/xlsx_floor.sh ledger.csv program [argument…]; IN and OUT among the arguments stand for the files.
#   Tests/Benchmarks/xlsx_floor.sh ledger.csv .build/release/zipingbiao convert IN -o OUT --force
# Exit status 1: other bytes, more than 1.15 times the floor's time, or more than 48 MB.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
runs=${RUNS:-5}
table=$1
shift
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cc -O2 -Wall "$here/xlsx_floor.c" -lxlsxwriter -o "$work/floor"

ours=()
for argument in "$@"; do
    case $argument in
    IN) ours+=("$table") ;;
    OUT) ours+=("$work/ours.xlsx") ;;
    *) ours+=("$argument") ;;
    esac
done

run() {
    local name=$1
    shift
    /usr/bin/time -f '%e %U %S %M' -a -o "$work/$name" "$@" >/dev/null
}

# Processor time: the clock on the wall also counts what else the machine does, and waits for the disk.
middle() { sort -n | sed -n "$(((runs + 1) / 2))p"; }
median() { awk '{print $2 + $3}' "$work/$1" | middle; }
wall() { awk '{print $1}' "$work/$1" | middle; }
memory() { awk '{print $4}' "$work/$1" | sort -n | tail -1; }

for ((index = 0; index < runs; index++)); do
    run floor.times "$work/floor" "$table" "$work/floor.xlsx" 账目
    run ours.times "${ours[@]}"
done
sheet=xl/worksheets/sheet1.xml
cmp <(unzip -p "$work/floor.xlsx" "$sheet") <(unzip -p "$work/ours.xlsx" "$sheet")
for name in floor ours; do
    echo "$name: $(median $name.times) s of processor time, $(wall $name.times) s in all, $(($(memory $name.times) / 1024)) MB"
done
ratio=$(paste -d ' ' "$work/ours.times" "$work/floor.times" | awk '{print ($2 + $3) / ($6 + $7)}' | middle)
awk -v ratio="$ratio" -v memory="$(memory ours.times)" 'BEGIN {
    printf "ratio %.3f (at most 1.15), memory %.0f MB (at most 48)\n", ratio, memory / 1024
    exit ratio > 1.15 || memory > 48 * 1024
}'
