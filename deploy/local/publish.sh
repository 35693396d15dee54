#!/usr/bin/env bash
# Publishes the executables into artifacts/publish, when the sources have changed since the last time.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
out=artifacts/publish
stamp=$(find src Directory.Build.props Directory.Packages.props -type f \( -name '*.cs' -o -name '*.razor' -o -name '*.csproj' -o -name '*.sql' -o -name '*.resx' -o -name '*.json' -o -name '*.css' -o -name '*.js' -o -name '*.props' \) \
  -not -path '*/obj/*' -not -path '*/bin/*' -print0 | sort -z | xargs -0 sha256sum | sha256sum | cut -d' ' -f1)
if [ -f "$out/stamp" ] && [ "$(cat "$out/stamp")" = "$stamp" ]; then exit 0; fi
rm -f "$out/stamp"
for project in Silo Gateway TestIdentity Local; do
  echo "Building IpPlatform.$project" >&2
  # Compiled ahead where starting fast matters to people: it halves the silo's start.
  ready=false; case $project in Silo|Gateway) ready=true ;; esac
  dotnet publish "src/IpPlatform.$project" -c Release -r linux-x64 --self-contained false -p:PublishReadyToRun=$ready \
    -o "$out/IpPlatform.$project" -v q --nologo >&2
done
echo "$stamp" > "$out/stamp"
