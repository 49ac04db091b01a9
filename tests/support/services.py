"""Databases of their own for tests, in the PostgreSQL that scripts/services runs."""
import os
import pathlib
import subprocess
import threading

import tables

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
_LOCK = threading.Lock()
_COUNT = 0


def postgres_uri():
    """$AIETL_TEST_POSTGRES, or of the running service."""
    if os.environ.get("AIETL_TEST_POSTGRES"):
        return os.environ["AIETL_TEST_POSTGRES"]
    process = subprocess.run([ROOT / "scripts" / "services", "uri", "postgres"], capture_output=True, text=True)
    if process.returncode:
        raise tables.TableError("PostgreSQL does not run: scripts/services start postgres")
    return process.stdout.strip()


class Database:
    """A fresh database; `drop` when it is no more needed."""

    def __init__(self, options=""):
        global _COUNT
        with _LOCK:
            _COUNT += 1
            self.name = f"case_{os.getpid()}_{_COUNT}"
        self.server = postgres_uri()
        tables.psql(self.server, f'CREATE DATABASE "{self.name}" {options};')
        self.uri = self.server.rsplit("/", 1)[0] + "/" + self.name

    def drop(self):
        tables.psql(self.server, f'DROP DATABASE IF EXISTS "{self.name}" WITH (FORCE);')
