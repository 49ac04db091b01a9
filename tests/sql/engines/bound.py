"""Real engines that say whether a statement binds against given tables; nothing is kept, queries are not run.

`open_engine(dialect, …).refuses(schema, sql)` gives None (it binds), a message, or UNSURE (the tables could not be made, or
what the engine says does not tell).
"""
import contextlib
import os
import re
import select
import subprocess

UNSURE = object()


def tables(schema, quote='"'):
    for name, columns in schema["tables"].items():
        yield name, ", ".join(f"{quote}{c.replace(quote, quote * 2)}{quote} {t}" for c, t in columns.items())


class Postgres:
    """One psql for all; a savepoint and a marker around each statement."""

    def __init__(self, conninfo):
        self.psql = subprocess.Popen(["psql", conninfo, "-AtqX"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                     stderr=subprocess.STDOUT)
        self.number = 0

    def run(self, script):
        self.number += 1
        marker = f"marker{self.number}"
        self.psql.stdin.write((script + f"\n\\echo {marker}\n").encode())
        self.psql.stdin.flush()
        out, end = b"", (marker + "\n").encode()
        while not out.endswith(end):
            if not select.select([self.psql.stdout], [], [], 20)[0]:
                raise TimeoutError(script)
            out += os.read(self.psql.stdout.fileno(), 65536)
        return out[:-len(end)].decode()

    def refuses(self, schema, sql):
        if re.search(r"\\|\bCOPY\b", sql):
            return UNSURE
        made = "".join(f"CREATE TABLE {name} ({columns});" for name, columns in tables(schema))
        schemas = {name.split(".")[0] for name in schema["tables"] if "." in name} - {"public", "pg_catalog"}
        made = "".join(f"CREATE SCHEMA {name};" for name in schemas) + made
        out = self.run("ROLLBACK; BEGIN;" + made)
        if "ERROR" in out:
            return UNSURE
        out = self.run(f"PREPARE s AS {sql.rstrip('; ')}\n;")
        self.run("DEALLOCATE ALL; ROLLBACK;")
        found = re.search(r"ERROR: .*", out)
        if not found:
            return None
        unsure = re.search(r"could not determine (data type|polymorphic)|syntax error", found.group())
        return UNSURE if unsure else found.group()


class Duckdb:
    def __init__(self):
        import duckdb
        self.duckdb = duckdb

    def refuses(self, schema, sql):
        con = self.duckdb.connect()
        con.execute("SET enable_external_access = false")
        try:
            for name in {name.split(".")[0] for name in schema["tables"] if "." in name}:
                con.execute(f"CREATE SCHEMA IF NOT EXISTS {name}")
            for name, columns in tables(schema):
                con.execute(f"CREATE TABLE {name} ({columns})")
        except self.duckdb.Error:
            return UNSURE
        try:
            con.execute("EXPLAIN " + sql)
            return None
        except self.duckdb.Error as error:
            unsure = re.search(r"Not implemented|Permission|file system|IO Error|Parser Error|prepared statement|Missing Extension|primary|UNIQUE", str(error), re.I)
            return UNSURE if unsure else str(error)
        finally:
            con.close()


class Sqlite:
    def refuses(self, schema, sql):
        import sqlite3
        con = sqlite3.connect(":memory:")
        with contextlib.closing(con):
            try:
                for name, columns in tables(schema):
                    con.execute(f"CREATE TABLE {name} ({columns})")
            except sqlite3.Error:
                return UNSURE
            try:
                con.execute("EXPLAIN " + sql)
                return None
            except sqlite3.Error as error:
                text = str(error)
                return UNSURE if "bindings" in text or "ON CONFLICT" in text or "syntax" in text else text


class Mysql:
    def __init__(self):
        from . import mariadb
        self.engine = mariadb.Engine()

    def refuses(self, schema, sql):
        pymysql, cursor = self.engine.pymysql, self.engine.connection.cursor()
        databases = {"d"} | {name.split(".")[0] for name in schema["tables"] if "." in name}
        if databases & {"mysql", "information_schema", "sys", "performance_schema"}:
            return UNSURE
        try:
            for name in databases:
                cursor.execute(f"DROP DATABASE IF EXISTS `{name}`")
                cursor.execute(f"CREATE DATABASE `{name}`")
            cursor.execute("USE d")
            for name, columns in tables(schema, "`"):
                cursor.execute(f"CREATE TABLE {name} ({columns})")
        except pymysql.err.Error:
            return UNSURE
        try:
            cursor.execute("PREPARE s FROM '" + sql.replace("\\", "\\\\").replace("'", "''") + "'")
            cursor.execute("DEALLOCATE PREPARE s")
            return None
        except pymysql.err.Error as error:
            return UNSURE if error.args[0] in (1064, 1295, 1243) else str(error)


def open_engine(dialect, *arguments):
    return {"postgres": Postgres, "duckdb": Duckdb, "sqlite": Sqlite, "mysql": Mysql}[dialect](*arguments)
