"""Makes and reads tables for the tests through none of the program's own code.

SQLite through python's module, PostgreSQL through psql; everything else through build/aietl-sqlrun, which is DuckDB's library alone. All values
come back as text, NULL as None.
"""
import csv
import io
import json
import os
import pathlib
import sqlite3
import subprocess

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
SQLITE = (".db", ".sqlite", ".sqlite3")
DUCKDB = (".duckdb", ".ddb")


class TableError(Exception):
    pass


def sqlrun_path():
    """$AIETL_SQLRUN, or beside the program under test, or where a build leaves it."""
    beside = [pathlib.Path(os.environ["AIETL"]).parent] if os.environ.get("AIETL") else []
    folders = [*beside, ROOT / "build", ROOT / "build" / "dev"]
    paths = [os.environ["AIETL_SQLRUN"]] if os.environ.get("AIETL_SQLRUN") else [str(folder / "aietl-sqlrun") for folder in folders]
    for path in paths:
        if os.access(path, os.X_OK):
            return path
    raise TableError(f"{paths[0]} is missing: ninja -C build/release aietl-sqlrun, or name it in AIETL_SQLRUN")


def duckdb(script, folder):
    """Runs a script and returns the last statement's (columns, rows)."""
    process = subprocess.run([sqlrun_path()], input=script, cwd=folder, capture_output=True, text=True, timeout=300)
    if process.returncode:
        raise TableError(process.stderr.strip())
    columns, rows = [], []
    for line in process.stdout.splitlines():
        value = json.loads(line)
        if isinstance(value, dict):
            columns, rows = value["columns"], []
        else:
            rows.append(value)
    return columns, rows


def text(value):
    if value is None:
        return None
    if isinstance(value, bytes):
        return value.hex()
    return str(value)


def sqlite(path, sql):
    if not os.path.exists(path):
        raise TableError(f"there is no {os.path.basename(path)}")
    connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    try:
        cursor = connection.execute(sql)
        return [column[0] for column in cursor.description], [[text(v) for v in row] for row in cursor.fetchall()]
    except sqlite3.Error as error:
        raise TableError(str(error)) from error
    finally:
        connection.close()


def is_database(name):
    return name.startswith("postgresql://") or name.endswith(SQLITE + DUCKDB)


def relation(name):
    """What DuckDB puts behind FROM for a file of this name; CSV values stay as they are spelt."""
    quoted = "'" + name.replace("'", "''") + "'"
    plain = name.removesuffix(".gz").removesuffix(".zst")
    if plain.endswith(".parquet"):
        return f"read_parquet({quoted})"
    if plain.endswith((".json", ".ndjson", ".jsonl")):
        return f"read_json({quoted})"
    if plain.endswith(".tsv"):
        return f"read_csv({quoted}, all_varchar=true, header=true, delim='\\t', quote='\"', escape='\"')"
    return f"read_csv({quoted}, all_varchar=true, header=true, quote='\"', escape='\"')"


def psql(uri, script, *options):
    process = subprocess.run(["psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", *options, "-d", uri], input=script, capture_output=True,
                             text=True, timeout=300, env={**os.environ, "PGOPTIONS": "-c client_min_messages=warning", "PGTZ": "UTC"})
    if process.returncode:
        raise TableError(process.stderr.strip())
    return process.stdout


def postgres(uri, sql):
    """(columns, rows) of a SELECT. No value may be the text of NULL here."""
    null = "\x01NULL"
    lines = list(csv.reader(io.StringIO(psql(uri, sql, "--csv", "-P", f"null={null}"), newline="")))
    return (lines[0] if lines else []), [[None if v == null else v for v in row] for row in lines[1:]]


def query(name, sql, folder):
    """Runs a SELECT in the database `name`, or over the file `name` as `target`."""
    if name.startswith("postgresql://"):
        return postgres(name, sql)
    path = os.path.join(folder, name)
    if name.endswith(SQLITE):
        return sqlite(path, sql)
    if "*" not in name and not os.path.exists(path):
        raise TableError(f"there is no {name}")
    if name.endswith(DUCKDB):
        prefix = f"ATTACH '{name}' AS target (READ_ONLY); USE target;"
    else:
        prefix = f"CREATE VIEW target AS FROM {relation(name)};"
    return duckdb(f"{prefix}\nSELECT COLUMNS(*)::VARCHAR FROM ({sql}\n)", folder)


def read(name, table, folder):
    if is_database(name):
        return query(name, f"SELECT * FROM {table}", folder)
    return query(name, "SELECT * FROM target", folder)


def make(name, script, folder):
    """Runs a SQL script that makes or changes the database `name`, or that writes files with COPY (name: -)."""
    if name.startswith("postgresql://"):
        psql(name, script)
        return
    if name.endswith(SQLITE):
        connection = sqlite3.connect(os.path.join(folder, name))
        try:
            connection.executescript(script)
            connection.commit()
        except sqlite3.Error as error:
            raise TableError(str(error)) from error
        finally:
            connection.close()
        return
    if name.endswith(DUCKDB):
        script = f"ATTACH '{name}' AS target; USE target;\n{script}"
    elif name != "-":
        raise TableError(f"{name}: setup-sql makes .db and .duckdb files, or with the name - files through COPY")
    duckdb(script + "\n;SELECT 'done' AS done", folder)


def tables(name, folder):
    """All tables of a database."""
    if name.startswith("postgresql://"):
        return [row[0] for row in postgres(name, "SELECT relname FROM pg_class WHERE relkind IN ('r', 'p', 'v')")[1]]
    if name.endswith(SQLITE):
        return [row[0] for row in sqlite(os.path.join(folder, name), "SELECT name FROM sqlite_master WHERE type = 'table'")[1]]
    return [row[0] for row in query(name, "SELECT table_name FROM information_schema.tables", folder)[1]]
