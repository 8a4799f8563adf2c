#!/usr/bin/env bash
# Time and memory of `convert`, as whole processes of the release build, against floors and against other tools.
#
# Usage: [ROWS=1000000] [RUNS=5] [OTHER_RUNS=3] [PYTHON=python3] Tests/Benchmarks/convert.sh [zipingbiao]
#   ROWS rows of a ledger (make_data.py) are made once, into .build-bench/ROWS. Two programs are run in turn, RUNS times each; a ratio
#   is the median of the ratios of the pairs, so that what else the machine does weighs on both. Memory is the highest of all runs.
#   Readers for Python are measured too, where PYTHON can import them:
#     python3 -m venv .venv-bench
#     .venv-bench/bin/pip install python-calamine openpyxl xlsx2csv fastexcel polars stream-xlsx-py
#     make bench PYTHON=.venv-bench/bin/python
# Exit status 1: a result is not the ledger, or a ratio or a memory is above its bound; said after everything is measured.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
program=$(realpath "${1:-$root/.build/release/zipingbiao}")
rows=${ROWS:-1000000}
runs=${RUNS:-5}
other_runs=${OTHER_RUNS:-3}
python=${PYTHON:-python3}
data=$root/.build-bench/$rows
mkdir -p "$root/.build-bench"
work=$(mktemp -d "$root/.build-bench/work.XXXXXX")
trap 'rm -rf "$work"' EXIT
export ZIPINGBIAO_TEMPLATES=$root/Templates
broken=0

if [ ! -d "$data" ]; then
    mkdir "$work/data"
    "$python" -B "$here/make_data.py" "$work/data" "$rows"
    mv "$work/data" "$data"
fi
cc -O2 -Wall "$here/expat_floor.c" -lexpat -lz -o "$work/expat_floor"
tr -d '\r' <"$data/ledger.csv" >"$work/ledger.csv"

# timed NAME command…: appends microseconds and kilobytes to NAME.times; what it prints goes to NAME.out and NAME.errors.
timed() {
    local name=$1 start end
    shift
    start=$EPOCHREALTIME
    /usr/bin/time -f %M -o "$work/kilobytes" "$@" >"$work/$name.out" 2>"$work/$name.errors" || return 1
    end=$EPOCHREALTIME
    echo "$((${end/./} - ${start/./})) $(tail -1 "$work/kilobytes")" >>"$work/$name.times"
}

middle() { sort -n | awk '{ all[NR] = $1 } END { print all[int((NR + 1) / 2)] }'; }
seconds() { awk '{ print $1 / 1e6 }' "$work/$1.times" | middle; }
megabytes() { awk '{ if ($2 > most) most = $2 } END { printf "%.0f", most / 1024 }' "$work/$1.times"; }
exceeds() { awk -v value="$1" -v most="$2" 'BEGIN { exit !(value > most) }'; }
is_ledger() { tr -d '\r' <"$1" | cmp -s - "$work/ledger.csv"; }

row() { printf '%-34s %9s %9s %7s %7s %7s %7s  %s\n' "$@"; }

# compare TITLE RATIO MEMORY RUNS RESULT: runs `ours` and `theirs` in turn, arrays of words, and prints a line.
# RATIO and MEMORY are bounds, or - for none; RESULT is what ours writes, to be compared with the ledger.
compare() {
    local title=$1 most=$2 memory=$3 times=$4 result=$5 one ratio verdict=''
    rm -f "$work"/*.times
    for ((index = 0; index < times; index++)); do
        for one in ours theirs; do
            local -n command=$one
            # Freeing what the run before wrote is no part of this one.
            rm -f "$work/$one.csv"
            if ! timed "$one" "${command[@]}"; then
                echo "$title: ${command[0]##*/} failed: $(tail -1 "$work/$one.errors")"
                broken=1
                return
            fi
        done
    done
    ratio=$(paste -d ' ' "$work/ours.times" "$work/theirs.times" | awk '{ printf "%.3f\n", $1 / $3 }' | middle)
    if ! is_ledger "$result"; then verdict+='OTHER CONTENT '; fi
    if [ "$most" != - ] && exceeds "$ratio" "$most"; then verdict+='TOO SLOW '; fi
    if [ "$memory" != - ] && exceeds "$(megabytes ours)" "$memory"; then verdict+='TOO MUCH MEMORY '; fi
    if [ -n "$verdict" ]; then broken=1; fi
    row "$title" "$(seconds ours | xargs printf %.2f)" "$(seconds theirs | xargs printf %.2f)" "$ratio" "$most" \
        "$(megabytes ours)" "$memory" "${verdict:-ok}"
}

convert() { ours=("$program" convert "$1" -o "$work/ours.csv" --force --quiet "${@:2}"); }

# other READER TITLE: a reader for Python against ours with two threads.
other() {
    # In a shell of its own, which keeps to itself that a reader was built for another processor and dies.
    if ! bash -c '"$@" || exit 1' - "$python" -B "$here/others.py" "$1" >/dev/null 2>&1; then
        echo "$2: can't be imported by $python"
        return
    fi
    convert "$data/ledger.xlsx" --threads 2
    theirs=("$python" -B "$here/others.py" "$1" "$data/ledger.xlsx" "$work/theirs.csv")
    rm -f "$work/theirs.csv"
    compare "$2" - - "$other_runs" "$work/ours.csv"
    [ -f "$work/theirs.csv" ] || return 0
    local content='another text than the ledger (dates or numbers are written otherwise)'
    if is_ledger "$work/theirs.csv"; then content='the same text'; fi
    echo "    it took $(megabytes theirs) MB and wrote $content"
}

load=$(cut -d ' ' -f 1 /proc/loadavg)
if exceeds "$load" 0.5; then echo "the machine is busy (load $load): two threads can't show what they can do"; fi
echo "$rows rows × 11 columns; medians of $runs runs in turn ($other_runs for other tools); seconds, megabytes"
row '' ours theirs ratio bound memory bound ''
sheet=xl/worksheets/sheet1.xml
floor=("$work/expat_floor" "$data/ledger.xlsx" xl/sharedStrings.xml "$data/ledger.xlsx" "$sheet")
theirs=("${floor[@]}")
convert "$data/ledger.xlsx" --threads 1
compare 'XLSX to CSV, 1 thread : expat' 1.2 64 "$runs" "$work/ours.csv"
convert "$data/ledger.xlsx" --threads 2
compare 'XLSX to CSV, 2 threads : expat' 0.6 64 "$runs" "$work/ours.csv"
# Two cores that share a core's parts, or are shared with others, are no two cores: then two floors at once take longer than one, and the row
# above says little of the program. On two whole cores both rows are the same.
theirs=(bash -c '"$@" & "$@" && wait $!' - "${floor[@]}")
compare 'XLSX to CSV, 2 threads : 2 at once' 0.6 64 "$runs" "$work/ours.csv"
theirs=("$work/expat_floor" "$data/inline.xlsx" "$sheet")
convert "$data/inline.xlsx" --threads 2
compare 'inline strings, 2 threads : expat' - 32 "$runs" "$work/ours.csv"
theirs=(iconv -f GB18030 -t UTF-8 "$data/ledger-gb18030.csv")
convert "$data/ledger-gb18030.csv"
compare 'GB18030 to UTF-8 : iconv' 1.0 - "$runs" "$work/ours.csv"
other calamine 'XLSX to CSV : python-calamine, csv'
other openpyxl 'XLSX to CSV : openpyxl, csv'
other xlsx2csv 'XLSX to CSV : xlsx2csv'
other fastexcel 'XLSX to CSV : fastexcel, polars'
other stream_xlsx_py 'XLSX to CSV : stream-xlsx-py, fast'
echo
echo 'CSV to XLSX : libxlsxwriter from C'
RUNS=$runs "$here/xlsx_floor.sh" "$data/ledger.csv" "$program" convert IN -o OUT --force --quiet || broken=1
exit "$broken"
