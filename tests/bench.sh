#!/usr/bin/env bash
# Measures the platform against an EF Core implementation and pgbench: tests/bench.sh [--quick] [read|edit|size|live|desk|store].
# Prints a table and writes tests/results/bench.json. The full form takes about nine minutes, the quick one about three.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
deploy/local/install.sh
deploy/local/publish.sh
dotnet build tests/IpPlatform.Benchmarks -c Release -v q --nologo
exec tests/IpPlatform.Benchmarks/bin/Release/net10.0/IpPlatform.Benchmarks run "$@"
