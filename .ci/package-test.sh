#!/usr/bin/env bash
# Installs the package into an empty root that has nothing but what the package says it depends on, uses it there, and removes it.
set -euo pipefail
cd "$(dirname "$0")/.."
package=$(ls -t Output/zipingbiao_*.deb | head -1)
lintian --fail-on error --tag-display-limit 0 "$package" || { echo "lintian found errors" >&2; exit 1; }
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
mkdir -p "$root/var/lib/dpkg/info" "$root/var/lib/dpkg/updates" "$root/tmp" "$root/proc" "$root/work"
touch "$root/var/lib/dpkg/status" "$root/var/lib/dpkg/available"
dpkg --root="$root" --force-depends --log=/dev/null -i "$package" >/dev/null 2>&1
# The libraries of the packages that it names, and of those that these need: nothing else.
needed=$(dpkg-deb -f "$package" Depends | tr ',' '\n' | sed 's/(.*//; s/|.*//; s/ //g')
all=$needed
for name in $needed; do
  all="$all $(dpkg-query -W -f '${Depends}' "$name" | tr ',' '\n' | sed 's/(.*//; s/|.*//; s/:any//; s/ //g')"
done
for name in $(printf '%s\n' $all | sort -u); do
  for file in $(dpkg -L "$name" 2>/dev/null | grep -E '^(/usr)?/lib' || true); do
    if [ -f "$file" ] || [ -L "$file" ]; then
      folder=$(readlink -f "$(dirname "$file")")
      install -d "$root$folder"
      cp -a "$file" "$root$folder/" 2>/dev/null || true
    fi
  done
done
# The loader stands where the program names it.
[ -e "$root/lib64" ] || ln -s usr/lib64 "$root/lib64"
[ -e "$root/lib" ] || ln -s usr/lib "$root/lib"
install -d "$root/usr/lib64"
ls -l "$root/usr/lib64/ld-linux-x86-64.so.2" >/dev/null 2>&1 || cp -L /lib64/ld-linux-x86-64.so.2 "$root/usr/lib64/"
# The program learns its arguments from /proc.
mount --bind /proc "$root/proc"
trap 'umount "$root/proc" 2>/dev/null || true; rm -rf "$root"' EXIT
run() { chroot "$root" /usr/bin/zipingbiao "$@"; }
version=$(run --version)
example=/usr/share/zipingbiao/Templates/guangzhou-department/example
run fill "$example/指标表.xlsx" --budget "$example/预算执行导出.csv" --template guangzhou-department -o /work/表.xlsx | head -1
run check /work/表.xlsx | head -1
for page in "$root"/usr/share/man/man1/*.gz; do
  zcat "$page" >"$root/tmp/page.1"
  warnings=$(LC_ALL=C.UTF-8 man --warnings -l "$root/tmp/page.1" 2>&1 >/dev/null)
  [ -z "$warnings" ] || { echo "$page: $warnings" >&2; exit 1; }
done
bash -n "$root/usr/share/bash-completion/completions/zipingbiao"
dpkg --root="$root" --force-depends --log=/dev/null -r zipingbiao >/dev/null
left=$(find "$root/usr/bin" "$root/usr/share" -type f -path '*zipingbiao*' 2>/dev/null || true)
[ -z "$left" ] || { echo "left behind: $left" >&2; exit 1; }
echo "package-test: $version installed, used and removed"
