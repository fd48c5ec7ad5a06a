#!/usr/bin/env bash
# Load on a server of this machine: builds, starts it on an empty folder, loads it, stops it, prints Markdown.
#   bench/load.sh [--seconds N] [--connections N] [--generations N] [--sizes N,N…] [--soak-hours N]
# DATABASE=postgres://… loads a server on PostgreSQL (an empty database); PORT=N takes another port.
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
port=${PORT:-8429}
password=load-load-load
data=$(mktemp -d)
server=
trap '[ -z "$server" ] || { kill "$server" 2>/dev/null && wait "$server" || true; }; rm -rf "$data"' EXIT

./publish linux-x64 >/dev/null
dotnet build bench/Daybook.Benchmarks -c Release -v quiet -clp:NoSummary
program=artifacts/publish/linux-x64/daybook
"$program" --version >/dev/null # Unpacks its libraries once, as an installation does.

begun=$(date +%s%N)
"$program" serve --data "$data" --urls "http://127.0.0.1:$port" --set ADMIN_PASSWORD=$password --set Database="${DATABASE:-}" \
  --set Accounts:RequestsPerMinute=1000000 --set Accounts:RequestBurst=1000000 --set Accounts:AccessTokenMinutes=1440 \
  --set Logging:LogLevel:Daybook=Warning 2>"$data/log" &
server=$!
until curl -sf -o /dev/null "http://127.0.0.1:$port/health/ready"; do
  kill -0 "$server" || { cat "$data/log" >&2; exit 1; }
  sleep 0.005
done
ready=$((($(date +%s%N) - begun) / 1000000))
sleep "${IDLE_SECONDS:-30}"
idle=$(awk '/^VmRSS/ { print int($2 / 1024) }' "/proc/$server/status")
echo "Start to ready on an empty folder: $ready ms. Resident memory after ${IDLE_SECONDS:-30} s without a request: $idle MB. Processors: $(nproc)."
echo
dotnet artifacts/bin/Daybook.Benchmarks/release/daybook-bench.dll load "http://127.0.0.1:$port" $password "$server" "$@"
sleep "${IDLE_SECONDS:-30}"
echo
echo "Resident memory after that and ${IDLE_SECONDS:-30} s without a request: $(awk '/^VmRSS/ { print int($2 / 1024) }' "/proc/$server/status") MB."
