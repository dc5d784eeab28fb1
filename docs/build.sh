#!/usr/bin/env bash
# Builds the documentation into target/site, with Node 18 or later and npm. With --serve it is then shown on this machine.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
npm ci --no-fund --no-audit --loglevel=error
npx --no-install vitepress build
if grep -rlE '<(script|link|img)[^>]+(src|href)="(https?:)?//' ../target/site --include='*.html'; then
    echo "docs/build.sh: these pages load something from another machine." >&2
    exit 1
fi
echo "The documentation is in target/site. To read it: docs/build.sh --serve"
if [ "${1:-}" = --serve ]; then
    npx --no-install vitepress preview --port 4173
fi
