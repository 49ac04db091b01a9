#!/usr/bin/env python3
"""Every query and change that tests/cases/sql has, against tables that it could have meant: what an engine binds, the binder must bind.

    tests/sql/bind_worlds.py postgres CONNINFO | duckdb | sqlite | mysql

The tables and columns are those that `lineage` without a schema finds in the statement; in one world all columns are integers, in
others texts, dates, … Prints statements that the engine takes and the binder refuses (the worst that it can do), those that it
takes and the engine refuses (with --missed), and both shares. Not a suite of tests/run.
"""
import collections
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
from engines import bound  # noqa: E402

WORLDS = {
    "postgres": ("integer", "text", "numeric(10,2)", "timestamp", "boolean", "integer[]", "jsonb"),
    "duckdb": ("integer", "varchar", "decimal(10,2)", "timestamp", "boolean", "integer[]", "struct(a integer, b integer, c integer)"),
    "sqlite": ("integer",),
    "mysql": ("int", "varchar(20)", "datetime"),
}
EFFECTS = {"read", "write"}


def ask(requests):
    program = os.environ.get("AIETL", str(ROOT / "build/aietl"))
    text = "".join(json.dumps({"id": i, **request}) + "\n" for i, request in enumerate(requests))
    done = subprocess.run([program, "sql", "batch"], input=text, capture_output=True, text=True, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def statements(dialect):
    found = {}
    for path in sorted((ROOT / "tests/cases/sql").glob("*.cases")):
        for case in grammar.parse(path):
            if not isinstance(case, str) and case.schema is None and case.verdicts().get(dialect) == "ok":
                found[case.sql] = f"{path.name}:{case.line}"
    return found


def tables_of(lineage):
    """table → columns, as the statement names them; columns that no table can be told for go to the first."""
    tables = {name: [] for name in lineage["read"] + lineage["written"]}
    for edge in lineage["columns"]:
        for source in [*edge["sources"], edge["target"]]:
            table, _, column = source.rpartition(".")
            table = table if table in tables else next(iter(tables), None)
            if table and column and column != "*" and column not in tables[table]:
                tables[table].append(column)
    return tables


def main():
    dialect = sys.argv[1]
    missed = "--missed" in sys.argv
    engine = bound.open_engine(dialect, *[a for a in sys.argv[2:] if not a.startswith("--")])
    found = statements(dialect)
    texts = list(found)
    kinds = ask([{"op": "parse", "dialect": dialect, "sql": sql} for sql in texts])
    texts = [sql for sql, reply in zip(texts, kinds) if reply["ok"] and len(reply["statements"]) == 1 and reply["statements"][0]["effect"] in EFFECTS]
    traced = ask([{"op": "lineage", "dialect": dialect, "sql": sql} for sql in texts])
    requests = []
    for sql, lineage in zip(texts, traced):
        tables = tables_of(lineage)
        if any(not re.fullmatch(r"\w+(\.\w+)?", name) for name in tables):
            continue
        for world in WORLDS[dialect]:
            schema = {"tables": {name: {column: world for column in (columns or ["a"])} for name, columns in tables.items()}}
            requests.append({"op": "bind", "dialect": dialect, "sql": sql, "schema": schema})
    count = collections.Counter()
    shown = set()
    for request, reply in zip(requests, ask(requests), strict=True):
        message = engine.refuses(request["schema"], request["sql"])
        if message is bound.UNSURE:
            continue
        count["accepted" if message is None else "refused"] += 1
        if message is None and not reply["ok"]:
            count["falsely refused"] += 1
            problem = reply["problems"][0]
            if (request["sql"], problem["code"]) not in shown:
                shown.add((request["sql"], problem["code"]))
                print(f"{found[request['sql']]} {problem['code']}: {problem['message']}\n    {' '.join(request['sql'].split())[:300]}\n    {json.dumps(request['schema'])[:300]}")
        elif message is not None and reply["ok"]:
            count["falsely accepted"] += 1
            if missed:
                print(f"{found[request['sql']]} missed: {message.strip().splitlines()[0]}\n    {' '.join(request['sql'].split())[:300]}\n    {json.dumps(request['schema'])[:300]}")
    print(dict(count))
    taken = count["accepted"]
    print(f"{dialect}: {taken - count['falsely refused']} of {taken} that the engine binds bind here "
          f"({100 * (1 - count['falsely refused'] / max(taken, 1)):.2f} %)")


main()
