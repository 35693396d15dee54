#!/usr/bin/env bash
# Publishes the executables into artifacts/publish, when the sources have changed since the last time.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
out=artifacts/publish
stamp=$(find src Directory.Build.props Directory.Packages.props -type f \
  -not -path '*/obj/*' -not -path '*/bin/*' -not -path '*/node_modules/*' -not -path '*/wwwroot/lib/*' -print0 | sort -z | xargs -0 sha256sum | sha256sum | cut -d' ' -f1)
is_current() { [ -f "$out/stamp" ] && [ "$(cat "$out/stamp")" = "$stamp" ]; }
is_current && exit 0
mkdir -p "$out"
exec 9>"$out/lock"; flock 9 # two at once would write into each other's files
is_current && exit 0
rm -f "$out/stamp"
for project in Silo Gateway TestIdentity Local; do
  echo "Building IpPlatform.$project" >&2
  # Compiled ahead where starting fast matters to people: it halves the silo's start.
  ready=false; case $project in Silo|Gateway) ready=true ;; esac
  # Analysed where it is developed: here it would only make whoever starts it wait.
  dotnet publish "src/IpPlatform.$project" -c Release -r linux-x64 --self-contained false -p:PublishReadyToRun=$ready -p:RunAnalyzers=false \
    -o "$out/IpPlatform.$project" -v q --nologo >&2 9>&- # build servers live on and must not keep the lock
done
echo "$stamp" > "$out/stamp"
