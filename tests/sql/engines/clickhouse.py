"""ClickHouse's parser, through formatQuery of chdb. $SQL_ORACLE_CHDB is a Python that has the package chdb (pip install chdb)."""
import json
import os
import subprocess

from . import Missing, split

ASKER = r"""
import json, sys
from chdb import session
s = session.Session()
print(json.dumps(str(s.query("select version()")).strip().strip('"')), flush=True)
for line in sys.stdin:
    sql = json.loads(line)
    quoted = sql.replace("\\", "\\\\").replace("'", "\\'")
    try:
        s.query(f"SELECT formatQuery('{quoted}') SETTINGS implicit_select = 0 FORMAT Null")
        print("null", flush=True)
    except Exception as error:
        print(json.dumps(str(error)[:300]), flush=True)
"""


class Engine:
    def __init__(self):
        python = os.environ.get("SQL_ORACLE_CHDB")
        if not python:
            raise Missing("$SQL_ORACLE_CHDB names no Python with chdb")
        self.process = subprocess.Popen([python, "-c", ASKER], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.name = "ClickHouse " + json.loads(self.process.stdout.readline())

    def verdict(self, sql):
        return next(filter(None, map(self._parse, split(sql))), None)

    def _parse(self, sql):
        self.process.stdin.write(json.dumps(sql) + "\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())
