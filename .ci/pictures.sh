#!/usr/bin/env bash
# Writes Documentation/*.png from the printed examples (no argument), or says whether they are stale (--check): the form that the program fills today is
# compared with the one that was printed, since pixels differ between machines.
set -euo pipefail
cd "$(dirname "$0")/.."
program=$PWD/.build/release/zipingbiao
list=Documentation/pictures.txt
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export ZIPINGBIAO_TEMPLATES=$PWD/Templates

# Name of the pictures, template, table, export.
forms() {
  echo "form-department guangzhou-department 指标表.xlsx 预算执行导出.csv"
  echo "form-project national-project 指标表.xlsx"
}

fill() { # name template table [export]
  local example=Templates/$2/example
  "$program" fill "$example/$3" --template "$2" ${4:+--budget "$example/$4"} -o "$work/$1.xlsx" --quiet >/dev/null
}

mark() { # what of a workbook its print shows, as a number
  (cd "$work" && rm -rf parts && mkdir parts && cd parts && unzip -q "../$1.xlsx" &&
    cat xl/worksheets/sheet1.xml xl/styles.xml xl/sharedStrings.xml | sha256sum | cut -c1-16)
}

forms | while read -r name template table export; do
  fill "$name" "$template" "$table" $export
  echo "$name $(mark "$name")"
done >"$work/list"

if [ "${1:-}" = --check ]; then
  cmp -s "$work/list" "$list" || { echo "Documentation/*.png are stale: make pictures" >&2; exit 1; }
  while read -r name _; do [ -f "Documentation/$name-1.png" ] || { echo "Documentation/$name-1.png is missing" >&2; exit 1; }; done <"$list"
  exit 0
fi

while read -r name _; do
  FONTCONFIG_FILE=$PWD/Tests/Fixtures/fonts.conf HOME=$work soffice --headless "-env:UserInstallation=file://$work/profile" \
    --convert-to pdf --outdir "$work" "$work/$name.xlsx" >/dev/null 2>&1
  rm -f Documentation/"$name"-*.png
  pdftoppm -r 75 -png "$work/$name.pdf" "Documentation/$name"
done <"$work/list"
cp "$work/list" "$list"
ls -l Documentation/*.png
