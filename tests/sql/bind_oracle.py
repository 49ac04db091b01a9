#!/usr/bin/env python3
"""Asks real engines what they say to the cases of tests/cases/sql/bind.cases, and prints where the program differs.

    tests/sql/bind_oracle.py postgres CONNINFO      a PostgreSQL server; everything happens in a transaction that is rolled back
    tests/sql/bind_oracle.py duckdb                 the Python module duckdb 1.5.6
    tests/sql/bind_oracle.py sqlite                 Python's sqlite3

Compared are the verdict (bound or refused) and, but for SQLite, the output columns' names and types. Not a suite of tests/run:
the verdicts are stored in the cases.
"""
import json
import os
import pathlib
import re
import subprocess
import sys

FOLDER = pathlib.Path(__file__).resolve().parent
ROOT = FOLDER.parent.parent
sys.path.insert(0, str(FOLDER))
import cases as grammar  # noqa: E402

ALIASES = {"character varying": "varchar", "timestamp without time zone": "timestamp", "timestamp with time zone": "timestamptz",
           "time without time zone": "time", "time with time zone": "timetz", "character": "char", "bpchar": "char"}


def normal(name):
    name = name.lower().replace(", ", ",")
    for long, short in ALIASES.items():
        name = re.sub(rf"^{long}\b", short, name)
    return name


def tables(schema):
    for name, columns in schema["tables"].items():
        yield name, ", ".join(f'"{c}" {t}' for c, t in columns.items())


class Postgres:
    def __init__(self, conninfo):
        self.conninfo = conninfo

    def ask(self, schema, sql):
        made = "".join(f"CREATE TABLE {name} ({columns});" for name, columns in tables(schema))
        parts = [p for p in sql.rstrip("; \n").split(";") if p.strip()]
        before, last = ";".join(parts[:-1]), parts[-1].strip()
        is_query = re.match(r"(?i)\s*(select|values|with)\b", last) and "returning" not in last.lower()
        run = f"CREATE TEMP VIEW answer AS {last}" if is_query else last
        script = (f"BEGIN; CREATE SCHEMA stage; {made} {before}{';' if before else ''} SAVEPOINT s; {run};"
                  + ("SELECT attname, format_type(atttypid, atttypmod) FROM pg_attribute WHERE attrelid = 'answer'::regclass AND attnum > 0 ORDER BY attnum;"
                     if is_query else "") + "ROLLBACK;")
        done = subprocess.run(["psql", self.conninfo, "-AtqX", "-F\t", "-v", "ON_ERROR_STOP=1", "-c", script], capture_output=True, text=True)
        if is_query and done.returncode and ("pseudo-type" in done.stderr or "duplicate" in done.stderr or "specified more than once" in done.stderr and "column" in done.stderr):
            again = script.replace(run, last).split("SELECT attname")[0] + "ROLLBACK;"
            done = subprocess.run(["psql", self.conninfo, "-AtqX", "-v", "ON_ERROR_STOP=1", "-c", again], capture_output=True, text=True)
            return done.returncode == 0, None, done.stderr
        columns = [tuple(line.split("\t")) for line in done.stdout.splitlines() if "\t" in line] if is_query else None
        return done.returncode == 0, columns, done.stderr


class Duckdb:
    def ask(self, schema, sql):
        import duckdb
        con = duckdb.connect()
        con.execute("CREATE SCHEMA public; CREATE SCHEMA stage; SET search_path = 'public,main'")
        for name, columns in tables(schema):
            con.execute(f"CREATE TABLE {name} ({columns})")
        try:
            parts = [p for p in sql.rstrip("; \n").split(";") if p.strip()]
            for part in parts[:-1]:
                con.execute(part)
            last = parts[-1]
            if re.match(r"(?i)\s*(select|from|values|with)\b", last):
                return True, [(r[0], r[1]) for r in con.execute("DESCRIBE " + last).fetchall()], ""
            con.execute("EXPLAIN " + last)
            return True, None, ""
        except Exception as error:  # noqa: BLE001: any refusal counts
            return "read_csv" in sql and "IO Error" in str(error), None, str(error)


class Sqlite:
    def ask(self, schema, sql):
        import sqlite3
        con = sqlite3.connect(":memory:")
        for name, columns in tables(schema):
            con.execute(f"CREATE TABLE {name.split('.')[-1]} ({columns})")
        try:
            for part in sql.rstrip("; \n").split(";"):
                con.execute("EXPLAIN " + part)
            return True, None, ""
        except Exception as error:  # noqa: BLE001
            return False, None, str(error)


def main():
    engine = sys.argv[1]
    asked = {"postgres": Postgres, "duckdb": Duckdb, "sqlite": Sqlite}[engine](*sys.argv[2:])
    parts = grammar.parse(ROOT / "tests/cases/sql/bind.cases")
    found = [c for c in parts if isinstance(c, grammar.Case) and c.dialects == (engine,)]
    requests = "".join(json.dumps({"id": i, "op": "bind", "dialect": engine, "sql": c.sql, "schema": c.schema}) + "\n" for i, c in enumerate(found))
    program = os.environ.get("AIETL", str(ROOT / "build/aietl"))
    replies = [json.loads(line) for line in subprocess.run([program, "sql", "batch"], input=requests, capture_output=True, text=True, check=True).stdout.splitlines()]
    wrong = 0
    for case, reply in zip(found, replies, strict=True):
        ok, columns, error = asked.ask(case.schema, case.sql)
        if ok != reply["ok"]:
            wrong += 1
            print(f"{case.path.name}:{case.line}: engine {'accepts' if ok else 'refuses: ' + error.strip().splitlines()[0]}\n  {case.sql}\n  ours: "
                  + ("accepted" if reply["ok"] else "; ".join(p["message"] for p in reply["problems"])))
        elif ok and columns is not None:
            ours = [(c["name"], normal(c["type"])) for c in reply["columns"]]
            theirs = [(n, normal(t)) for n, t in columns]
            if ours != theirs:
                wrong += 1
                print(f"{case.path.name}:{case.line}:\n  {case.sql}\n  engine: {theirs}\n  ours:   {ours}")
    print(f"{len(found)} asked, {wrong} differ")
    sys.exit(wrong > 0)


main()
