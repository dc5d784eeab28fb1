#!/usr/bin/env bash
# Ten readers at once for some time, then the server killed again and again while readers answer.
# usage: bench/reader-server/run.sh [SECONDS [KILLS]]     default: 600 100; about 25 minutes
set -euo pipefail
cd "$(dirname "$0")/../.."
mvn -q -Pslow test -pl facies-serve -am -Dtest='ManyReadersTest,KilledServerTest' \
    -Dsurefire.failIfNoSpecifiedTests=false -Djacoco.skip=true \
    -Dfacies.load.seconds="${1:-600}" -Dfacies.kills="${2:-100}" |
    grep -E 'readers,|kills,|seed|FAIL|ERROR'
