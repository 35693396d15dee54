#!/usr/bin/env bash
# Brings up the whole platform on this machine: deploy/local/run.sh [--port 8080] [--data DIR] [--silos N] [--empty]
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
top=$(cd "$here/../.." && pwd)
"$here/install.sh"
"$here/publish.sh"
data=(--data "$top/.local"); for arg in "$@"; do [ "$arg" = --data ] && data=(); done
exec "$top/artifacts/publish/IpPlatform.Local/IpPlatform.Local" --publish "$top/artifacts/publish" --tenants "$top/tenants" "${data[@]}" "$@"
