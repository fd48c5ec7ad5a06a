#!/usr/bin/env bash
# Many schedules on a PostgreSQL of its own with default settings: what a look costs while they are idle, and how soon reports due at one instant are made.
#   bench/due.sh [REPORTS] [IDLE_SCHEDULES]
exec "$(dirname "$0")/with-postgres.sh" due "${1:-1000}" "${2:-100000}"
