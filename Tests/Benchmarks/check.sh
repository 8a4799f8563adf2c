#!/usr/bin/env bash
# Time and memory of checking 200 forms in one process of the release build: the median of 9 runs. The forms are the bundled examples, filled.
# Usage: Tests/Benchmarks/check.sh [folder-with-other-forms]. Fails when
# it takes 2 seconds or more; the processor time beside it tells what else the machine did.
set -euo pipefail
cd "$(dirname "$0")/../.."
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
export ZIPINGBIAO_TEMPLATES=$PWD/Templates XDG_CONFIG_HOME=$out/config
program=.build/release/zipingbiao
mkdir "$out/seed" "$out/forms"
if [ $# -gt 0 ]; then
    cp "$1"/*.xlsx "$out/seed"
else
    for template in Templates/*/; do
        id=$(basename "$template")
        # Example input that needs more than the table alone is left out.
        "$program" fill "$template/example/指标表.xlsx" --template "$id" -o "$out/seed/$id.xlsx" --quiet >/dev/null || true
    done
fi
count=0
while [ $count -lt 200 ]; do
    for form in "$out"/seed/*.xlsx; do
        [ $count -lt 200 ] || break
        cp "$form" "$out/forms/$count.xlsx"
        count=$((count + 1))
    done
done
for _ in $(seq 10); do
    # 3 says that something must be corrected: no fault of the program.
    /usr/bin/time -q -f '%e %M %U %S' -a -o "$out/times" "$program" check "$out/forms" --quiet >/dev/null || [ $? -eq 3 ]
done
seconds=$(tail -9 "$out/times" | awk '{print $1}' | sort -n | sed -n 5p)
memory=$(awk '{print $2}' "$out/times" | sort -n | tail -1)
processor=$(tail -9 "$out/times" | awk '{print $3 + $4}' | sort -n | sed -n 5p)
echo "check of 200 forms: $seconds s, $processor s of processor time (medians of 9), $((memory / 1024)) MB (highest)"
awk -v seconds="$seconds" 'BEGIN { exit !(seconds < 2) }'
