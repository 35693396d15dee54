#!/usr/bin/env bash
# Runs the tests: tests/run.sh [--all] [--only Unit|Cluster|System] [--repeat N]. The last line is "N passed, N failed, N skipped".
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
all=false; only="Unit Cluster System"; repeat=1
while [ $# -gt 0 ]; do
  case $1 in
    --all) all=true ;;
    --only) only=$2; shift ;;
    --repeat) repeat=$2; shift ;;
    *) echo "Usage: tests/run.sh [--all] [--only Unit|Cluster|System] [--repeat N]" >&2; exit 2 ;;
  esac
  shift
done
passed=0; failed=0; skipped=0
finish() { echo "$passed passed, $failed failed, $skipped skipped"; [ "$failed" -eq 0 ] && exit 0 || exit 1; }
broken() { echo "$1" >&2; failed=$((failed + 1)); finish; }

# The system tests read pages in a real browser; the product itself needs none.
needs=(); case $only in *System*) needs+=(browser) ;; esac
deploy/local/install.sh "${needs[@]}" || broken "Something this needs is missing."
# One compiler for all projects, which ends with this run.
trap 'dotnet build-server shutdown --vbcscompiler > /dev/null 2>&1' EXIT
dotnet build IpPlatform.sln -v q --nologo -p:UseSharedCompilation=true || broken "The build failed."
case $only in *System*) deploy/local/publish.sh || broken "Publishing failed." ;; esac
mkdir -p tests/results; rm -f tests/results/*.xml

# Most processes of the tests live for seconds: what is compiled already runs as it is, and is compiled better only when it is much used.
export DOTNET_TieredPGO=0 DOTNET_TC_CallCountThreshold=200

options=(-noLogo -noColor -reporter quiet -parallelMode none)
$all || options+=(-trait- "Category=Long")
# The tests with screens, those without, and those that kill what they started themselves run beside each other: each alone leaves a core idle while it waits.
screens="IpPlatform.SystemTests.Browsers*"
own="Platform=Own"
run() { # name, stage, further options
  local name=$1 stage=$2; shift 2
  "tests/IpPlatform.${stage}Tests/bin/Debug/net10.0/IpPlatform.${stage}Tests" "${options[@]}" "$@" -result-xml "tests/results/$name.xml"
}
count() { grep -o "<assembly [^>]*" "tests/results/$2.xml" | grep -o " $1=\"[0-9]*\"" | tr -dc '0-9'; }
for round in $(seq "$repeat"); do
  for stage in $only; do
    started=$SECONDS
    case $stage in
      System)
        names="System Screens Faults"
        run Faults System -trait "$own" &
        run Screens System -namespace "$screens" -trait- "$own" &
        run System System -namespace- "$screens" -trait- "$own"
        wait ;;
      *) names=$stage; run "$stage" "$stage" ;;
    esac
    for name in $names; do
      if [ ! -s "tests/results/$name.xml" ]; then echo "$name: no result" >&2; failed=$((failed + 1)); continue; fi
      p=$(count passed "$name"); f=$(( $(count failed "$name") + $(count errors "$name") )); s=$(count skipped "$name")
      echo "$name: $p passed, $f failed, $s skipped in $((SECONDS - started)) s"
      passed=$((passed + p)); failed=$((failed + f)); skipped=$((skipped + s))
    done
  done
done
# Which obligations are proved; only a whole run can say.
if [ "$only" = "Unit Cluster System" ]; then
  python3 tests/obligations.py || failed=$((failed + 1))
fi
finish
