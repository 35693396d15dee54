#!/usr/bin/env bash
# Breaks the platform under load and checks what is left: tests/faults.sh [--quick] [--seed N].
# The last line is "acknowledged N, lost N, doubled N, leaked N".
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
quick=false
while [ $# -gt 0 ]; do
  case $1 in
    --quick) quick=true ;;
    --seed) export IPPLATFORM_SEED=$2; shift ;;
    *) echo "Usage: tests/faults.sh [--quick] [--seed N]" >&2; exit 2 ;;
  esac
  shift
done
deploy/local/install.sh && dotnet build tests/IpPlatform.SystemTests -v q --nologo && deploy/local/publish.sh || exit 1
mkdir -p tests/results; rm -f tests/results/faults.txt
options=(-noLogo -noColor -parallelMode none -class IpPlatform.SystemTests.Faults.FaultTests)
$quick && options+=(-trait- "Category=Long")
tests/IpPlatform.SystemTests/bin/Debug/net10.0/IpPlatform.SystemTests "${options[@]}"; code=$?
cat tests/results/faults.txt 2>/dev/null
exit $code
