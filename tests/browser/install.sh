#!/bin/sh
# Install what the tests in a browser need, as far as it is missing: Chromium, a Japanese font,
# and pdftotext, which reads the printed sheets. Debian and Ubuntu, as root only.
set -eu

missing=
for program in "${BANSO_CHROMIUM:-chromium}" chromium google-chrome chromium-browser none; do
    command -v "$program" >/dev/null && break
done
[ "$program" = none ] && missing="$missing chromium"
command -v pdftotext >/dev/null || missing="$missing poppler-utils"
command -v fc-list >/dev/null && [ -n "$(fc-list :lang=ja)" ] || missing="$missing fontconfig fonts-noto-cjk"

[ -z "$missing" ] && exit 0
if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
    echo "install these packages first:$missing" >&2
    exit 1
fi
export DEBIAN_FRONTEND=noninteractive
apt-get update --quiet=2
# shellcheck disable=SC2086 # a list of packages
apt-get install --quiet=2 --yes --no-install-recommends $missing
