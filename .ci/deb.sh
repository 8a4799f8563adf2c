#!/usr/bin/env bash
# Makes zipingbiao_<version>_<architecture>.deb in Output/ out of the release build: program, templates, manual pages, completions.
set -euo pipefail
cd "$(dirname "$0")/.."
program=.build/release/zipingbiao
version=$("$program" --version | awk '{print $2}')
architecture=$(dpkg --print-architecture)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
root=$work/root
share=$root/usr/share
doc=$share/doc/zipingbiao
install -d "$root/usr/bin" "$share/zipingbiao" "$share/man/man1" "$doc" "$root/DEBIAN" \
  "$share/bash-completion/completions" "$share/zsh/vendor-completions" "$share/fish/vendor_completions.d"
install -m 755 "$program" "$root/usr/bin/zipingbiao"
strip --strip-unneeded --remove-section=.comment --remove-section=.note "$root/usr/bin/zipingbiao"
cp -R Templates "$share/zipingbiao/Templates"
find "$share/zipingbiao" -type d -exec chmod 755 {} + -o -type f -exec chmod 644 {} +
export ZIPINGBIAO_TEMPLATES=$share/zipingbiao/Templates

commands=$("$program" completions fish | sed -n "s/^complete -c zipingbiao -n __fish_use_subcommand -f -a //p" | grep -v '^help$')
"$program" manual >"$share/man/man1/zipingbiao.1"
for command in $commands; do "$program" manual "$command" >"$share/man/man1/zipingbiao-$command.1"; done
gzip -9n "$share"/man/man1/*.1
"$program" completions bash >"$share/bash-completion/completions/zipingbiao"
"$program" completions zsh >"$share/zsh/vendor-completions/_zipingbiao"
"$program" completions fish >"$share/fish/vendor_completions.d/zipingbiao.fish"

{
  echo "Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/"
  echo "Upstream-Name: zipingbiao"
  echo
  echo "Files: *"
  sed -n 's/^Copyright (c) /Copyright: /p' LICENSE
  echo "License: Expat"
  sed -n '/^Permission/,$p' LICENSE | sed 's/^$/./; s/^/ /'
} >"$doc/copyright"
cp Documentation/使用手册.md Documentation/规则.md "$doc/"
stamp=$(git log -1 --format=%cD 2>/dev/null || date -R)
printf 'zipingbiao (%s) unstable; urgency=medium\n\n  * See CHANGELOG.md.gz.\n\n -- The zipingbiao authors <zipingbiao@localhost>  %s\n' \
  "$version" "$stamp" | gzip -9n >"$doc/changelog.gz"
gzip -9nc Documentation/CHANGELOG.md >"$doc/CHANGELOG.md.gz"
find "$share" -type f -exec chmod 644 {} +

# What libraries of the system it needs, as Debian's own tool says.
mkdir -p "$work/debian"
printf 'Source: zipingbiao\n\nPackage: zipingbiao\nArchitecture: any\n' >"$work/debian/control"
depends=$(cd "$work" && dpkg-shlibdeps -O "root/usr/bin/zipingbiao" 2>/dev/null | sed 's/^shlibs:Depends=//')
size=$(du -k -s --apparent-size "$root/usr" | cut -f1)
cat >"$root/DEBIAN/control" <<CONTROL
Package: zipingbiao
Version: $version
Architecture: $architecture
Maintainer: The zipingbiao authors <zipingbiao@localhost>
Installed-Size: $size
Depends: $depends
Section: text
Priority: optional
Description: performance self-assessment forms of public bodies in China
 Imports indicator tables and finance exports (CSV, XLSX, XLS), recognises what
 each cell is, checks the figures of 绩效自评表, computes the scores, and writes
 the filled form as XLSX, ready to print and sign. Works offline.
CONTROL
# What is so on purpose: no address of the project is public; Yams brings libyaml along; the example's export is in GB18030, as exports are.
install -d "$share/lintian/overrides"
cat >"$share/lintian/overrides/zipingbiao" <<OVERRIDES
zipingbiao: bogus-mail-host Maintainer *
zipingbiao: bogus-mail-host-in-debian-changelog *
zipingbiao: embedded-library libyaml *
zipingbiao: national-encoding *
OVERRIDES
chmod 644 "$share/lintian/overrides/zipingbiao"
mkdir -p Output
package=Output/zipingbiao_${version}_${architecture}.deb
dpkg-deb --root-owner-group -Zxz -z9 --build "$root" "$package" >/dev/null
echo "$package $(du -k "$package" | cut -f1) KB, installed $size KB"
