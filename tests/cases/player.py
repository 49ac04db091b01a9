"""Plays one case in a fresh folder with a fresh AIETL_HOME and says what differs."""
import base64
import csv
import fnmatch
import glob
import gzip
import io
import json
import os
import pathlib
import re
import shlex
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))
import services  # noqa: E402
import tables  # noqa: E402

TIMEOUT = 120
# What the program may leave beside a target while it runs, and never afterwards.
LEFTOVERS = (".aietl-*", "*.aietl-*", "_aietl_stage_*")
PASSED_ON = ("ASAN_OPTIONS", "LSAN_OPTIONS", "UBSAN_OPTIONS", "TSAN_OPTIONS", "PATH", "TMPDIR", "LD_LIBRARY_PATH")


class Mismatch(Exception):
    pass


def contains(actual, expected):
    if isinstance(expected, dict):
        return isinstance(actual, dict) and all(k in actual and contains(actual[k], v) for k, v in expected.items())
    if isinstance(expected, list):
        return isinstance(actual, list) and len(actual) == len(expected) and all(map(contains, actual, expected))
    if isinstance(expected, str) and expected.startswith("~"):
        return isinstance(actual, str) and expected[1:] in actual
    if isinstance(expected, bool) or isinstance(actual, bool):
        return expected is actual
    return actual == expected


def nested(value):
    yield value
    for child in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from nested(child)


def json_lines(text):
    for line in text.splitlines():
        try:
            yield json.loads(line)
        except ValueError:
            continue


def as_csv(columns, rows):
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow(["NULL" if value is None else value for value in row])
    return out.getvalue().rstrip("\n").split("\n")


def parse_csv(lines):
    table = list(csv.reader(io.StringIO("\n".join(lines), newline="")))
    return (table[0] if table else []), [[None if v == "NULL" else v for v in row] for row in table[1:]]


class Player:
    def __init__(self, case, folder, program):
        self.case, self.program = case, program
        self.folder = os.path.join(folder, "work")
        self.home = os.path.join(folder, "home")
        os.makedirs(self.folder)
        self.environment = {name: os.environ[name] for name in PASSED_ON if name in os.environ}
        self.environment |= {"AIETL_HOME": self.home, "HOME": folder, "TZ": "UTC", "LC_ALL": "C.UTF-8", "NO_COLOR": "1", "COLUMNS": "160"}
        self.runs, self.stdout, self.stderr, self.status = [], "", "", None
        self.checked = True  # the last run's exit status has been compared
        self.updates = []    # (directive, new block)
        self.databases = {}  # of PostgreSQL, by name, made with their first use

    def play(self, update):
        try:
            self.play_directives(update)
        finally:
            for database in self.databases.values():
                database.drop()

    def postgres(self, name="postgres"):
        if name not in self.databases:
            self.databases[name] = services.Database()
        return self.databases[name].uri

    def named(self, name):
        return self.postgres(name) if name in ("postgres", "postgres2") else name

    def filled(self, text):
        """{folder} and {postgres} in their places; {postgres-place} is host, port and database alone."""
        text = text.replace("{folder}", self.folder)
        if "{postgres2}" in text:
            text = text.replace("{postgres2}", self.postgres("postgres2"))
        if "{postgres" in text:
            uri = self.postgres()
            text = text.replace("{postgres}", uri).replace("{postgres-place}", uri.split("@", 1)[1])
        return text

    def play_directives(self, update):
        for directive in self.case.directives:
            try:
                if directive.name not in ("exit", "run") and directive.name.startswith(("std", "rows", "query", "content", "no-file")):
                    self.check_status(0)
                getattr(self, "do_" + directive.name.replace("-", "_"))(directive, update)
            except (Mismatch, tables.TableError, OSError, ValueError) as error:
                raise Mismatch(f"{self.case.path}:{directive.line}: {error}") from error
        self.check_status(0)
        self.check_leftovers()

    def path(self, name):
        path = os.path.normpath(os.path.join(self.folder, name))
        os.makedirs(os.path.dirname(path), exist_ok=True)
        return path

    # --- what is there before ---

    def write(self, name, content):
        with open(self.path(name), "wb") as file:
            file.write(content)

    def do_file(self, directive, update):
        self.write(directive.argument, ("\n".join(directive.block) + "\n").encode())

    def do_file_here(self, directive, update):
        self.write(directive.argument, self.filled("\n".join(directive.block) + "\n").encode())

    def do_file_in(self, directive, update):
        encoding, name = directive.argument.split(" ", 1)
        self.write(name, ("\n".join(directive.block) + "\n").encode(encoding))

    def do_file_gzip(self, directive, update):
        self.write(directive.argument, gzip.compress(("\n".join(directive.block) + "\n").encode(), mtime=0))

    def do_file_base64(self, directive, update):
        self.write(directive.argument, base64.b64decode("".join(directive.block)))

    def do_repeat(self, directive, update):
        count, name = directive.argument.split(" ", 1)
        with open(self.path(name), "a", encoding="utf-8") as file:
            for i in range(1, int(count) + 1):
                file.writelines(line.replace("{i}", str(i)) + "\n" for line in directive.block)

    def do_cut(self, directive, update):
        path, keep = self.path(directive.argument), int(directive.text)
        os.truncate(path, keep if keep >= 0 else os.path.getsize(path) + keep)

    def do_damage(self, directive, update):
        offset, data = directive.text.split()
        with open(self.path(directive.argument), "r+b") as file:
            file.seek(int(offset), os.SEEK_END if int(offset) < 0 else os.SEEK_SET)
            file.write(bytes.fromhex(data))

    def do_delete(self, directive, update):
        os.remove(self.path(directive.argument))

    def do_setup_sql(self, directive, update):
        tables.make(self.named(directive.argument), "\n".join(directive.block), self.folder)

    def do_env(self, directive, update):
        name, _, value = directive.text.partition("=")
        self.environment[name] = self.filled(value)

    # --- runs ---

    def do_run(self, directive, update):
        self.check_status(0)
        words = shlex.split(re.sub(r"\$run(\d+)", self.run_id, self.filled(directive.text)))
        if words[0] != "aietl":
            raise Mismatch("run: begins with aietl")
        process = subprocess.run([self.program, *words[1:]], cwd=self.folder, env=self.environment, stdin=subprocess.DEVNULL,
                                 capture_output=True, timeout=TIMEOUT)
        self.stdout, self.stderr = (stream.decode("utf-8", "replace") for stream in (process.stdout, process.stderr))
        self.status, self.checked = process.returncode, False
        self.remember_run()

    def run_id(self, match):
        number = int(match.group(1))
        if number > len(self.runs):
            raise Mismatch(f"there is no run {number} yet")
        return self.runs[number - 1]

    def remember_run(self):
        for line in json_lines(self.stdout):
            if isinstance(line, dict) and line.get("run_id") and line["run_id"] not in self.runs:
                self.runs.append(line["run_id"])
        for found in re.findall(r"(?:run|запуск|resume|rollback) (\d{8}[-0-9A-Za-z]{6,})", self.stdout + self.stderr):
            if found not in self.runs:
                self.runs.append(found)

    def check_status(self, expected):
        if self.checked:
            return
        self.checked = True
        if self.status != expected:
            raise Mismatch(f"exit {self.status} instead of {expected}\n--- stdout\n{self.stdout[-3000:]}\n--- stderr\n{self.stderr[-3000:]}")

    def do_exit(self, directive, update):
        if self.status is None or self.checked:
            raise Mismatch("exit: stands right behind its run:")
        self.check_status(int(directive.text))

    # --- what it said ---

    def has(self, name, stream, part, wanted):
        if (part in stream) != wanted:
            raise Mismatch(f"{name} {'has no' if wanted else 'has'} {part!r}\n--- {name}\n{stream[-3000:]}"
                           + (f"\n--- stderr\n{self.stderr[-2000:]}" if name == "stdout" else ""))

    def do_stdout_has(self, directive, update):
        self.has("stdout", self.stdout, directive.text, True)

    def do_stdout_lacks(self, directive, update):
        self.has("stdout", self.stdout, directive.text, False)

    def do_stderr_has(self, directive, update):
        self.has("stderr", self.stderr, directive.text, True)

    def do_stderr_lacks(self, directive, update):
        self.has("stderr", self.stderr, directive.text, False)

    def found_in_json(self, directive):
        expected = json.loads(directive.text)
        return any(contains(value, expected) for line in json_lines(self.stdout) for value in nested(line))

    def do_stdout_json_has(self, directive, update):
        if not self.found_in_json(directive):
            raise Mismatch(f"no JSON in stdout has {directive.text}\n--- stdout\n{self.stdout[-3000:]}\n--- stderr\n{self.stderr[-1000:]}")

    def do_stdout_json_lacks(self, directive, update):
        if self.found_in_json(directive):
            raise Mismatch(f"JSON in stdout has {directive.text}\n--- stdout\n{self.stdout[-3000:]}")

    # --- what there is afterwards ---

    def compare(self, directive, columns, rows, update, in_order):
        header, expected = parse_csv(directive.block)
        if header and header[-1] == "...":
            header = header[:-1]
            expected = [row[:len(header)] for row in expected]
            missing = [name for name in header if name not in columns]
            if missing:
                raise Mismatch(f"there is no column {missing[0]} in {', '.join(columns)}")
            order = [columns.index(name) for name in header]
            rows, shown = [[row[i] for i in order] for row in rows], [*header, "..."]
            columns = header
        else:
            shown = columns
        def sorted_rows(table):
            return table if in_order else sorted(table, key=lambda row: [(v is None, v or "") for v in row])
        if columns == header and sorted_rows(rows) == sorted_rows(expected):
            return
        now = as_csv(shown, sorted_rows(rows))
        if update:
            self.updates.append((directive, now))
            return
        raise Mismatch("other rows than expected\n--- expected\n" + "\n".join(directive.block) + "\n--- found\n" + "\n".join(now[:60])
                       + f"\n--- stderr\n{self.stderr[-1000:]}")

    def do_rows(self, directive, update, in_order=False):
        quoted = directive.argument.startswith('"')
        name, _, table = directive.argument[1:].partition('"') if quoted else directive.argument.partition(" ")
        self.compare(directive, *tables.read(self.named(name), table.strip(), self.folder), update, in_order)

    def do_rows_in_order(self, directive, update):
        self.do_rows(directive, update, in_order=True)

    def do_query(self, directive, update):
        columns, rows = tables.query(self.named(directive.argument), directive.text, self.folder)
        self.compare(directive, columns, rows, update, " order by " in directive.text.lower())

    def do_content(self, directive, update):
        with open(os.path.join(self.folder, directive.argument), "rb") as file:
            found = file.read().decode("utf-8", "replace").rstrip("\n").split("\n")
        if found == directive.block:
            return
        if not update:
            raise Mismatch("other content\n--- found\n" + "\n".join(found[:60]))
        self.updates.append((directive, found))

    def do_no_file(self, directive, update):
        found = glob.glob(os.path.join(self.folder, directive.text))
        if found:
            raise Mismatch(f"there is {os.path.relpath(found[0], self.folder)}")

    def check_leftovers(self):
        for database in self.databases.values():
            stages = [t for t in tables.tables(database.uri, self.folder) if t.startswith("_aietl_stage_")]
            if stages:
                raise Mismatch(f"{self.case.path}:{self.case.line}: left behind in PostgreSQL: {stages[0]}")
        for folder, folders, files in os.walk(self.folder):
            for name in files + folders:
                if any(fnmatch.fnmatch(name, pattern) for pattern in LEFTOVERS):
                    raise Mismatch(f"{self.case.path}:{self.case.line}: left behind: {name}")
                if name.endswith(tables.SQLITE):
                    stages = [t for t in tables_or_none(name, folder) if t.startswith("_aietl_stage_")]
                    if stages:
                        raise Mismatch(f"{self.case.path}:{self.case.line}: left behind in {name}: {stages[0]}")


def tables_or_none(name, folder):
    try:
        return tables.tables(name, folder)
    except tables.TableError:
        return []
