#!/usr/bin/env bash
# Runs the benchmark program with the address of an empty PostgreSQL of its own, with default settings, as its last argument.
#   bench/with-postgres.sh ARGUMENTS
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
folder=$(mktemp -d)
programs=$(ls -d /usr/lib/postgresql/*/bin | tail -1)
as=()
if [ "$(id -u)" = 0 ]; then # PostgreSQL refuses to run as root.
  chown postgres "$folder"
  as=(setpriv --reuid=postgres --regid=postgres --clear-groups)
fi
trap '(cd / && "${as[@]}" "$programs/pg_ctl" -D "$folder/data" -m fast stop >/dev/null) || true; rm -rf "$folder"' EXIT
dotnet build bench/Daybook.Benchmarks -c Release -v quiet -clp:NoSummary
(cd / && "${as[@]}" "$programs/initdb" -D "$folder/data" -U postgres -A trust >/dev/null && "${as[@]}" "$programs/pg_ctl" -D "$folder/data" -o "-k $folder -c listen_addresses=" -l "$folder/log" -w start >/dev/null)
dotnet artifacts/bin/Daybook.Benchmarks/release/daybook-bench.dll "$@" "postgres://postgres@localhost/postgres?Host=$folder"
