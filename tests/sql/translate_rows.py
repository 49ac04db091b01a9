#!/usr/bin/env python3
"""Translations run: each query of translate_rows.sql runs on the engine of its dialect, and translated on the others' engines,
over the same generated data; the rows must be equal.

    tests/sql/translate_rows.py                         on the engines that need no server: SQLite, DuckDB
    tests/sql/translate_rows.py --with mysql postgres   also on MariaDB and PostgreSQL (URI in AIETL_PG_URI)
    tests/sql/translate_rows.py --show                  every translation

A translation with a stated loss may differ in rows; one that says nothing may not. Ends with `N passed, N failed`.
"""
import argparse
import csv
import datetime
import decimal
import io
import json
import os
import pathlib
import random
import re
import sqlite3
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
sys.path.insert(0, str(HERE.parent / "support"))
import engines  # noqa: E402
import tables  # noqa: E402

PROGRAM = os.environ.get("AIETL", str(HERE.parent.parent / "build" / "aietl"))
COLUMNS = {
    "t": [("id", "int"), ("a", "int"), ("b", "int"), ("x", "double"), ("d", "decimal"), ("s", "text"), ("u", "text"),
          ("day", "date"), ("moment", "timestamp"), ("ok", "boolean")],
    "r": [("id", "int"), ("t_id", "int"), ("v", "int"), ("w", "text")],
}
TYPES = {
    "sqlite": {"int": "INTEGER", "double": "REAL", "decimal": "NUMERIC", "text": "TEXT", "date": "TEXT", "timestamp": "TEXT", "boolean": "INTEGER"},
    "duckdb": {"int": "INTEGER", "double": "DOUBLE", "decimal": "DECIMAL(10,2)", "text": "VARCHAR", "date": "DATE", "timestamp": "TIMESTAMP", "boolean": "BOOLEAN"},
    "mysql": {"int": "INT", "double": "DOUBLE", "decimal": "DECIMAL(10,2)", "text": "VARCHAR(60) COLLATE utf8mb4_bin", "date": "DATE", "timestamp": "DATETIME", "boolean": "BOOLEAN"},
    "postgres": {"int": "integer", "double": "double precision", "decimal": "numeric(10,2)", "text": "text", "date": "date", "timestamp": "timestamp", "boolean": "boolean"},
}


def data(seed=7):
    rng = random.Random(seed)

    def maybe(value, chance=0.15):
        return None if rng.random() < chance else value
    t, r = [], []
    for i in range(1, 41):
        day = datetime.date(2023, 1, 1) + datetime.timedelta(days=rng.randrange(700))
        at = datetime.datetime(2023, 1, 1) + datetime.timedelta(seconds=rng.randrange(700 * 86400))
        s = maybe(rng.choice(["ab", "ABc", "abc 1", "b2", "c 3 d", "", "x1y", "a,b", "it's"]))
        t.append((i, maybe(rng.randrange(-5, 12)), maybe(rng.randrange(1, 40)), maybe(round(rng.uniform(-9, 9), 3)),
                  maybe(decimal.Decimal(rng.randrange(-9999, 9999)) / 100), s, maybe(rng.choice(["red", "blue", "green"]), 0.2),
                  maybe(day), maybe(at), maybe(rng.random() < 0.5)))
        for _ in range(rng.randrange(0, 3)):
            r.append((len(r) + 1, maybe(i, 0.1), maybe(rng.randrange(0, 9)), rng.choice(["p", "q", None])))
    return {"t": t, "r": r}


def literal(value, dialect):
    if value is None:
        return "NULL"
    if isinstance(value, bool):
        return ("1" if value else "0") if dialect == "sqlite" else str(value).upper()
    if isinstance(value, (int, float, decimal.Decimal)):
        return str(value)
    return "'" + str(value).replace("'", "''") + "'"


def script(dialect, rows):
    statements = []
    for table, columns in COLUMNS.items():
        types = TYPES[dialect]
        statements.append(f"CREATE TABLE {table} ({', '.join(f'{name} {types[kind]}' for name, kind in columns)})")
        values = ", ".join("(" + ", ".join(literal(v, dialect) for v in row) + ")" for row in rows[table])
        statements.append(f"INSERT INTO {table} VALUES {values}")
    return statements


class Sqlite:
    def __init__(self, rows):
        self.connection = sqlite3.connect(":memory:")
        for statement in script("sqlite", rows):
            self.connection.execute(statement)

    def run(self, sql):
        return self.connection.execute(sql).fetchall()


class Duckdb:
    def __init__(self, rows):
        self.setup = "SET TimeZone='UTC'; " + "; ".join(script("duckdb", rows)) + "; "
        self.folder = tempfile.mkdtemp()

    def run(self, sql):
        # The engine's own text of every column.
        return tables.duckdb(self.setup + f"SELECT COLUMNS(*)::VARCHAR FROM ({sql}) AS q", self.folder)[1]


class Mysql:
    def __init__(self, rows):
        self.engine = engines.open_engine("mysql")
        self.cursor = self.engine.connection.cursor()
        for statement in script("mysql", rows):
            self.cursor.execute(statement)

    def run(self, sql):
        self.cursor.execute(sql)
        return self.cursor.fetchall()


class Postgres:
    def __init__(self, rows):
        self.uri = os.environ["AIETL_PG_URI"]
        self.schema = f"translate_{os.getpid()}"
        self.psql(f"CREATE SCHEMA {self.schema}")
        self.psql("; ".join(script("postgres", rows)))

    def psql(self, sql):
        done = subprocess.run(["psql", "-X", "-q", "--csv", "-t", "-P", "null=\\N", "-v", "ON_ERROR_STOP=1", self.uri],
                              input=f"SET search_path TO {self.schema}, public; SET TimeZone='UTC';\n{sql};\n", capture_output=True, text=True)
        if done.returncode:
            raise RuntimeError(done.stderr.strip())
        # An empty text alone in its row is an empty line.
        return [[None if cell == "\\N" else cell for cell in row or [""]] for row in csv.reader(io.StringIO(done.stdout))]

    run = psql

    def close(self):
        self.psql(f"DROP SCHEMA {self.schema} CASCADE")


ENGINES = {"sqlite": Sqlite, "duckdb": Duckdb, "mysql": Mysql, "postgres": Postgres}


def ordered(sql):
    return re.search(r"ORDER BY [^()]*$", sql) is not None


def plain(value):
    """A value as all engines may write it: numbers to nine digits, truth as 1 and 0, days as midnights."""
    if value is None:
        return None
    if isinstance(value, bool):
        return "1" if value else "0"
    text = str(value)
    if text in ("t", "true"):
        return "1"
    if text in ("f", "false"):
        return "0"
    text = re.sub(r"(\d\d:\d\d:\d\d)(\.0+)?(\+00)?$", r"\1", text)
    text = re.sub(r"^(\d{4}-\d\d-\d\d)[ T]00:00:00$", r"\1", text)
    if re.fullmatch(r"[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?", text) and not re.fullmatch(r"0\d+", text):
        number = float(text)
        return f"{number:.9g}" if number else "0"
    return text


def comparable(rows, in_order):
    out = [tuple(plain(value) for value in row) for row in rows]
    return out if in_order else sorted(out, key=lambda row: tuple((v is not None, v or "") for v in row))


def queries():
    dialect, found = None, []
    for line in (HERE / "translate_rows.sql").read_text().split("\n"):
        if line.startswith("-- dialect: "):
            dialect = line.removeprefix("-- dialect: ").strip()
        elif line and not line.startswith("--"):
            found.append((dialect, line.rstrip(";")))
    return found


def translate(work):
    requests = "\n".join(json.dumps({"id": i, "op": "translate", "dialect": d, "to": to, "sql": sql}) for i, (d, to, sql) in enumerate(work))
    done = subprocess.run([PROGRAM, "sql", "batch"], input=requests + "\n", capture_output=True, text=True, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--with", dest="more", nargs="*", default=[], choices=["mysql", "postgres"])
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    rows = data()
    opened = {name: ENGINES[name](rows) for name in ["sqlite", "duckdb", *options.more]}
    work = [(d, to, sql) for d, sql in queries() if d in opened for to in opened if to != d]
    answers = translate(work)
    gold, passed, failed, refused, lossy = {}, 0, 0, 0, 0
    for (dialect, to, sql), answer in zip(work, answers, strict=True):
        if (dialect, sql) not in gold:
            gold[dialect, sql] = opened[dialect].run(sql)
        if not answer["ok"]:
            refused += 1
            if options.show:
                print(f"{dialect} → {to}: {sql}\n    refused: {answer['problems'][0]['message']}")
            continue
        in_order = ordered(sql)
        try:
            got = comparable(opened[to].run(answer["sql"]), in_order)
        except Exception as error:  # noqa: BLE001: whatever the engine says is the finding
            got = str(error)
        expected = comparable(gold[dialect, sql], in_order)
        if options.show:
            print(f"{dialect} → {to}: {sql}\n    {answer['sql']}\n    {answer['losses']}")
        if got == expected:
            passed += 1
        elif answer["losses"] and not isinstance(got, str):
            lossy += 1
        else:
            failed += 1
            print(f"FAILED {dialect} → {to}: {sql}\n    {answer['sql']}")
            if isinstance(got, str):
                print(f"    {got}")
            else:
                missing = [row for row in expected if row not in got][:3]
                extra = [row for row in got if row not in expected][:3]
                print(f"    expected {missing or expected[:3]}\n    got      {extra or got[:3]}")
    for engine in opened.values():
        if hasattr(engine, "close"):
            engine.close()
    print(f"{len(work)} translations: {refused} refused, {lossy} with a stated loss differ")
    print(f"{passed} passed, {failed} failed")
    sys.exit(1 if failed or not passed else 0)


main()
