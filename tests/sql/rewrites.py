#!/usr/bin/env python3
"""Proves lint's rewrites on real engines: the statement and its rewrite give the same rows over generated data that is full of
NULLs, duplicates and edge values, on SQLite and (where its Python module is installed) DuckDB.

    tests/sql/rewrites.py [--rounds N] [--seed N] [--only WORD]

Queries are drawn from templates, one or more for each rule, with random columns, constants and operators, in the manner of
SQLancer's NoREC: what is compared is the bag of rows of two texts that ought to mean the same. A rewritten condition must also
part the table in three (TLP): rows for which it is true, false and NULL are all rows, each once.
"""
import argparse
import collections
import datetime
import decimal
import json
import os
import pathlib
import random
import re
import sqlite3
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
TABLES = {
    "t": {"id": "bigint primary key", "a": "integer", "b": "integer", "s": "varchar", "d": "date", "ts": "timestamp"},
    "u": {"id": "bigint primary key", "a": "integer", "s": "varchar", "x": "integer not null"},
}
TEXTS = ["", "a", "b", "A", "ab", "b ", "5", "é"]


def value(rng, kind):
    if "not null" not in kind and "primary" not in kind and rng.random() < 0.3:
        return None
    if kind.startswith(("integer", "bigint")):
        return rng.choice([0, 1, 1, 2, 2, 3, 5, -1, 2147483647])
    if kind == "varchar":
        return rng.choice(TEXTS)
    day = datetime.date(rng.choice([1999, 2023, 2024]), rng.choice([1, 2, 12]), rng.choice([1, 28, 31 if rng.random() < 0 else 28]))
    if rng.random() < 0.3:
        day = rng.choice([datetime.date(2023, 12, 31), datetime.date(2024, 1, 1), datetime.date(2024, 2, 29)])
    if kind == "date":
        return day.isoformat()
    return f"{day.isoformat()} {rng.choice(['00:00:00', '23:59:59.999', '12:00:00'])}"


def data(rng):
    out = {}
    for name, columns in TABLES.items():
        rows = []
        for number in range(rng.choice([0, 1, 7, 25])):
            rows.append([number if "primary" in kind else value(rng, kind) for kind in columns.values()])
        out[name] = rows
    return out


def templates(rng):
    number = lambda: rng.choice(["0", "1", "2", "3", "5"])          # noqa: E731
    text = lambda: rng.choice(["'a'", "'b'", "''", "'A'", "'5'"])   # noqa: E731
    column = lambda: rng.choice(["a", "b"])                         # noqa: E731
    op = lambda: rng.choice(["=", "<>", "<", "<=", ">", ">="])      # noqa: E731
    day = lambda: rng.choice(["2023-12-31", "2024-01-01", "2024-02-28", "2024-02-29"])   # noqa: E731
    aggregate = lambda: rng.choice(["count(*)", "sum(b)", "max(s)", "min(id)"])          # noqa: E731
    return [
        ("or_chain", f"SELECT id FROM t WHERE a = {number()} OR a = {number()} OR {number()} = a"),
        ("or_chain", f"SELECT id, (s = {text()} OR s = {text()}) AS c FROM t"),
        ("or_chain", f"SELECT id FROM t WHERE NOT (b = {number()} OR b = {number()})"),
        ("negated_comparison", f"SELECT id FROM t WHERE NOT ({column()} {op()} {number()})"),
        ("negated_comparison", f"SELECT id FROM t WHERE NOT {column()} {op()} {column()} AND s > {text()}"),
        ("self_comparison", f"SELECT id FROM t WHERE {rng.choice(['a = a', 'b = b', 's = s'])} AND id > {number()}"),
        ("redundant_distinct", f"SELECT DISTINCT a, {aggregate()} FROM t GROUP BY a"),
        ("redundant_distinct", f"SELECT DISTINCT a + 1, b, {aggregate()} FROM t GROUP BY b, a + 1"),
        ("redundant_distinct", f"SELECT DISTINCT {aggregate()} FROM t"),
        ("redundant_distinct", f"SELECT id FROM t WHERE a IN (SELECT DISTINCT {rng.choice(['a', 'x'])} FROM u)"),
        ("redundant_distinct", f"SELECT id FROM t WHERE a NOT IN (SELECT DISTINCT x FROM u WHERE x {op()} {number()})"),
        ("redundant_distinct", "SELECT DISTINCT a FROM t UNION SELECT DISTINCT x FROM u"),
        ("redundant_distinct", "SELECT DISTINCT a FROM t EXCEPT SELECT x FROM u"),
        ("redundant_order_by", f"SELECT id FROM t WHERE a IN (SELECT a FROM u ORDER BY {rng.choice(['x', 's DESC, id'])})"),
        ("redundant_order_by", "SELECT id FROM t WHERE EXISTS (SELECT 1 FROM u WHERE u.a = t.a ORDER BY u.x)"),
        ("predicate_pushdown", f"SELECT a, {aggregate()} FROM t GROUP BY a HAVING a {op()} {number()}"),
        ("predicate_pushdown", f"SELECT a, s, {aggregate()} FROM t WHERE b {op()} {number()} OR s IS NULL GROUP BY a, s HAVING a IS NULL OR s {op()} {text()}"),
        ("count_for_existence", f"SELECT id FROM t WHERE (SELECT count(*) FROM u WHERE u.a = t.a) {rng.choice(['> 0', '>= 1', '<> 0', '= 0', '< 1', '<= 0'])}"),
        ("count_for_existence", f"SELECT id, 0 {rng.choice(['<', '=', '<>'])} (SELECT count(*) FROM u WHERE u.x {op()} t.b) AS e FROM t WHERE 0 < (SELECT count(*) FROM u WHERE u.s = t.s)"),
        ("redundant_join", f"SELECT t.id, t.s FROM t LEFT JOIN u ON u.id = t.a WHERE t.b {op()} {number()} OR t.s IS NULL"),
        ("redundant_join", f"SELECT {aggregate().replace('s)', 't.s)').replace('(b', '(t.b').replace('(id', '(t.id')} FROM t LEFT JOIN u ON t.b = u.id AND u.x {op()} {number()}"),
        ("redundant_subquery", f"SELECT q.a, q.s FROM (SELECT * FROM t) q WHERE q.b {op()} {number()}"),
        ("redundant_subquery", "SELECT q.a, r.x FROM (SELECT * FROM t) q LEFT JOIN (SELECT * FROM u) AS r ON r.a = q.a"),
        ("unused_column", f"SELECT q.a FROM (SELECT a, b, upper(s) AS up FROM t WHERE b {op()} {number()}) q WHERE q.a {op()} {number()}"),
        ("unused_column", "SELECT q.a FROM (SELECT a, count(*) AS n, max(s) AS m FROM t GROUP BY a) q WHERE q.n > 1"),
        ("unused_cte", "WITH q AS (SELECT a FROM u) SELECT id FROM t"),
        ("unused_cte", "WITH p AS (SELECT a FROM u), q AS (SELECT a FROM t), r AS (SELECT 1 AS one) SELECT a FROM q"),
        ("select_star", f"SELECT * FROM t WHERE a {op()} {number()}"),
        ("non_sargable", f"SELECT id FROM t WHERE coalesce(s, {text()}) = {text()}"),
        ("non_sargable", f"SELECT id FROM t WHERE coalesce(a, {number()}) = {number()} AND b {op()} {number()}"),
        ("duckdb non_sargable", f"SELECT id FROM t WHERE CAST(ts AS date) = DATE '{day()}'"),
        ("duckdb non_sargable", f"SELECT id FROM t WHERE ts::date = '{day()}' AND a {op()} {number()}"),
        ("duckdb non_sargable", f"SELECT id FROM t WHERE year({rng.choice(['d', 'ts'])}) = {rng.choice([1999, 2023, 2024])}"),
        ("duckdb non_sargable", f"SELECT id FROM t WHERE extract(year FROM {rng.choice(['d', 'ts'])}) = {rng.choice([1999, 2023, 2024])}"),
    ]


def plain(cell):
    return str(cell) if isinstance(cell, (datetime.date, datetime.datetime, decimal.Decimal)) else cell


PLAIN = re.compile(r"SELECT id FROM (\w+) WHERE (.*)", re.S)


def parts_the_table(engine, sql):
    """TLP for `SELECT id FROM t WHERE p`; None: the statement has another form."""
    match = PLAIN.fullmatch(sql)
    if not match:
        return None
    table, condition = match.groups()
    parted = sum((engine.rows(f"SELECT id FROM {table} WHERE {part}")
                  for part in (f"({condition})", f"NOT ({condition})", f"({condition}) IS NULL")), collections.Counter())
    return parted == engine.rows(f"SELECT id FROM {table}")


class Sqlite:
    name = "sqlite"
    error = sqlite3.Error

    def load(self, rows):
        self.con = sqlite3.connect(":memory:")
        for table, columns in TABLES.items():
            self.con.execute(f"CREATE TABLE {table} ({', '.join(f'{c} {k}' for c, k in columns.items())})")
            self.con.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(columns))})", rows[table])

    def rows(self, sql):
        return collections.Counter(tuple(map(plain, r)) for r in self.con.execute(sql).fetchall())


class Duckdb(Sqlite):
    name = "duckdb"

    def load(self, rows):
        import duckdb
        self.error = duckdb.Error
        self.con = duckdb.connect(config={"threads": 1})
        for table, columns in TABLES.items():
            self.con.execute(f"CREATE TABLE {table} ({', '.join(f'{c} {k}' for c, k in columns.items())})")
            if rows[table]:
                self.con.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(columns))})", rows[table])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="")
    arguments = parser.parse_args()
    rng = random.Random(arguments.seed)
    engines = [Sqlite()]
    try:
        import duckdb  # noqa: F401
        engines.append(Duckdb())
    except ImportError:
        print("DuckDB's Python module is not installed: SQLite alone")
    program = os.environ.get("AIETL", str(ROOT / "build/aietl"))
    asked, requests = [], []
    for number in range(arguments.rounds):
        for code, sql in templates(rng):
            dialect, _, code = code.rpartition(" ")
            for engine in engines:
                if (not dialect or dialect == engine.name) and arguments.only in code:
                    asked.append((number, engine.name, code, sql))
                    requests.append({"id": len(requests), "op": "lint", "dialect": engine.name, "sql": sql, "schema": {"tables": TABLES}})
    text = "".join(json.dumps(r) + "\n" for r in requests)
    replies = [json.loads(line) for line in subprocess.run([program, "sql", "batch"], input=text, capture_output=True, text=True, check=True).stdout.splitlines()]
    failed = passed = 0
    seen = collections.Counter()
    for number in range(arguments.rounds):
        rows = data(rng)
        for engine in engines:
            engine.load(rows)
            for (round_, name, code, sql), reply in zip(asked, replies, strict=True):
                if round_ != number or name != engine.name:
                    continue
                if not reply["ok"]:
                    failed += 1
                    print(f"{name}: refused: {sql}\n  {reply['problems']}")
                    continue
                try:
                    before = engine.rows(sql)
                except engine.error:  # an overflow of what was generated
                    continue
                for finding in reply["findings"]:
                    if "rewrite" not in finding:
                        continue
                    seen[name, finding["code"]] += 1
                    try:
                        after = engine.rows(finding["rewrite"])
                    except Exception as error:  # noqa: BLE001
                        after = error
                    parted = parts_the_table(engine, finding["rewrite"]) if before == after else None
                    if parted is not None:
                        seen[name, "TLP"] += 1
                    if before == after and parted is not False:
                        passed += 1
                    else:
                        failed += 1
                        print(f"{name} {finding['code']}:\n  {sql}\n  {finding['rewrite']}\n  {before if len(before) < 9 else '…'}\n  {after}")
    expected = {(e.name, code.rpartition(' ')[2]) for e in engines for code, _ in templates(rng) if code.rpartition(" ")[0] in ("", e.name) and arguments.only in code}
    for engine, code in sorted(expected - set(seen)):
        failed += 1
        print(f"{engine} {code}: no rewrite was ever offered")
    print("rewrites compared: " + ", ".join(f"{e} {c} {n}" for (e, c), n in sorted(seen.items())))
    print(f"{passed} passed, {failed} failed")
    sys.exit(failed > 0)


main()
