#!/bin/sh
# The main job on the sample data: one sentence in English, the same in Russian, and the proof that both give the same table.
# Works in build/example; needs no model, no key and no server.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
aietl=${AIETL:-$root/build/aietl}
place=${EXAMPLE_DIR:-$root/build/example}

rm -rf "$place"
mkdir -p "$place"
cp "$root"/examples/same.yaml "$place"
cp -r "$root"/examples/data "$place"/english
cp -r "$root"/examples/data "$place"/russian
cd "$place"
AIETL_HOME=$place/home
export AIETL_HOME

say() { printf '\n\033[1m$ %s\033[0m\n' "$*"; }
[ -t 1 ] || say() { printf '\n$ %s\n' "$*"; }

english='Join orders.csv with customers.json on customer_id, keep paid orders, revenue and number of orders per country and month, sorted by country and month, into revenue.parquet'
russian='Соедини orders.csv с customers.json по customer_id, оставь оплаченные заказы, выручка и количество заказов по странам и месяцам, отсортируй по странам и месяцам, в revenue.parquet'

say "aietl run \"$english\""
(cd english && "$aietl" run "$english" --lang en)

say "aietl run \"$russian\""
(cd russian && "$aietl" run "$russian" --lang ru)

say "aietl run same.yaml    # both tables hold the same rows"
"$aietl" run same.yaml --lang en

printf '\nThe results are in %s; look at what happened: AIETL_HOME=%s %s runs list\n' "$place" "$AIETL_HOME" "$aietl"
