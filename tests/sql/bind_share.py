#!/usr/bin/env python3
"""How many statements that are valid the binder calls wrong: the worst that it can do.

    tests/sql/bind_share.py cases            every query and change that tests/cases/sql accepts, bound without a schema
    tests/sql/bind_share.py spider FOLDER    the gold queries of Spider (train.json, tables.json, database/) that SQLite accepts,
                                             bound against the schemas of their databases

Prints the share that binds, by dialect, and each that does not. Not a suite of tests/run: Spider is not in this repository.
"""
import collections
import json
import os
import pathlib
import sqlite3
import subprocess
import sys

FOLDER = pathlib.Path(__file__).resolve().parent
ROOT = FOLDER.parent.parent
sys.path.insert(0, str(FOLDER))
import cases as grammar  # noqa: E402


def ask(requests):
    program = os.environ.get("AIETL", str(ROOT / "build/aietl"))
    text = "".join(json.dumps({"id": i, "op": "bind", **request}) + "\n" for i, request in enumerate(requests))
    done = subprocess.run([program, "sql", "batch"], input=text, capture_output=True, text=True, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def of_cases():
    for path in sorted((ROOT / "tests/cases/sql").glob("*.cases")):
        for case in grammar.parse(path):
            if isinstance(case, str) or case.schema is not None:
                continue
            for dialect, verdict in case.verdicts().items():
                if verdict == "ok" and dialect not in case.deliberate():
                    yield {"dialect": dialect, "sql": case.sql}


def schema_of(database):
    tables = {}
    for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')").fetchall():
        quoted = '"' + name.replace('"', '""') + '"'
        columns = database.execute(f"PRAGMA table_info({quoted})").fetchall()
        tables[quoted] = {column[1]: column[2] + (" not null" if column[3] else "") for column in columns}
    return {"tables": tables}


def of_spider(folder):
    databases, skipped = {}, 0
    for entry in json.loads((folder / "train.json").read_text()):
        name = entry["db_id"]
        if name not in databases:
            at = folder / "database" / name / f"{name}.sqlite"
            database = sqlite3.connect(f"file:{at}?mode=ro", uri=True)
            databases[name] = database, schema_of(database)
        database, schema = databases[name]
        try:
            database.execute("EXPLAIN " + entry["query"])
        except sqlite3.Error:
            skipped += 1
            continue
        yield {"dialect": "sqlite", "sql": entry["query"], "schema": schema}
    print(f"{skipped} that SQLite refuses are left out")


def main():
    requests = list(of_cases() if sys.argv[1] == "cases" else of_spider(pathlib.Path(sys.argv[2])))
    good, codes = collections.Counter(), collections.Counter()
    asked = collections.Counter(request["dialect"] for request in requests)
    for request, reply in zip(requests, ask(requests), strict=True):
        if reply["ok"]:
            good[request["dialect"]] += 1
            continue
        problem = reply["problems"][0]
        codes[problem["code"]] += 1
        print(f"{request['dialect']} {problem['code']}: {problem['message']}\n    {' '.join(request['sql'].split())}")
    print(*(f"{code} {count}" for code, count in codes.most_common()), sep="\n")
    for dialect, count in asked.items():
        print(f"{dialect}: {good[dialect]} of {count} bind ({100 * good[dialect] / count:.2f} %)")


main()
