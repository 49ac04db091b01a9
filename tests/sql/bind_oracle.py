#!/usr/bin/env python3
"""Asks real engines what they say to the cases of tests/cases/sql/bind*.cases, and prints where the program differs.

    tests/sql/bind_oracle.py postgres CONNINFO      a PostgreSQL server; everything happens in a transaction that is rolled back
    tests/sql/bind_oracle.py duckdb                 the Python module duckdb 1.5.6
    tests/sql/bind_oracle.py sqlite                 Python's sqlite3
    tests/sql/bind_oracle.py mysql                  MariaDB, started for it (engines/mariadb.py)

Compared are the verdict (bound or refused) and, but for SQLite, the output columns' names and types; MariaDB also says which
may be NULL. Where the program says `unknown` it says nothing: counted, no difference. Not a suite of tests/run: the verdicts
are stored in the cases.
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


class Mysql:
    """A table made of the query says the types; lengths of texts are not compared."""

    def __init__(self):
        from engines import mariadb
        self.engine = mariadb.Engine()

    def ask(self, schema, sql):
        pymysql, cursor = self.engine.pymysql, self.engine.connection.cursor()
        cursor.execute("CREATE OR REPLACE DATABASE d")
        cursor.execute("USE d")
        for name, columns in tables(schema):
            if "." in name:
                cursor.execute(f"CREATE DATABASE IF NOT EXISTS `{name.split('.')[0]}`")
                cursor.execute(f"DROP TABLE IF EXISTS {name}")
                cursor.execute(f"USE `{name.split('.')[0]}`")
            cursor.execute(f"CREATE TABLE {name} ({columns})".replace('"', "`"))
        if schema.get("default"):
            cursor.execute(f"USE `{schema['default']}`")
        try:
            sql = sql.rstrip("; \n")
            if not re.match(r"(?i)\s*(select|values|with)\b", sql):
                quoted = sql.replace("\\", "\\\\").replace("'", "''")
                cursor.execute(f"PREPARE s FROM '{quoted}'")
                return True, None, ""
            cursor.execute("SET sql_mode = ''")
            cursor.execute(f"CREATE OR REPLACE TABLE answer AS {sql}")
        except pymysql.err.Error as error:
            return False, None, str(error)
        cursor.execute("SHOW COLUMNS FROM answer")
        return True, [(row[0], row[1] + (" null" if row[2] == "YES" else "")) for row in cursor.fetchall()], ""


def family(text):
    """MariaDB's types without display widths and lengths of texts."""
    text = re.sub(r"\b(tiny|small|medium|big)?int\(\d+\)", r"\1int", text)
    text = re.sub(r"\btinyint\b", "int", text)  # a truth value is either
    text = re.sub(r"\bdouble\(\d+,\d+\)", "double", text.replace("binary(0)", "null"))
    return re.sub(r"\b((var)?char\(\d+\)|char|varchar|(tiny|medium|long)?text)", "text", text)


def main():
    engine = sys.argv[1]
    asked = {"postgres": Postgres, "duckdb": Duckdb, "sqlite": Sqlite, "mysql": Mysql}[engine](*sys.argv[2:])
    parts = [part for name in ("bind", "bind_types") for part in grammar.parse(ROOT / f"tests/cases/sql/{name}.cases")]
    found = [c for c in parts if isinstance(c, grammar.Case) and c.dialects == (engine,)]
    requests = "".join(json.dumps({"id": i, "op": "bind", "dialect": engine, "sql": c.sql, "schema": c.schema}) + "\n" for i, c in enumerate(found))
    program = os.environ.get("AIETL", str(ROOT / "build/aietl"))
    replies = [json.loads(line) for line in subprocess.run([program, "sql", "batch"], input=requests, capture_output=True, text=True, check=True).stdout.splitlines()]
    wrong = unknown = 0
    for case, reply in zip(found, replies, strict=True):
        ok, columns, error = asked.ask(case.schema, case.sql)
        if ok != reply["ok"]:
            wrong += 1
            print(f"{case.path.name}:{case.line}: engine {'accepts' if ok else 'refuses: ' + error.strip().splitlines()[0]}\n  {case.sql}\n  ours: "
                  + ("accepted" if reply["ok"] else "; ".join(p["message"] for p in reply["problems"])))
        elif ok and columns is not None:
            ours = [(c["name"], normal(c["type"])) for c in reply["columns"]]
            theirs = [(n, normal(t)) for n, t in columns]
            if engine == "mysql":
                ours = [(n, family(t) + (" null" if c["nullable"] else "")) for (n, t), c in zip(ours, reply["columns"])]
                theirs = [(n, family(t)) for n, t in theirs]
            dark = [i for i, (_, t) in enumerate(ours) if t.split()[0] == "unknown"]
            unknown += len(dark)
            if len(ours) == len(theirs):
                for i in dark:
                    theirs[i] = (theirs[i][0], ours[i][1])
            if ours != theirs:
                wrong += 1
                print(f"{case.path.name}:{case.line}:\n  {case.sql}\n  engine: {theirs}\n  ours:   {ours}")
    print(f"{len(found)} asked, {wrong} differ, {unknown} columns of unknown type")
    sys.exit(wrong > 0)


main()
