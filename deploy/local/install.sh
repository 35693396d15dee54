#!/usr/bin/env bash
# Installs what the platform needs and this machine lacks, when it may; else says exactly what to install.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.." # the SDK follows the global.json of where it is asked
# An ordinary user's PATH lacks the folders of ldconfig.
PATH="$PATH:/usr/sbin:/sbin"
# Asked without ICU, which may be one of the things that are missing.
sdk=$(DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1 dotnet --version 2>/dev/null || true); sdk=${sdk%%.*}
if ! [ "${sdk:-0}" -ge 10 ]; then
  echo "The .NET SDK 10 is not installed: https://dotnet.microsoft.com/download" >&2; exit 1
fi
missing=()
has_postgres() { for f in /usr/lib/postgresql/*/bin/initdb /usr/local/pgsql/bin/initdb $(command -v initdb || true); do [ -x "$f" ] && return 0; done; return 1; }
has_postgres || missing+=(postgresql)
[[ "$(ldconfig -p 2>/dev/null)" == *libicuuc* ]] || missing+=("$(apt-cache pkgnames libicu 2>/dev/null | grep -E '^libicu[0-9]+$' | sort | tail -1 || echo libicu-dev)")
command -v setpriv >/dev/null || missing+=(util-linux)
# Only to fetch the pages' style sheets and scripts while building.
command -v npm >/dev/null || missing+=(nodejs npm)
# The tests' browser: the one without a window is the quicker.
for extra in "$@"; do
  case $extra in
    browser) command -v chromium-headless-shell >/dev/null || command -v chromium >/dev/null || missing+=(chromium-headless-shell) ;;
    *) echo "Usage: install.sh [browser]" >&2; exit 2 ;;
  esac
done
[ ${#missing[@]} -eq 0 ] && exit 0
# Ubuntu has no such package, and its chromium only fetches a snap, which needs a running snapd.
if [[ " ${missing[*]} " == *" chromium-headless-shell "* ]] && grep -qs '^ID=ubuntu' /etc/os-release; then
  echo "Please install a browser that answers to the name chromium: sudo snap install chromium. Where there is no snapd, put a Chromium of https://www.chromium.org/getting-involved/download-chromium/ on the PATH." >&2; exit 1
fi
sudo=""; [ "$(id -u)" = 0 ] || sudo="sudo -n"
if ! command -v apt-get >/dev/null || ! $sudo true 2>/dev/null; then
  echo "Please install: ${missing[*]}  (Debian or Ubuntu: sudo apt-get install ${missing[*]})" >&2; exit 1
fi
echo "Installing ${missing[*]}" >&2
# The package would otherwise start a server of its own on this machine.
if [[ " ${missing[*]} " == *" postgresql "* ]]; then
  $sudo mkdir -p /etc/postgresql-common
  echo "create_main_cluster = false" | $sudo tee /etc/postgresql-common/createcluster.conf >/dev/null
fi
$sudo apt-get update -q >&2
$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${missing[@]}" >&2
