"""Spark SQL's own parser. $SQL_ORACLE_SPARK is a folder with Spark's jars (those of PyPI's pyspark); needs a JDK."""
import json
import os
import pathlib
import subprocess

from . import Missing, split


class Engine:
    def __init__(self):
        jars = os.environ.get("SQL_ORACLE_SPARK")
        if not jars:
            raise Missing("$SQL_ORACLE_SPARK names no folder with Spark's jars")
        source = pathlib.Path(__file__).parent / "SparkParser.java"
        self.process = subprocess.Popen(["java", "-cp", f"{jars}/*", str(source)], stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        version = self.process.stdout.readline().strip()
        if not version:
            raise Missing("Spark's parser did not start")
        self.name = "Spark " + version

    def verdict(self, sql):
        return next(filter(None, map(self._parse, split(sql))), None)

    def _parse(self, sql):
        self.process.stdin.write(sql.encode().hex() + "\n")
        self.process.stdin.flush()
        answer = self.process.stdout.readline().strip()
        return None if answer == "ok" else bytes.fromhex(answer).decode()
