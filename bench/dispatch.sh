#!/usr/bin/env bash
# Many jobs that do nothing, due at one instant, on a PostgreSQL of its own with default settings: when the last one is over.
#   bench/dispatch.sh [JOBS]
exec "$(dirname "$0")/with-postgres.sh" dispatch "${1:-10000}"
