"""Pipelines whose targets are known exactly after each run, so that a lost, doubled or torn row is seen."""
import fnmatch
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))
import tables  # noqa: E402

TIMEOUT = 120


class Wrong(Exception):
    pass


class Place:
    """A folder of its own with its own AIETL_HOME, and the program started in it."""

    def __init__(self, program):
        self.program = program
        self.database = None  # of a server, where a scenario makes one
        self.root = tempfile.mkdtemp(prefix="aietl-e2e-")
        os.chmod(self.root, 0o755)
        self.folder = os.path.join(self.root, "work")
        self.home = os.path.join(self.root, "home")
        os.makedirs(self.folder)

    def __enter__(self):
        return self

    def __exit__(self, kind, value, trace):
        if self.database:
            self.database.drop()
        shutil.rmtree(self.root, ignore_errors=True)

    def environment(self, failpoints=""):
        names = ("PATH", "ASAN_OPTIONS", "LSAN_OPTIONS", "UBSAN_OPTIONS", "TSAN_OPTIONS", "LD_LIBRARY_PATH")
        environment = {name: os.environ[name] for name in names if name in os.environ}
        environment |= {"AIETL_HOME": self.home, "HOME": self.root, "TZ": "UTC", "LC_ALL": "C.UTF-8", "NO_COLOR": "1"}
        if failpoints:
            environment["AIETL_FAILPOINTS"] = failpoints
        return environment

    def start(self, *words, failpoints="", **more):
        return subprocess.Popen([self.program, *words], cwd=self.folder, env=self.environment(failpoints), stdin=subprocess.DEVNULL,
                                stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, errors="replace", **more)

    def run(self, *words, expect=0, failpoints="", **more):
        process = self.start(*words, failpoints=failpoints, **more)
        stdout, stderr = process.communicate(timeout=TIMEOUT)
        if expect is not None and process.returncode != expect:
            raise Wrong(f"aietl {' '.join(words)}: exit {process.returncode} instead of {expect}\n{stdout[-800:]}\n{stderr[-800:]}")
        return process.returncode, stdout, stderr

    def write(self, name, text):
        path = os.path.join(self.folder, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path + ".new", "w", encoding="utf-8") as file:
            file.write(text)
        os.replace(path + ".new", path)

    def leftovers(self):
        """What a run must not leave: staged files, staging tables, spill folders."""
        for folder, folders, files in os.walk(self.folder):
            for name in folders + files:
                if fnmatch.fnmatch(name, "*.aietl-*"):
                    yield name
                if name.endswith(tables.SQLITE + tables.DUCKDB):
                    yield from (f"{name}: {table}" for table in tables.tables(name, folder) if table.startswith("_aietl_stage_"))
        if self.database:
            yield from (f"PostgreSQL: {table}" for table in tables.tables(self.database.uri, "") if table.startswith("_aietl_stage_"))
        spill = os.path.join(self.home, "tmp")
        yield from (f"tmp/{name}" for name in (os.listdir(spill) if os.path.isdir(spill) else []))


def result_of(stdout):
    lines = [line for line in stdout.splitlines() if line.startswith("{")]
    return json.loads(lines[-1]) if lines else {}


def document(sources, targets):
    return f"version: 1\nname: job\nsources:\n{sources}\ntargets:\n{targets}\n"


class Scenario:
    """`prepare(n)` writes the sources of version n; `expected(n)` is the target's content after its run, `held()` what it is now."""

    name = ""
    rows = 20000

    def __init__(self, place):
        self.place = place
        self.write_document()

    def write_document(self):
        raise NotImplementedError

    def prepare(self, version):
        raise NotImplementedError

    def expected(self, version):
        raise NotImplementedError

    def held(self):
        raise NotImplementedError

    def query(self, name, sql):
        """(rows, sums …) as text; None where there is no target yet."""
        if not os.path.exists(os.path.join(self.place.folder, name)):
            return None
        try:
            return tuple(tables.query(name, sql, self.place.folder)[1][0])
        except tables.TableError as error:
            if "job" in str(error) and ("not exist" in str(error) or "no such table" in str(error)):
                return None
            raise


def summed(rows):
    """count, distinct ids, sum of ids, sum of values: equal only when no row is lost, doubled or old."""
    rows = list(rows)
    return tuple(str(v) for v in (len(rows), len({r[0] for r in rows}), sum(r[0] for r in rows), sum(r[0] * r[1] % 1000003 for r in rows)))


SUMS = ("SELECT count(*) AS n, count(DISTINCT id) AS ids, coalesce(CAST(sum(id) AS BIGINT), 0) AS s, "
        "coalesce(CAST(sum(id * v % 1000003) AS BIGINT), 0) AS p FROM {}")


class CsvDuckdbMerge(Scenario):
    """Each version changes a third of the rows and adds some."""

    name = "CSV → DuckDB, merge"

    def write_document(self):
        self.place.write("job.yaml", document("  t: {path: t.csv}", '  - {from: t, connection: "duckdb:///out.duckdb", table: job, mode: merge, key: [id]}'))

    def batch(self, version):
        first = (version - 1) * 500
        return [(i, version * 31 + i % 7) for i in range(first, first + self.rows, 3)]

    def prepare(self, version):
        self.place.write("t.csv", "id,v,word\n" + "".join(f"{i},{v},word {i * 7919 % 1000}\n" for i, v in self.batch(version)))

    def expected(self, version):
        held = {}
        for n in range(1, version + 1):
            held.update(self.batch(n))
        return summed(held.items())

    def held(self):
        return self.query("out.duckdb", SUMS.format("job"))


class ParquetSqliteAppend(Scenario):
    """Each version adds rows, some of them at the very watermark that was delivered last."""

    name = "Parquet → SQLite, append with watermark"
    rows = 4000

    def write_document(self):
        self.place.write("job.yaml", document("  t: {path: t.parquet, incremental: {watermark: mark}}",
                                              '  - {from: t, connection: "sqlite:///out.db", table: job, mode: append}'))

    def prepare(self, version):
        # Row i of version n has mark n; a tenth of each version's rows carries the mark of the version before.
        tables.make("-", f"COPY (SELECT i AS id, i % 91 AS v, CASE WHEN i % {self.rows} < {self.rows // 10} THEN greatest(i // {self.rows}, 1) "
                         f"ELSE i // {self.rows} + 1 END AS mark FROM range({self.rows * version}) r(i)) TO 't.parquet.new' (FORMAT parquet);", self.place.folder)
        os.replace(os.path.join(self.place.folder, "t.parquet.new"), os.path.join(self.place.folder, "t.parquet"))

    def expected(self, version):
        return summed((i, i % 91) for i in range(self.rows * version))

    def held(self):
        return self.query("out.db", SUMS.format("job"))


class FilesParquetReplace(Scenario):
    name = "files → Parquet, replace"

    def write_document(self):
        self.place.write("job.yaml", document('  t: {path: "in/*.csv"}', "  - {from: t, path: out.parquet}"))

    def batch(self, version):
        return [(i, version + i % 13) for i in range(self.rows + version)]

    def prepare(self, version):
        rows = self.batch(version)
        for part in range(3):
            self.place.write(f"in/part{part}.csv", "id,v\n" + "".join(f"{i},{v}\n" for i, v in rows[part::3]))

    def expected(self, version):
        return summed(self.batch(version))

    def held(self):
        return self.query("out.parquet", SUMS.format("target"))


class TwoTargets(Scenario):
    """One run into a file and a database: both or none."""

    name = "CSV → Parquet and SQLite"
    rows = 5000

    def write_document(self):
        self.place.write("job.yaml", document("  t: {path: t.csv}", '  - {from: t, path: out.parquet}\n  - {from: t, connection: "sqlite:///out.db", table: job, mode: append}'))

    def batch(self, version):
        return [(i, i % 17) for i in range((version - 1) * self.rows, version * self.rows)]

    def prepare(self, version):
        self.place.write("t.csv", "id,v\n" + "".join(f"{i},{v}\n" for i, v in self.batch(version)))

    def expected(self, version):
        return summed(self.batch(version)) + summed(row for n in range(1, version + 1) for row in self.batch(n))

    def held(self):
        parts = self.query("out.parquet", SUMS.format("target")), self.query("out.db", SUMS.format("job"))
        return None if parts == (None, None) else (parts[0] or ()) + (parts[1] or ())


SCENARIOS = (CsvDuckdbMerge, ParquetSqliteAppend, FilesParquetReplace)
EVERY = (*SCENARIOS, TwoTargets)
