#!/usr/bin/env bash
# Conversion of a ledger of a million rows against its floors: whole processes of the release build, in turn, ratios pair by pair.
# Usage: Tests/Benchmarks/convert.sh [ROWS]. RUNS=5 pairs each; PYTHON=python3 is asked for other readers: what it can import is compared
# (python-calamine, openpyxl, xlsx2csv, fastexcel with polars, stream-xlsx-py).
# The data are made once, in .build-bench. Exit status 1: another result, or a ratio or a memory above its limit.
set -euo pipefail
cd "$(dirname "$0")/../.."
here=Tests/Benchmarks
rows=${1:-1000000}
runs=${RUNS:-5}
python=${PYTHON:-python3}
program=$PWD/.build/release/zipingbiao
data=.build-bench/$rows
export ZIPINGBIAO_TEMPLATES=$PWD/Templates
failed=0

if [ ! -e "$data/done" ]; then
    mkdir -p "$data"
    echo "making $rows rows …" >&2
    python3 "$here/make_data.py" "$data" "$rows"
    touch "$data/done"
fi
cc -O2 -Wall "$here/expat_floor.c" -lexpat -lz -o "$data/expat_floor"
cd "$data"
floor=(./expat_floor ledger.xlsx xl/worksheets/sheet1.xml ledger.xlsx xl/sharedStrings.xml)
convert() { echo "$program convert $1 -o $2 --force --quiet ${3:-}"; }

# Seconds and kilobytes of one run, as "seconds memory".
measure() {
    local start end
    start=$EPOCHREALTIME
    /usr/bin/time -f %M -o memory "$@" >/dev/null 2>&1 || { echo "failed: $*" >&2; exit 1; }
    end=$EPOCHREALTIME
    echo "$(((${end/./} - ${start/./}))) $(cat memory)"
}

# compare TITLE MOST_RATIO MOST_MB FLOOR… -- OURS…: medians, the median of the pairs' ratios, the highest memory.
compare() {
    local title=$1 ratio=$2 memory=$3
    shift 3
    local one=() two=() side=one
    for word in "$@"; do
        if [ "$word" = -- ]; then side=two; elif [ $side = one ]; then one+=("$word"); else two+=("$word"); fi
    done
    : >pairs
    for _ in $(seq "$runs"); do echo "$(measure "${one[@]}") $(measure "${two[@]}")" >>pairs; done
    awk -v title="$title" -v most="$ratio" -v memory="$memory" '
        { floor[NR] = $1 / 1e6; ours[NR] = $3 / 1e6; ratio[NR] = $3 / $1; if ($4 > high) high = $4 }
        function median(list, n,  i, j, swap) {
            for (i = 1; i < n; i++) for (j = i + 1; j <= n; j++) if (list[j] < list[i]) { swap = list[i]; list[i] = list[j]; list[j] = swap }
            return list[int((n + 1) / 2)]
        }
        END {
            r = median(ratio, NR); low = ratio[1]; top = ratio[NR]
            printf "%-34s %6.2f s  floor %6.2f s  ratio %.2f (%.2f–%.2f, at most %s)  %d MB (at most %s)\n", title,
                median(ours, NR), median(floor, NR), r, low, top, most, high / 1024, memory
            exit r > most || high > memory * 1024
        }' pairs || failed=1
}

same() { cmp <(tr -d '\r' <"$1") <(tr -d '\r' <"$2") || { echo "not the same: $1 $2"; failed=1; }; }

# shellcheck disable=SC2046 # words on purpose
{
    compare "XLSX → CSV, one thread" 1.2 64 "${floor[@]}" -- $(convert ledger.xlsx one.csv "--threads 1")
    compare "XLSX → CSV, two threads" 0.6 64 "${floor[@]}" -- $(convert ledger.xlsx two.csv "--threads 2")
    cmp one.csv two.csv && same one.csv ledger.csv
    compare "XLSX with inline strings → CSV" 9 32 ./expat_floor inline.xlsx xl/worksheets/sheet1.xml -- $(convert inline.xlsx inline.csv)
    same inline.csv ledger.csv
    compare "CSV GB18030 → UTF-8" 1.0 64 iconv -f GB18030 -t UTF-8 -o iconv.csv ledger-gb18030.csv -- \
        $(convert ledger-gb18030.csv gb.csv)
    same gb.csv iconv.csv
}
"../../$here/xlsx_floor.sh" ledger.csv "$program" convert IN -o OUT --force || failed=1

other() {
    local title=$1 module=$2
    shift 2
    if ! "$python" -c "import $module" 2>/dev/null; then
        echo "$title: not here, or it does not start"
        return
    fi
    echo "$title: $(measure "$@" | awk '{ printf "%.2f s, %d MB", $1 / 1e6, $2 / 1024 }')"
}
echo "other readers to CSV, once each; ours: $(measure $(convert ledger.xlsx two.csv) | awk '{ printf "%.2f s, %d MB", $1 / 1e6, $2 / 1024 }')"
other python-calamine python_calamine "$python" "../../$here/readers.py" calamine ledger.xlsx other.csv
other "fastexcel + polars" "fastexcel, polars" "$python" "../../$here/readers.py" fastexcel ledger.xlsx other.csv
other stream-xlsx-py stream_xlsx_py "$python" "../../$here/readers.py" stream ledger.xlsx other.csv
if [ -n "${SLOW:-}" ]; then
    other openpyxl openpyxl "$python" "../../$here/readers.py" openpyxl ledger.xlsx other.csv
    other xlsx2csv xlsx2csv "$python" -m xlsx2csv ledger.xlsx other.csv
else
    echo "openpyxl and xlsx2csv take minutes: SLOW=1 to run them too"
fi
exit $failed
