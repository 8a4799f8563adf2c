#!/bin/sh
# Makes workbooks of every kind that the program writes and holds them against the schema: schema.sh FOLDER, that of `make roundtrip`.
# The schema and its judge stand beside the checkout; where they do not, this says so, loudly, and proves nothing.
set -eu
cd "$(dirname "$0")/../.."
folder=$1
lint=../shared/xlsx_lint.py
program=${ZIPINGBIAO_PROGRAM:-.build/debug/zipingbiao}
if [ ! -f "$lint" ] || [ ! -d ../shared/ooxml-xsd ]; then
    echo "################ SKIPPED: $lint is not there: NO workbook was held against the schema ################" >&2
    exit 0
fi
test -x .venv-compat/bin/python || python3 -m venv .venv-compat
.venv-compat/bin/python -m pip install --quiet --disable-pip-version-check -r Tests/RoundTrip/requirements.txt

out=$folder/schema
rm -rf "$out"
mkdir -p "$out/marked" "$out/learned"
export XDG_CONFIG_HOME="$out/.config"
# A form may be filled with things left to correct: that is no fault here, not being written is.
written() {
    "$@" >"$out/log" 2>&1 || case $? in 3 | 4 | 5) ;; *) cat "$out/log" >&2; exit 1 ;; esac
}
for template in Templates/*/; do
    id=$(basename "$template")
    table=$template/example/指标表.xlsx
    [ -f "$table" ] || continue
    mkdir -p "$out/$id"
    written "$program" fill "$table" --template "$id" -o "$out/$id/fill.xlsx"
    written "$program" fill "$table" --template "$id" --with-basis -o "$out/$id/basis.xlsx"
    written "$program" fill "$table" --form "$template/form.xlsx" -o "$out/$id/form.xlsx"
    written "$program" learn "$template/form.xlsx" --id "learned-$id" --templates "$out/learned"
    written "$program" fill "$table" --template "learned-$id" --templates "$out/learned" -o "$out/$id/learned.xlsx"
    written "$program" convert "$table" --to xlsx -o "$out/$id/sheet.xlsx"
    written "$program" convert "$table" --to xlsx --formatted -o "$out/$id/formatted.xlsx"
    written "$program" convert "$table" --tidy --to xlsx -o "$out/$id/tidy.xlsx"
    written "$program" convert "$table" -o "$out/$id/sheet.csv"
    written "$program" convert "$out/$id/sheet.csv" -o "$out/$id/text.xlsx"
    cp "$out/$id"/fill*.xlsx "$out/marked/$id.xlsx"
done
cp "$folder"/workbooks/*.xlsx "$out/marked/"
for file in ../shared/fail/hostile/form.xlsx ../shared/fail/hostile/hyperlinks.xlsx; do
    [ ! -f "$file" ] || cp "$file" "$out/marked/"
done
# Most workbooks of others are no forms: they are named as such and get no marked copy.
"$program" check --mark "$out/marked" >"$out/log" 2>&1 || true
find "$out/marked" -name '*.xlsx' ! -name '*-核对.xlsx' -exec rm {} +
.venv-compat/bin/python -B Tests/RoundTrip/schema.py "$lint" "$folder"
