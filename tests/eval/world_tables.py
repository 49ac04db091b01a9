"""Makes the worlds, runs SQL over them, computes expected tables."""
import glob
import importlib.util
import json
import os
import random
import re
import shutil
import sqlite3
import subprocess

HERE = os.path.dirname(os.path.abspath(__file__))


class SqlError(Exception):
    pass


def run_sql(sqlrun, script):
    """Runs a script; the results of the statements that return rows: [(columns, rows)]."""
    done = subprocess.run(sqlrun, input=script, capture_output=True, text=True, timeout=60)
    if done.returncode != 0:
        raise SqlError(done.stderr.strip())
    results = []
    for line in done.stdout.splitlines():
        value = json.loads(line)
        if isinstance(value, dict):
            results.append((value["columns"], []))
        else:
            results[-1][1].append(value)
    return results


class Table:
    def __init__(self, columns, types, rows):
        self.columns, self.types, self.rows = columns, types, rows


def query(sqlrun, before, sql):
    """The rows of one SELECT after the script `before`, with the types that DuckDB gives them."""
    results = run_sql(sqlrun, f"""SET TimeZone='UTC';
{before}
CREATE TEMP TABLE result_ AS ({sql});
SELECT column_name, column_type FROM (DESCRIBE result_);
SELECT CAST(COLUMNS(*) AS VARCHAR) FROM result_;""")
    described, rows = results[-2][1], results[-1][1]
    return Table([c for c, _ in described], [t for _, t in described], rows)


class Worlds:
    """Makes each world once; hands out copies."""

    def __init__(self, folder, sqlrun):
        self.folder = folder
        self.sqlrun = sqlrun
        self.made = {}

    def source(self, world):
        for kind in ("worlds", "worlds_test"):
            path = os.path.join(HERE, kind, world)
            if os.path.isdir(path):
                return path
        raise SystemExit(f"no world '{world}' under {HERE}/worlds or worlds_test")

    def module(self, world):
        path = os.path.join(self.source(world), "make.py")
        spec = importlib.util.spec_from_file_location(f"world_{world}", path)
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        return module

    def make(self, world):
        if world not in self.made:
            place = os.path.join(self.folder, "made", world)
            os.makedirs(place)
            self.module(world).make(place, random.Random(world))
            self._script(world, "setup.sql", place)
            shutil.rmtree(os.path.join(place, "_raw"), ignore_errors=True)
            self.made[world] = place
        return self.made[world]

    def copy(self, world, to):
        shutil.copytree(self.make(world), to)
        return to

    def mutate(self, world, name, place):
        """Runs mutate_NAME of make.py, or mutate_NAME.sql."""
        change = getattr(self.module(world), f"mutate_{name}", None)
        script = f"mutate_{name}.sql"
        if change is None and not os.path.exists(os.path.join(self.source(world), script)):
            raise SystemExit(f"world '{world}' has no mutation '{name}'")
        if change is not None:
            change(place, random.Random(f"{world}/{name}"))
        self._script(world, script, place)

    def _script(self, world, name, place):
        path = os.path.join(self.source(world), name)
        if os.path.exists(path):
            with open(path, encoding="utf-8") as f:
                run_sql(self.sqlrun, f.read().replace("{dir}", place))

    def tables_sql(self, world, place, shuffled=False):
        """The script that loads the world's tables, with explicit types, for gold queries."""
        side = place.rstrip("/") + ".gold"
        shutil.rmtree(side, ignore_errors=True)
        os.makedirs(side)
        prepare = getattr(self.module(world), "gold", None)
        if prepare is not None:
            prepare(place, side)
        for path in glob.glob(os.path.join(place, "*.db")) + glob.glob(
                os.path.join(place, "*.sqlite")):
            export_sqlite(path, os.path.join(side, os.path.basename(path)))
        with open(os.path.join(self.source(world), "tables.sql"), encoding="utf-8") as f:
            script = f.read().replace("{dir}", place).replace("{gold}", side)
        if shuffled:
            script = re.sub(r"(?ms)^CREATE TABLE (\S+) AS (.*?);\s*$",
                            r"CREATE TABLE \1 AS SELECT * FROM (\2) ORDER BY random();", script)
        return script


def export_sqlite(path, folder):
    os.makedirs(folder)
    db = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type='table'").fetchall():
        cursor = db.execute(f'SELECT * FROM "{name}"')
        columns = [d[0] for d in cursor.description]
        with open(os.path.join(folder, name + ".ndjson"), "w", encoding="utf-8") as f:
            for row in cursor:
                f.write(json.dumps(dict(zip(columns, row)), ensure_ascii=False) + "\n")
    db.close()


def gold_tables(worlds, item, now, pristine, sqlrun, shuffled=False):
    script = worlds.tables_sql(item["world"], now, shuffled)
    if pristine is not None:
        script = ("CREATE SCHEMA before; USE before;\n"
                  + worlds.tables_sql(item["world"], pristine, shuffled)
                  + "\nUSE main;\n" + script)
    return script
