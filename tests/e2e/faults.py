"""Disk full, read-only targets, sources that change, two runs at once, interrupts: a clear end, and nothing lost."""
import hashlib
import os
import signal
import subprocess
import threading
import time

import scenarios
from scenarios import Place, Wrong, result_of

NOBODY = 65534


def has_problem(stdout, code, text=""):
    problems = result_of(stdout).get("problems", [])
    if not any(p["code"] == code and text in p["message"] + p.get("hint", "") for p in problems):
        raise Wrong(f"no problem {code} with {text!r} among {problems}")


def unchanged(scenario, version, when):
    if scenario.held() != scenario.expected(version):
        raise Wrong(f"{when}: the target is not as before")
    left = list(scenario.place.leftovers())
    if left:
        raise Wrong(f"{when}: left behind: {', '.join(left)}")


def disk_full(program):
    """On a file system of 4 MiB where that can be mounted; the failpoints `full` prove the rest everywhere."""
    for target, table, endpoint in (("small/out.parquet", "target", "path: small/out.parquet"),
                                    ("small/out.duckdb", "job", 'connection: "duckdb:///small/out.duckdb", table: job'),
                                    ("small/out.db", "job", 'connection: "sqlite:///small/out.db", table: job')):
        with Place(program) as place:
            small = os.path.join(place.folder, "small")
            os.makedirs(small)
            if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", small], capture_output=True).returncode:
                print("  no tmpfs can be mounted here: disk full is proved by failpoints alone", flush=True)
                return
            try:
                fill_disk(place, target, table, endpoint)
            finally:
                subprocess.run(["umount", small], check=True)


def fill_disk(place, target, table, endpoint):
    """100 rows fit; 160,000 rows of 64 random digits do not."""
    def prepare(rows):
        place.write("t.csv", "id,word\n" + "".join(f"{i},{hashlib.sha256(str(i).encode()).hexdigest()}\n" for i in range(rows)))

    def held():
        return scenarios.tables.query(target, f"SELECT count(*) AS n, sum(id) AS s FROM {table}", place.folder)[1][0]

    place.write("job.yaml", scenarios.document("  t: {path: t.csv}", f"  - {{from: t, {endpoint}}}"))
    prepare(100)
    place.run("run", "job.yaml", "--yes", "--quiet")
    prepare(160000)
    _, stdout, _ = place.run("run", "job.yaml", "--yes", "--json", expect=1)
    has_problem(stdout, "disk_full")
    if held() != ["100", "4950"]:
        raise Wrong(f"{target}: the target is not as before")
    left = list(place.leftovers())
    if left:
        raise Wrong(f"{target}: left behind: {', '.join(left)}")
    prepare(200)
    place.run("run", "job.yaml", "--yes", "--quiet")
    if held() != ["200", "19900"]:
        raise Wrong(f"{target}: the run after the full disk went wrong")


def read_only_targets(program):
    """Root may write everywhere, so this runs as nobody when started by root."""
    more = {"user": NOBODY, "group": NOBODY, "extra_groups": []} if os.geteuid() == 0 else {}
    with Place(program) as place:
        place.write("t.csv", "id,v\n1,a\n")
        place.write("file.yaml", scenarios.document("  t: {path: t.csv}", "  - {from: t, path: locked/out.parquet}"))
        place.write("table.yaml", scenarios.document("  t: {path: t.csv}", '  - {from: t, connection: "sqlite:///locked/out.db", table: job, mode: append}'))
        os.makedirs(os.path.join(place.folder, "locked"))
        scenarios.tables.make("locked/out.db", "CREATE TABLE job (id INTEGER, v TEXT);", place.folder)
        os.chmod(os.path.join(place.folder, "locked/out.db"), 0o444)
        os.chmod(os.path.join(place.folder, "locked"), 0o555)
        os.makedirs(place.home)
        os.chmod(place.home, 0o777)
        try:
            for document in ("file.yaml", "table.yaml"):
                status, stdout, stderr = place.run("run", document, "--yes", "--json", expect=None, **more)
                if status not in (1, 2) or "locked" not in stdout:
                    raise Wrong(f"{document}: exit {status}, and no word of the read-only folder\n{stdout[-500:]}\n{stderr[-300:]}")
            if os.listdir(os.path.join(place.folder, "locked")) != ["out.db"]:
                raise Wrong("something was left in the read-only folder")
        finally:
            os.chmod(os.path.join(place.folder, "locked"), 0o755)


def source_changes(program):
    with Place(program) as place:
        scenario = scenarios.FilesParquetReplace(place)
        scenario.prepare(1)
        place.run("run", "job.yaml", "--yes", "--quiet")
        scenario.prepare(2)
        process = place.start("run", "job.yaml", "--yes", "--json", failpoints="run.after_stage=sleep:1500")
        time.sleep(0.7)
        place.write("in/part1.csv", "id,v\n1,1\n")
        stdout, _ = process.communicate(timeout=scenarios.TIMEOUT)
        if process.returncode != 1:
            raise Wrong(f"exit {process.returncode} instead of 1")
        has_problem(stdout, "source_changed", "part1.csv")
        unchanged(scenario, 1, "the source changed")


def two_at_once(program):
    for kind in scenarios.SCENARIOS:
        with Place(program) as place:
            scenario = kind(place)
            scenario.prepare(1)
            place.run("run", "job.yaml", "--yes", "--quiet")
            scenario.prepare(2)
            processes = [place.start("run", "job.yaml", "--yes", failpoints="run.before_decide=sleep:400") for _ in range(2)]
            ends = [(p.communicate(timeout=scenarios.TIMEOUT), p.returncode) for p in processes]
            if any(status for _, status in ends):
                raise Wrong(f"{scenario.name}: exits {[status for _, status in ends]}\n{ends[0][0][1][-300:]}\n{ends[1][0][1][-300:]}")
            if not any("waiting" in out + err for (out, err), _ in ends):
                raise Wrong(f"{scenario.name}: neither says that it waits")
            unchanged(scenario, 2, scenario.name)


def interrupted(program, failpoint, delay):
    with Place(program) as place:
        scenario = scenarios.CsvDuckdbMerge(place)
        scenario.prepare(1)
        place.run("run", "job.yaml", "--yes", "--quiet")
        scenario.prepare(2)
        process = place.start("run", "job.yaml", "--yes", "--json", failpoints=failpoint)
        time.sleep(delay)
        process.send_signal(signal.SIGINT)
        stdout, stderr = process.communicate(timeout=20)
        if process.returncode != 130 or result_of(stdout).get("status") != "interrupted":
            raise Wrong(f"exit {process.returncode} instead of 130\n{stdout[-300:]}\n{stderr[-300:]}")
        unchanged(scenario, 1, "interrupted")
        place.run("runs", "resume", result_of(stdout)["run_id"], "--json")
        unchanged(scenario, 2, "resumed")


def sigint(program):
    interrupted(program, "run.after_stage=sleep:1200", 0.6)


def unreachable_after_decision(program):
    """Killed between two commits, and the second target is away: no run until it is back, and then each row once."""
    with Place(program) as place:
        scenario = scenarios.TwoTargets(place)
        scenario.prepare(1)
        place.run("run", "job.yaml", "--yes", "--quiet")
        scenario.prepare(2)
        place.run("run", "job.yaml", "--yes", "--quiet", expect=-signal.SIGKILL, failpoints="run.between_commits=kill")
        table, away = os.path.join(place.folder, "out.db"), os.path.join(place.root, "away.db")
        os.rename(table, away)
        place.write("out.db", "this is no database, only a file of that name that stands in its way\n" * 100)
        _, stdout, _ = place.run("run", "job.yaml", "--yes", "--json", expect=1)
        has_problem(stdout, "unfinished_run", "out.db")
        os.replace(away, table)
        _, stdout, _ = place.run("runs", "list", "--json")
        killed = [run["run_id"] for run in result_of(stdout)["runs"] if run["status"] == "interrupted"]
        place.run("runs", "resume", killed[0], "--json")
        unchanged(scenario, 2, "the target is back")


def backfill_resumes(program):
    """Interrupted between slices: what is done stays, `resume` does the rest, no slice twice."""
    with Place(program) as place:
        place.write("t.csv", "id,v,at\n" + "".join(f"{i},{i % 5},2024-01-{i % 10 + 1:02}\n" for i in range(1000)))
        place.write("job.yaml", scenarios.document("  t: {path: t.csv, incremental: {watermark: at}}",
                                                   '  - {from: t, connection: "sqlite:///out.db", table: job, mode: append}'))
        process = place.start("run", "job.yaml", "--yes", "--json", "--backfill", "2024-01-01..2024-01-10", failpoints="run.between_commits=sleep:300")
        time.sleep(1.5)
        process.send_signal(signal.SIGINT)
        stdout, _ = process.communicate(timeout=scenarios.TIMEOUT)
        if process.returncode != 130:
            raise Wrong(f"exit {process.returncode} instead of 130")
        count = int(scenarios.tables.query("out.db", "SELECT count(*) FROM job", place.folder)[1][0][0])
        if count % 100 or not 0 < count < 1000:
            raise Wrong(f"{count} rows after the interrupt: no whole slices")
        place.run("runs", "resume", result_of(stdout)["run_id"], "--json")
        held = scenarios.tables.query("out.db", scenarios.SUMS.format("job"), place.folder)[1][0]
        expected = scenarios.summed((i, i % 5) for i in range(1000))
        if tuple(held) != expected:
            raise Wrong(f"resumed: {held} instead of {expected}")


def readers_see_old_or_new(program):
    with Place(program) as place:
        scenario = scenarios.FilesParquetReplace(place)
        scenario.prepare(1)
        place.run("run", "job.yaml", "--yes", "--quiet")
        path, seen, done = os.path.join(place.folder, "out.parquet"), set(), threading.Event()

        def digest():
            with open(path, "rb") as file:
                return hashlib.sha256(file.read()).hexdigest()

        def watch():
            while not done.is_set():
                try:
                    seen.add(digest())
                except OSError as error:
                    seen.add(str(error))
                time.sleep(0.001)

        before = digest()
        watcher = threading.Thread(target=watch)
        watcher.start()
        scenario.prepare(2)
        try:
            place.run("run", "job.yaml", "--yes", "--quiet")
        finally:
            done.set()
            watcher.join()
        if not seen <= {before, digest()}:
            raise Wrong(f"a reader saw {len(seen)} contents, among them neither the old nor the new one")


FAULTS = (
    ("disk full", disk_full),
    ("read-only target", read_only_targets),
    ("source changed under the run", source_changes),
    ("two runs of one pipeline at once", two_at_once),
    ("sigint while rows are staged, then resume", sigint),
    ("sigint between the slices of a backfill, then resume", backfill_resumes),
    ("a decided target cannot be reached", unreachable_after_decision),
    ("readers of a replaced file see the old or the new content", readers_see_old_or_new),
)
