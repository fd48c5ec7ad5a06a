#!/usr/bin/env bash
# Many jobs that do nothing, due at one instant, on a PostgreSQL of its own with default settings, or on SQLite: when the last one is over.
#   bench/dispatch.sh [JOBS] [postgresql|sqlite]
if [ "${2:-}" = sqlite ]; then
  cd "$(dirname "$0")/.."
  exec dotnet run --project bench/Daybook.Benchmarks -c Release -- dispatch "${1:-10000}"
fi
exec "$(dirname "$0")/with-postgres.sh" dispatch "${1:-10000}"
