"""Pipelines into PostgreSQL for the crash tests of tests/e2e, and what else can happen to a server under a run."""
import os
import pathlib
import random
import subprocess
import sys
import threading
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "tests" / "support"))
sys.path.insert(0, str(ROOT / "tests" / "e2e"))
import scenarios  # noqa: E402
import services  # noqa: E402
import tables  # noqa: E402
from scenarios import Place, Scenario, Wrong, document, result_of, summed  # noqa: E402


class PostgresScenario(Scenario):
    def __init__(self, place):
        place.database = services.Database()
        super().__init__(place)

    def sql(self, script):
        tables.psql(self.place.database.uri, script)

    def held(self):
        try:
            return tuple(tables.postgres(self.place.database.uri, scenarios.SUMS.format("job"))[1][0])
        except tables.TableError as error:
            if "does not exist" in str(error):
                return None
            raise

    @property
    def target(self):
        return f'connection: "{self.place.database.uri}", table: job'

    @property
    def source(self):
        return f'connection: "{self.place.database.uri}", table: src'


class PostgresMerge(PostgresScenario):
    """Each version changes a third of the rows and adds some."""

    name = "PostgreSQL → PostgreSQL, merge"

    def write_document(self):
        self.place.write("job.yaml", document(f"  t: {{{self.source}}}", f"  - {{from: t, {self.target}, mode: merge, key: [id]}}"))

    def batch(self, version):
        first = (version - 1) * 500
        return [(i, version * 31 + i % 7) for i in range(first, first + self.rows, 3)]

    def prepare(self, version):
        first = (version - 1) * 500
        self.sql("DROP TABLE IF EXISTS src; CREATE TABLE src AS SELECT i::bigint AS id, "
                 f"({version} * 31 + i % 7)::bigint AS v, 'word ' || i AS word FROM generate_series({first}, {first + self.rows - 1}, 3) i;")

    def expected(self, version):
        held = {}
        for n in range(1, version + 1):
            held.update(self.batch(n))
        return summed(held.items())


class CsvPostgresReplace(PostgresScenario):
    name = "CSV → PostgreSQL, replace"

    def write_document(self):
        self.place.write("job.yaml", document("  t: {path: t.csv}", f"  - {{from: t, {self.target}}}"))

    def batch(self, version):
        return [(i, version + i % 13) for i in range(self.rows + version)]

    def prepare(self, version):
        self.place.write("t.csv", "id,v,word\n" + "".join(f"{i},{v},word {i}\n" for i, v in self.batch(version)))

    def expected(self, version):
        return summed(self.batch(version))


class PostgresAppend(PostgresScenario):
    """Each version adds rows, some of them at the very watermark that was delivered last."""

    name = "PostgreSQL → PostgreSQL, append with watermark"
    rows = 4000

    def write_document(self):
        self.place.write("job.yaml", document(f"  t: {{{self.source}, incremental: {{watermark: mark}}}}",
                                              f"  - {{from: t, {self.target}, mode: append}}"))

    def prepare(self, version):
        self.sql("DROP TABLE IF EXISTS src; CREATE TABLE src AS SELECT i::bigint AS id, (i % 91)::bigint AS v, '2024-01-01'::timestamptz + "
                 f"CASE WHEN i % {self.rows} < {self.rows // 10} THEN greatest(i / {self.rows}, 1) ELSE i / {self.rows} + 1 END"
                 f" * interval '1 microsecond' AS mark FROM generate_series(0, {self.rows * version - 1}) i;")

    def expected(self, version):
        return summed((i, i % 91) for i in range(self.rows * version))


class PostgresDressedReplace(CsvPostgresReplace):
    """The target has a key, an index and a view, so its rows are exchanged, not the table."""

    name = "CSV → PostgreSQL, replace of a table with a key and a view"

    def write_document(self):
        self.sql("CREATE TABLE job (id bigint PRIMARY KEY, v bigint, word text); CREATE INDEX ON job (v); CREATE VIEW seen AS SELECT * FROM job;")
        super().write_document()


class PostgresTwoTargets(PostgresScenario):
    """One run into a file and a server: both or none."""

    name = "CSV → Parquet and PostgreSQL"
    rows = 5000

    def write_document(self):
        self.place.write("job.yaml", document("  t: {path: t.csv}", f"  - {{from: t, path: out.parquet}}\n  - {{from: t, {self.target}, mode: append}}"))

    batch = scenarios.TwoTargets.batch
    prepare = scenarios.TwoTargets.prepare
    expected = scenarios.TwoTargets.expected

    def held(self):
        parts = self.query("out.parquet", scenarios.SUMS.format("target")), super().held()
        return None if parts == (None, None) else (parts[0] or ()) + (parts[1] or ())


class PostgresInside(PostgresScenario):
    """Rows stay in the database, and the tables are exchanged."""

    name = "PostgreSQL → PostgreSQL, replace inside a database"
    rows = 60000

    def write_document(self):
        self.place.write("job.yaml", document(f"  t: {{{self.source}}}", f"  - {{from: t, {self.target}}}"))

    def prepare(self, version):
        self.sql("DROP TABLE IF EXISTS src; CREATE TABLE src AS SELECT i::bigint AS id, "
                 f"({version} * 31 + i % 7)::bigint AS v, 1.50::numeric AS n FROM generate_series(1, {self.rows + version}) i;")

    def expected(self, version):
        return summed((i, version * 31 + i % 7) for i in range(1, self.rows + version + 1))


class PostgresRelay(PostgresInside):
    """Of a view, rows pass through COPY undecoded."""

    name = "PostgreSQL → PostgreSQL, replace by COPY"

    @property
    def source(self):
        return f'connection: "{self.place.database.uri}", table: seen'

    def prepare(self, version):
        self.sql("DROP VIEW IF EXISTS seen;")
        super().prepare(version)
        self.sql("CREATE VIEW seen AS SELECT * FROM src;")


SCENARIOS = (PostgresMerge, CsvPostgresReplace, PostgresAppend, PostgresDressedReplace, PostgresInside, PostgresRelay)
EVERY = (*SCENARIOS, PostgresTwoTargets)


def watched(kind, program):
    """A reader that polls sees the old or the new content, never a part."""
    with Place(program) as place:
        scenario = kind(place)
        scenario.prepare(1)
        place.run("run", "job.yaml", "--yes", "--quiet")
        before, after = scenario.expected(1), scenario.expected(2)
        scenario.prepare(2)
        seen, done = set(), threading.Event()

        def watch():
            while not done.is_set():
                seen.add(scenario.held())

        watchers = [threading.Thread(target=watch) for _ in range(2)]
        for watcher in watchers:
            watcher.start()
        try:
            place.run("run", "job.yaml", "--yes", "--quiet")
            time.sleep(0.1)
        finally:
            done.set()
            for watcher in watchers:
                watcher.join()
        if not seen <= {before, after} or after not in seen:
            raise Wrong(f"{kind.name}: a reader saw {len(seen)} contents: {seen - {before, after}}")


def readers_see_old_or_new(program):
    for kind in SCENARIOS:
        watched(kind, program)


def old_snapshots_keep_their_rows(program):
    """A transaction that began before the exchange finds rows after it, never an empty table."""
    with Place(program) as place:
        scenario = CsvPostgresReplace(place)
        scenario.prepare(1)
        place.run("run", "job.yaml", "--yes", "--quiet")
        scenario.prepare(2)
        reader = subprocess.Popen(["psql", "-X", "-q", "-t", "-A", "-d", place.database.uri], stdin=subprocess.PIPE,
                                  stdout=subprocess.PIPE, text=True)
        reader.stdin.write("BEGIN ISOLATION LEVEL REPEATABLE READ; SELECT 1;\n")
        reader.stdin.flush()
        if reader.stdout.readline().strip() != "1":
            raise Wrong("the reader did not begin")
        place.run("run", "job.yaml", "--yes", "--quiet")
        out, _ = reader.communicate("SELECT count(*) FROM job;\n", timeout=60)
        if out.strip() not in (scenario.expected(1)[0], scenario.expected(2)[0]):
            raise Wrong(f"the old snapshot sees {out.strip()} rows")


def staged_rows_are_compared(program):
    """A digit that changes between the two servers, though the numbers stay equal, stops the run."""
    for kind in (PostgresInside, PostgresRelay):
        one_digit_is_changed(program, kind)


def one_digit_is_changed(program, kind):
    with Place(program) as place:
        scenario = kind(place)
        scenario.prepare(1)
        place.run("run", "job.yaml", "--yes", "--quiet")
        scenario.prepare(2)
        process = place.start("run", "job.yaml", "--yes", "--json", failpoints="run.after_stage=sleep:1500")
        stage, until = None, time.monotonic() + 20
        while not stage and time.monotonic() < until:
            found = tables.postgres(place.database.uri, "SELECT relname FROM pg_class WHERE relname LIKE '\\_aietl\\_stage%'")[1]
            stage = found[0][0] if found else None
        if not stage:
            raise Wrong("no staging table was seen")
        scenario.sql(f'UPDATE "{stage}" SET n = 1.5 WHERE id = 7;')
        stdout, _ = process.communicate(timeout=scenarios.TIMEOUT)
        if process.returncode != 1 or not any(p["code"] == "verification_failed" for p in result_of(stdout)["problems"]):
            raise Wrong(f"exit {process.returncode}: {stdout[-500:]}")
        if scenario.held() != scenario.expected(1):
            raise Wrong("the target is not as before")
        if left := list(place.leftovers()):
            raise Wrong(f"left behind: {left}")


def tables_are_read_in_parallel(program):
    """Connections that import one snapshot share the pages of a table, on its way through the engine and past it."""
    with Place(program) as place:
        place.database, other = services.Database(), services.Database()
        try:
            tables.psql(place.database.uri, "CREATE TABLE src AS SELECT i::bigint AS id, 1::bigint AS v, repeat('w', 300) AS w FROM generate_series(1, 400000) i;")
            for step in ("", "steps:\n  s: SELECT * FROM t\n"):
                place.write("job.yaml", f'version: 1\nname: job\nsources:\n  t: {{connection: "{place.database.uri}", table: src, connections: 3}}\n{step}'
                            f"targets:\n  - {{from: {'s' if step else 't'}, connection: \"{other.uri}\", table: job}}\n")
                process = place.start("run", "job.yaml", "--yes", "--quiet")
                readers = set()
                while process.poll() is None:
                    readers.update(row[0] for row in tables.postgres(place.database.uri, "SELECT pid FROM pg_stat_activity WHERE datname = current_database()"
                                                                     " AND query LIKE 'COPY (SELECT%\"public\".\"src\" WHERE ctid%'")[1])
                _, stderr = process.communicate()
                if process.returncode or len(readers) < 2:
                    raise Wrong(f"exit {process.returncode}, {len(readers)} readers {stderr[-300:]}")
        finally:
            other.drop()


def backends_are_terminated(program):
    """pg_terminate_backend at random moments: the run fails clearly or goes on, nothing is torn, and the next run succeeds."""
    chance = random.Random(7)
    for kind in SCENARIOS:
        with Place(program) as place:
            scenario = kind(place)
            scenario.prepare(1)
            began = time.monotonic()
            place.run("run", "job.yaml", "--yes", "--quiet")
            seconds, before = time.monotonic() - began, scenario.expected(1)
            for version in (2, 3, 4):
                scenario.prepare(version)
                process = place.start("run", "job.yaml", "--yes", "--json")
                time.sleep(chance.uniform(0.1, 0.9) * seconds)
                scenario.sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'aietl' AND datname = current_database();")
                stdout, stderr = process.communicate(timeout=scenarios.TIMEOUT)
                if process.returncode not in (0, 1):
                    raise Wrong(f"{kind.name}: exit {process.returncode}\n{stdout[-500:]}\n{stderr[-500:]}")
                if process.returncode == 1 and not any(p["code"] == "connection_lost" for p in result_of(stdout)["problems"]):
                    raise Wrong(f"{kind.name}: {result_of(stdout)['problems']}")
                held = scenario.held()
                if held not in (before, scenario.expected(version)):
                    raise Wrong(f"{kind.name}: torn: {held}")
                place.run("run", "job.yaml", "--yes", "--quiet")
                before = scenario.expected(version)
                if scenario.held() != before:
                    raise Wrong(f"{kind.name}: {scenario.held()} instead of {before} after the next run")
                if left := list(place.leftovers()):
                    raise Wrong(f"{kind.name}: left behind: {left}")


def server_is_killed(program):
    """kill -9 of a whole server of its own in the middle of a run, which then starts again and has nothing torn."""
    services_script = str(ROOT / "scripts" / "services")
    for kind in (PostgresMerge, CsvPostgresReplace):
        with Place(program) as place:
            folder = os.path.join(place.root, "server")
            uri = subprocess.run([services_script, "start", "postgres", folder], capture_output=True, text=True, check=True).stdout.strip()
            old = os.environ.get("AIETL_TEST_POSTGRES")
            os.environ["AIETL_TEST_POSTGRES"] = uri
            try:
                scenario = kind(place)
                scenario.prepare(1)
                place.run("run", "job.yaml", "--yes", "--quiet")
                scenario.prepare(2)
                process = place.start("run", "job.yaml", "--yes", "--json", failpoints="run.after_stage=sleep:1500")
                time.sleep(1.0)
                with open(os.path.join(folder, "postgres", "data", "postmaster.pid"), encoding="ascii") as file:
                    os.kill(int(file.readline()), 9)
                stdout, _ = process.communicate(timeout=scenarios.TIMEOUT)
                if process.returncode != 1:
                    raise Wrong(f"{kind.name}: exit {process.returncode}\n{stdout[-500:]}")
                time.sleep(1)  # its children see that it is gone
                restart_on_same_port(folder)
                if scenario.held() != scenario.expected(1):
                    raise Wrong(f"{kind.name}: the target is not as before")
                place.run("run", "job.yaml", "--yes", "--quiet")
                if scenario.held() != scenario.expected(2):
                    raise Wrong(f"{kind.name}: not as expected after the next run")
                if left := list(place.leftovers()):
                    raise Wrong(f"{kind.name}: left behind: {left}")
            finally:
                subprocess.run([services_script, "remove", "postgres", folder], check=False)
                place.database = None
                if old is None:
                    del os.environ["AIETL_TEST_POSTGRES"]
                else:
                    os.environ["AIETL_TEST_POSTGRES"] = old


def restart_on_same_port(folder):
    environment = {**os.environ, "AIETL_PG_PORT": pathlib.Path(folder, "postgres", "port").read_text(encoding="ascii").strip()}
    subprocess.run([str(ROOT / "scripts" / "services"), "start", "postgres", folder], check=True, capture_output=True, env=environment)


def backfill_is_interrupted(program):
    """kill -9 between the slices of a backfill, then again: each slice once."""
    with Place(program) as place:
        scenario = PostgresAppend(place)
        scenario.sql("CREATE TABLE src AS SELECT i::bigint AS id, (i % 5)::bigint AS v, '2024-01-01'::date + i % 10 AS mark FROM generate_series(0, 999) i;")
        process = place.start("run", "job.yaml", "--yes", "--json", "--backfill", "2024-01-01..2024-01-10", failpoints="run.between_commits=sleep:300")
        time.sleep(1.5)
        process.kill()
        process.communicate(timeout=scenarios.TIMEOUT)
        place.run("run", "job.yaml", "--yes", "--json", "--backfill", "2024-01-01..2024-01-10")
        if scenario.held() != summed((i, i % 5) for i in range(1000)):
            raise Wrong(f"{scenario.held()}")


def disk_is_full(program):
    """A tablespace of 24 MiB where that can be mounted: the run says so, the target is as before."""
    if os.geteuid() != 0:
        print("  no tmpfs can be mounted here: disk full is proved by failpoints alone", flush=True)
        return
    with Place(program) as place:
        small = os.path.join(place.root, "small")
        os.makedirs(small)
        if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", small], capture_output=True).returncode:
            print("  no tmpfs can be mounted here: disk full is proved by failpoints alone", flush=True)
            return
        try:
            subprocess.run(["chown", "postgres", small], check=True)
            scenario = CsvPostgresReplace(place)
            name = place.database.name
            scenario.sql(f"CREATE TABLESPACE \"{name}\" LOCATION '{small}';")
            scenario.sql(f"ALTER DATABASE \"{name}\" SET default_tablespace = '{name}';")
            try:
                scenario.prepare(1)
                place.run("run", "job.yaml", "--yes", "--quiet")
                place.write("t.csv", "id,v,word\n" + "".join(f"{i},{i},{'x' * 200}\n" for i in range(200000)))
                _, stdout, _ = place.run("run", "job.yaml", "--yes", "--json", expect=1)
                if not any(p["code"] == "disk_full" for p in result_of(stdout)["problems"]):
                    raise Wrong(f"{result_of(stdout)['problems']}")
                if scenario.held() != scenario.expected(1):
                    raise Wrong("the target is not as before")
                if left := list(place.leftovers()):
                    raise Wrong(f"left behind: {left}")
            finally:
                place.database.drop()
                place.database = None
                tables.psql(services.postgres_uri(), f'DROP TABLESPACE "{name}";')
        finally:
            subprocess.run(["umount", small], check=True)


FAULTS = (
    ("postgres: readers see the old or the new content", readers_see_old_or_new),
    ("postgres: transactions that began before an exchange keep their rows", old_snapshots_keep_their_rows),
    ("postgres: tables are read in parallel", tables_are_read_in_parallel),
    ("postgres: what was staged is compared with what was read", staged_rows_are_compared),
    ("postgres: backends are terminated", backends_are_terminated),
    ("postgres: the server is killed under a run", server_is_killed),
    ("postgres: a backfill is killed between its slices", backfill_is_interrupted),
    ("postgres: disk full", disk_is_full),
)
