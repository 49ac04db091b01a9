#!/usr/bin/env python3
"""Measures `aietl run "SENTENCE"` against the sentences of this folder; see README.md beside it."""
import argparse
import collections
import concurrent.futures
import csv
import datetime
import glob
import hashlib
import importlib.util
import io
import json
import os
import random
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
sys.path.insert(0, HERE)

RIGHT, ASKED, REFUSED, WRONG, FAILED, TOUCHED = (
    "right", "asked", "refused", "wrong", "failed", "touched")


# ---------------------------------------------------------------------------------- worlds

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


# ------------------------------------------------------------------------------------- SQL

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


def gold_tables(worlds, item, now, pristine, sqlrun, shuffled=False):
    script = worlds.tables_sql(item["world"], now, shuffled)
    if pristine is not None:
        script = ("CREATE SCHEMA before; USE before;\n"
                  + worlds.tables_sql(item["world"], pristine, shuffled)
                  + "\nUSE main;\n" + script)
    return script


# --------------------------------------------------------------------------- reading targets

def read_target(sqlrun, place, target):
    """The table that the program wrote, or None when there is none."""
    if isinstance(target, dict):
        path = os.path.join(place, target["db"])
        if not os.path.exists(path):
            return None
        if path.endswith(".duckdb"):
            attach = f"ATTACH '{path}' AS t_ (READ_ONLY);"
            try:
                return query(sqlrun, attach, f'SELECT * FROM t_.{target["table"]}')
            except SqlError:
                return None
        db = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
        try:
            cursor = db.execute(f'SELECT * FROM "{target["table"]}"')
            columns = [d[0] for d in cursor.description]
            return Table(columns, [None] * len(columns), [list(r) for r in cursor])
        except sqlite3.Error:
            return None
        finally:
            db.close()
    path = os.path.join(place, target)
    if not os.path.exists(path):
        return None
    if target.endswith(".parquet"):
        return query(sqlrun, "", f"SELECT * FROM read_parquet('{path}')")
    with open(path, encoding="utf-8-sig", newline="") as f:
        text = f.read()
    if target.endswith((".csv", ".tsv")):
        rows = list(csv.reader(io.StringIO(text), delimiter="\t" if target.endswith("tsv") else ","))
        columns = rows[0] if rows else []
        rows = [[None if v == "" else v for v in r] for r in rows[1:]]
    else:
        try:
            value = json.loads(text)
            objects = value if isinstance(value, list) else [value]
        except json.JSONDecodeError:
            objects = [json.loads(line) for line in text.splitlines() if line.strip()]
        columns = list(dict.fromkeys(k for o in objects for k in o))
        rows = [[o.get(c) for c in columns] for o in objects]
    return Table(columns, [None] * len(columns), rows)


# -------------------------------------------------------------------------------- comparing

NUMERIC = re.compile(r"^(U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?|DECIMAL.*|DOUBLE|FLOAT)$")
EMPTY_TEXT_IS_NULL = (".csv", ".tsv")


def as_moment(text):
    text = str(text).strip().replace("T", " ")
    text = re.sub(r"(Z|[+-]00(:?00)?)$", "", text).strip()
    for shape in ("%Y-%m-%d", "%Y-%m-%d %H:%M", "%Y-%m-%d %H:%M:%S", "%Y-%m-%d %H:%M:%S.%f",
                  "%d.%m.%Y"):
        try:
            return datetime.datetime.strptime(text, shape)
        except ValueError:
            pass
    return None


def as_bucket(value, unit):
    """'2024-03', '2024-Q1', '2024-W05', 2024 read as the first day of that bucket."""
    text = str(value).strip()
    shapes = {"month": r"(\d{4})-(\d{2})$", "quarter": r"(\d{4})[- ]?Q(\d)$",
              "week": r"(\d{4})-?W(\d{2})$", "year": r"(\d{4})(?:\.0)?$"}
    found = re.match(shapes.get(unit, r"$^"), text)
    if not found:
        return None
    year = int(found[1])
    if unit == "year":
        return datetime.datetime(year, 1, 1)
    number = int(found[2])
    if unit == "week":
        return datetime.datetime.fromisocalendar(year, number, 1)
    return datetime.datetime(year, number if unit == "month" else number * 3 - 2, 1)


def canonical(value, kind, options):
    """A cell under the gold column's type; numbers become floats, everything else text."""
    if value is None:
        return 0.0 if kind == "number" and options.get("null_is_zero") else None
    if kind == "number":
        if isinstance(value, bool):
            return float(value)
        try:
            return float(value)
        except (TypeError, ValueError):
            return "text:" + str(value)
    if kind == "boolean":
        text = str(value).lower()
        return {"1": "true", "0": "false", "t": "true", "f": "false", "1.0": "true",
                "0.0": "false"}.get(text, text)
    if kind == "moment":
        found = as_moment(value) or as_bucket(value, options.get("bucket"))
        return found.isoformat() if found else "text:" + str(value)
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, (dict, list)):
        return json.dumps(value, ensure_ascii=False, sort_keys=True)
    return str(value)


def kind_of(type_name):
    if NUMERIC.match(type_name):
        return "number"
    if type_name == "BOOLEAN":
        return "boolean"
    if type_name == "DATE" or type_name.startswith("TIMESTAMP"):
        return "moment"
    return "text"


def near(a, b):
    if isinstance(a, float) and isinstance(b, float):
        return a == b or abs(a - b) <= 1e-9 * max(abs(a), abs(b), 1e-3)
    return a == b


def sort_key(row):
    """Texts first, so that noise in a number's last digits does not reorder rows."""
    texts = [("" if v is None else str(v)) for v in row if not isinstance(v, float)]
    numbers = [v for v in row if isinstance(v, float)]
    shape = [isinstance(v, float) for v in row]
    return (texts, shape, [float(f"{v:.7g}") for v in numbers])


def rows_match(gold, got, ordered):
    if len(gold) != len(got):
        return False
    if not ordered:
        gold, got = sorted(gold, key=sort_key), sorted(got, key=sort_key)
    return all(len(a) == len(b) and all(map(near, a, b)) for a, b in zip(gold, got))


def columns_match(gold, got):
    """One column against another as bags of cells."""
    return rows_match([[v] for v in gold], [[v] for v in got], False)


def compare(gold, got, options):
    """None when the tables are equal, else what differs, in words."""
    if len(got.rows) != len(gold.rows):
        return f"{len(got.rows)} rows where {len(gold.rows)} were expected"
    extra = len(got.columns) - len(gold.columns)
    if extra < 0 or (extra > 0 and not options.get("allow_extra")):
        return f"columns {got.columns} where {gold.columns} were expected"
    kinds = [kind_of(t) for t in gold.types]
    gold_columns = [[canonical(r[i], k, options) for r in gold.rows] for i, k in enumerate(kinds)]
    fits = []
    for i, kind in enumerate(kinds):
        found = [j for j in range(len(got.columns)) if columns_match(
            gold_columns[i], [canonical(r[j], kind, options) for r in got.rows])]
        if not found:
            return f"no column holds the values of {gold.columns[i]}"
        # The column of the same name first: it is nearly always the right partner.
        name = gold.columns[i].lower()
        fits.append(sorted(found, key=lambda j: got.columns[j].lower() != name))
    gold_rows = list(map(list, zip(*gold_columns))) if gold_columns else []
    if not assign(gold_rows, got, kinds, fits, [], options, [2000]):
        return "the columns hold the right values but not in the same rows" + (
            " or not in the same order" if options.get("ordered") else "")
    return None


def assign(gold_rows, got, kinds, fits, chosen, options, budget):
    """Tries partners for the columns one after the other until the rows agree."""
    if budget[0] <= 0:
        return False
    if len(chosen) == len(fits):
        budget[0] -= 1
        rows = [[canonical(r[j], k, options) for j, k in zip(chosen, kinds)] for r in got.rows]
        return rows_match(gold_rows, rows, options.get("ordered", False))
    return any(assign(gold_rows, got, kinds, fits, chosen + [j], options, budget)
               for j in fits[len(chosen)] if j not in chosen)


def names_missing(expect, got):
    have = [c.lower() for c in got.columns]
    return [n for n in expect.get("names", []) if n.lower() not in have]


def types_differ(expect, got):
    """Asked types, where the target keeps types at all."""
    have = {c.lower(): t for c, t in zip(got.columns, got.types)}
    wrong = []
    for name, kind in expect.get("types", {}).items():
        found = have.get(name.lower())
        if found is not None and kind_of(found) != kind:
            wrong.append(f"{name} is {found}, not a {kind}")
    return wrong


# ---------------------------------------------------------------------- fields of a document

def field_values(spec, path):
    """All values at `path`: a.b, a[0].b, a[*].b."""
    values = [spec]
    for part in re.findall(r"[^.\[\]]+|\[\d+\]|\[\*\]", path):
        following = []
        for v in values:
            if part == "[*]":
                following += v if isinstance(v, list) else []
            elif part.startswith("["):
                index = int(part[1:-1])
                following += v[index:index + 1] if isinstance(v, list) else []
            elif isinstance(v, dict) and part in v:
                following.append(v[part])
        values = following
    return values


def same_field(wanted, found):
    if isinstance(wanted, dict) and set(wanted) == {"any"}:
        return any(same_field(w, found) for w in wanted["any"])
    if wanted == "*":
        return True
    if isinstance(wanted, list):
        found = found if isinstance(found, list) else [found]
        return sorted(str(w).lower() for w in wanted) == sorted(str(f).lower() for f in found)
    if isinstance(wanted, dict):
        return isinstance(found, dict) and all(
            k in found and same_field(v, found[k]) for k, v in wanted.items())
    if isinstance(wanted, (int, float)) and not isinstance(wanted, bool):
        try:
            return float(found) == float(wanted)
        except (TypeError, ValueError):
            return False
    return str(found).lower() == str(wanted).lower()


def spec_problems(wanted, spec):
    problems = []
    for path, value in wanted.items():
        found = field_values(spec, path)
        if not any(same_field(value, f) for f in found):
            problems.append(f"{path}: {json.dumps(value, ensure_ascii=False)} expected, "
                            f"{json.dumps(found, ensure_ascii=False)} found")
    return problems


# ---------------------------------------------------------------------------------- running

class Outcome:
    def __init__(self, verdict, detail="", seconds=0.0, exit_code=None):
        self.verdict, self.detail, self.seconds, self.exit_code = (
            verdict, detail, seconds, exit_code)
        self.hinted = None
        self.output = ""
        self.gold = self.got = None


class Evaluation:
    def __init__(self, options, folder):
        self.options = options
        self.folder = folder
        self.worlds = Worlds(folder, options.sqlrun)

    def program(self, place, home, arguments):
        environment = dict(os.environ, AIETL_HOME=home, TZ="UTC", NO_COLOR="1")
        started = time.monotonic()
        try:
            done = subprocess.run([self.options.program] + arguments, cwd=place, env=environment,
                                  stdin=subprocess.DEVNULL, capture_output=True, text=True,
                                  errors="replace", timeout=self.options.timeout)
            return done.returncode, done.stdout, done.stderr, time.monotonic() - started
        except subprocess.TimeoutExpired:
            return 124, "", f"no answer in {self.options.timeout} s", self.options.timeout

    def measure(self, item):
        place = os.path.join(self.folder, "run", item["id"], "data")
        home = os.path.join(self.folder, "run", item["id"], "home")
        os.makedirs(home)
        self.worlds.copy(item["world"], place)
        try:
            return self._measure(item, place, home)
        finally:
            if not self.options.keep:
                shutil.rmtree(os.path.dirname(place), ignore_errors=True)

    def _measure(self, item, place, home):
        expect = item["expect"]
        if expect["kind"] == "spec":
            return self._judge_spec(item, place, home)
        untouched = digest(place)
        code, out, err, seconds = self.program(place, home,
                                               ["run", item["sentence"], "--yes", "--json"])
        outcome = Outcome(FAILED, "", seconds, code)
        outcome.output = out + err
        if expect["kind"] in ("ask", "refuse"):
            return judge_declined(expect, outcome, untouched != digest(place))
        if expect["kind"] == "check_fails":
            return judge_check(expect, outcome, place)
        if code != 0:
            return judge_no_table(outcome, untouched != digest(place))
        pristine = None
        if "second" in item:
            pristine = place + ".before"
            self.worlds.copy(item["world"], pristine)
            self.worlds.mutate(item["world"], item["second"]["mutate"], place)
            sentence = item["second"].get("sentence", item["sentence"])
            code, out, err, again = self.program(place, home, ["run", sentence, "--yes", "--json"])
            outcome.exit_code, outcome.output = code, outcome.output + out + err
            if code != 0:
                outcome.detail = f"the second run ended with exit {code}"
                return outcome
        outcome = self._judge_table(item, place, pristine, outcome)
        if outcome.verdict == RIGHT and "spec" in expect:
            problems = self._spec_of(item, place, home, expect["spec"])
            if problems:
                outcome.verdict, outcome.detail = WRONG, "; ".join(problems)
        return outcome

    def _judge_table(self, item, place, pristine, outcome):
        expect = item["expect"]
        got = read_target(self.options.sqlrun, place, expect["target"])
        outcome.got = got
        if got is None:
            outcome.verdict, outcome.detail = WRONG, f"no target {expect['target']}"
            return outcome
        world = os.path.join(self.folder, "run", item["id"], "now")
        self.worlds.copy(item["world"], world)
        if "second" in item:
            self.worlds.mutate(item["world"], item["second"]["mutate"], world)
        tables = gold_tables(self.worlds, item, world, pristine, self.options.sqlrun)
        detail = None
        for sql in gold_queries(expect):
            outcome.gold = query(self.options.sqlrun, tables, sql)
            treat_empty_text(outcome.gold, expect["target"])
            detail = compare(outcome.gold, got, expect)
            if detail is None:
                break
        if detail is None and names_missing(expect, got):
            detail = f"columns named {names_missing(expect, got)} are missing in {got.columns}"
        if detail is None and types_differ(expect, got):
            detail = "; ".join(types_differ(expect, got))
        outcome.verdict, outcome.detail = (RIGHT, "") if detail is None else (WRONG, detail)
        return outcome

    def _spec_of(self, item, place, home, wanted):
        code, out, err, _ = self.program(place, home, ["generate", item["sentence"], "--json"])
        if code != 0:
            return [f"generate ended with exit {code}"]
        return spec_problems(wanted, document_of(out))

    def _judge_spec(self, item, place, home):
        untouched = digest(place)
        code, out, err, seconds = self.program(place, home,
                                               ["generate", item["sentence"], "--json"])
        outcome = Outcome(FAILED, "", seconds, code)
        outcome.output = out + err
        if code != 0:
            return judge_no_table(outcome, untouched != digest(place))
        problems = spec_problems(item["expect"]["spec"], document_of(out))
        outcome.verdict = WRONG if problems else RIGHT
        outcome.detail = "; ".join(problems)
        return outcome


def document_of(out):
    """The `spec` of what `generate --json` printed, on one line or pretty-printed."""
    try:
        return json.loads(out).get("spec", {})
    except json.JSONDecodeError:
        for line in reversed(out.splitlines()):
            try:
                value = json.loads(line)
            except json.JSONDecodeError:
                continue
            if isinstance(value, dict) and "spec" in value:
                return value["spec"]
    return {}


def gold_queries(expect):
    return expect.get("any_of") or [expect["sql"]]


def treat_empty_text(gold, target):
    if isinstance(target, str) and target.endswith(EMPTY_TEXT_IS_NULL):
        gold.rows = [[None if v == "" else v for v in r] for r in gold.rows]


def digest(place):
    """What the folder holds; hidden files do not count."""
    found = {}
    for base, folders, files in os.walk(place):
        folders[:] = [d for d in folders if not d.startswith(".")]
        for name in files:
            if not name.startswith("."):
                path = os.path.join(base, name)
                with open(path, "rb") as f:
                    found[os.path.relpath(path, place)] = hashlib.sha256(f.read()).hexdigest()
    return found


def judge_declined(expect, outcome, touched):
    wanted = 3 if expect["kind"] == "ask" else 2
    other = 2 if wanted == 3 else 3
    accepted = {wanted} | ({other} if expect.get("either") else set())
    if touched:
        outcome.verdict = WRONG if outcome.exit_code == 0 else TOUCHED
        outcome.detail = "files were written"
    elif outcome.exit_code in accepted:
        outcome.verdict = RIGHT
        if expect.get("mentions"):
            text = outcome.output.lower()
            outcome.hinted = any(m.lower() in text for m in expect["mentions"])
    elif outcome.exit_code == other:
        outcome.verdict = ASKED if other == 3 else REFUSED
        outcome.detail = f"exit {other} where {wanted} was expected"
    elif outcome.exit_code == 0:
        outcome.verdict, outcome.detail = WRONG, "accepted what should have been declined"
    else:
        outcome.detail = f"exit {outcome.exit_code}"
    return outcome


def judge_check(expect, outcome, place):
    there = os.path.exists(os.path.join(place, target_path(expect["target"])))
    if outcome.exit_code == 4 and not there:
        outcome.verdict = RIGHT
    elif outcome.exit_code == 0:
        outcome.verdict, outcome.detail = WRONG, "the failing check did not stop the run"
    elif outcome.exit_code == 4:
        outcome.verdict, outcome.detail = TOUCHED, "the target was written all the same"
    else:
        return judge_no_table(outcome, there)
    return outcome


def judge_no_table(outcome, touched):
    if touched:
        outcome.verdict = TOUCHED
    elif outcome.exit_code == 3:
        outcome.verdict = ASKED
    elif outcome.exit_code == 2:
        outcome.verdict = REFUSED
    outcome.detail = f"exit {outcome.exit_code}"
    return outcome


def target_path(target):
    return target["db"] if isinstance(target, dict) else target


# --------------------------------------------------------------------------------- checking

def check_items(items, worlds, folder, sqlrun):
    """Whether the set itself is sound: every gold runs, is not trivial, and does not hang on the
    accidental order of its input rows. Needs no program."""
    faults = []
    ids = collections.Counter(i["id"] for i in items)
    faults += [f"{i}: the id occurs twice" for i, n in ids.items() if n > 1]
    for number, item in enumerate(items):
        try:
            faults += [f"{item['id']}: {f}" for f in item_faults(
                item, worlds, os.path.join(folder, "check", str(number)), sqlrun)]
        except (SqlError, KeyError) as error:
            faults.append(f"{item['id']}: {error!r}")
    return faults


def item_faults(item, worlds, folder, sqlrun):
    expect = item["expect"]
    faults = [f"no field '{f}'" for f in ("world", "lang", "group", "sentence")
              if not item.get(f)]
    cyrillic = len(re.findall("[а-яё]", item["sentence"].lower()))
    latin = len(re.findall("[a-z]", item["sentence"].lower()))
    if cyrillic == 0 if item["lang"] == "ru" else cyrillic > latin:
        faults.append("the language does not fit the sentence")
    if expect["kind"] in ("ask", "refuse", "spec", "check_fails"):
        worlds.make(item["world"])
        return faults
    os.makedirs(folder)
    now, pristine = os.path.join(folder, "now"), None
    worlds.copy(item["world"], now)
    if "second" in item:
        pristine = os.path.join(folder, "before")
        worlds.copy(item["world"], pristine)
        worlds.mutate(item["world"], item["second"]["mutate"], now)
    target = expect["target"]
    if isinstance(target, dict) and set(target) != {"db", "table"}:
        faults.append("a table target is {db, table}")
    for sql in gold_queries(expect):
        plain = query(sqlrun, gold_tables(worlds, item, now, pristine, sqlrun), sql)
        if not plain.rows and not expect.get("empty"):
            faults.append("the gold table is empty")
        if not expect.get("order_of_input"):
            faults += [f"the gold depends on the order of its input: {d}" for d in filter(None, (
                compare(plain, query(sqlrun, gold_tables(
                    worlds, item, now, pristine, sqlrun, shuffled=True), sql), expect)
                for _ in range(3)))]
    return faults


# -------------------------------------------------------------------------------- reporting

def load_items(options):
    items = []
    for split, name in (("dev", "sentences.jsonl"), ("test", "sentences.test.jsonl")):
        path = os.path.join(HERE, name)
        if options.split in (split, "all") and os.path.exists(path):
            with open(path, encoding="utf-8") as f:
                items += [dict(json.loads(line), split=split) for line in f if line.strip()]
    if options.only:
        items = [i for i in items if i["id"] in options.only.split(",")]
    for field in ("group", "world", "lang"):
        wanted = getattr(options, field)
        if wanted:
            items = [i for i in items if i[field] in wanted.split(",")]
    if not items:
        raise SystemExit("no sentence fits the selection")
    return items


def is_declined(item):
    return item["expect"]["kind"] in ("ask", "refuse")


def summary(items, outcomes):
    def line(chosen):
        counts = collections.Counter(outcomes[i["id"]].verdict for i in chosen)
        n = len(chosen)
        return {"n": n, "accuracy": round(counts[RIGHT] / n, 4) if n else None,
                "silently_wrong": round(counts[WRONG] / n, 4) if n else None, **counts}

    report = {"all": line(items)}
    tables = [i for i in items if not is_declined(i)]
    report["tables"] = line(tables)
    report["ask"] = line([i for i in items if i["expect"]["kind"] == "ask"])
    report["refuse"] = line([i for i in items if i["expect"]["kind"] == "refuse"])
    for field in ("lang", "split", "group", "world"):
        report["by_" + field] = {
            value: line([i for i in items if i[field] == value])
            for value in sorted({i[field] for i in items})}
    for value in report["by_lang"]:
        report["by_lang"][value]["tables"] = line([i for i in tables if i["lang"] == value])
    hinted = [outcomes[i["id"]].hinted for i in items if outcomes[i["id"]].hinted is not None]
    report["nearest_names_given"] = f"{sum(hinted)}/{len(hinted)}"
    times = sorted(o.seconds for o in outcomes.values())
    report["seconds"] = {"p50": round(times[len(times) // 2], 3),
                         "p95": round(times[int(len(times) * 0.95)], 3),
                         "max": round(times[-1], 3)}
    return report


def print_report(report, items, outcomes):
    def row(name, line):
        def percent(v):
            return "     -" if v is None else f"{100 * v:6.1f}"
        kinds = " ".join(f"{line.get(k, 0):5d}" for k in (ASKED, REFUSED, FAILED, TOUCHED))
        print(f"{name:28s}{line['n']:5d}{percent(line['accuracy'])}"
              f"{percent(line['silently_wrong'])}  {kinds}")

    print(f"{'':28s}{'n':>5s}{'right%':>6s}{'wrong%':>6s}  asked refus faild touch")
    for name in ("all", "tables", "ask", "refuse"):
        row(name, report[name])
    for value, line in report["by_lang"].items():
        row(f"{value} (tables)", line["tables"])
    for field in ("by_lang", "by_split", "by_group", "by_world"):
        print(f"-- {field[3:]}")
        for value, line in report[field].items():
            row(value, line)
    print(f"-- nearest names given: {report['nearest_names_given']}; seconds {report['seconds']}")
    wrong = [i for i in items if outcomes[i["id"]].verdict == WRONG]
    print(f"-- silently wrong: {len(wrong)}")
    for i in wrong:
        print(f"   {i['id']}: {i['sentence']}\n      {outcomes[i['id']].detail}")


def show(evaluation, item, outcome):
    print(f"== {item['id']} [{item['group']}, {item['lang']}, {item['world']}] {outcome.verdict}"
          f" (exit {outcome.exit_code}, {outcome.seconds:.2f} s) {outcome.detail}")
    print(f"   {item['sentence']}")
    place = os.path.join(evaluation.folder, "show", item["id"])
    home = place + ".home"
    os.makedirs(home)
    evaluation.worlds.copy(item["world"], place)
    _, out, err, _ = evaluation.program(place, home, ["generate", item["sentence"], "--json"])
    spec = document_of(out)
    print("   generated:", json.dumps(spec, ensure_ascii=False, indent=2).replace("\n", "\n   ")
          if spec else (out + err).strip())
    for sql in gold_queries(item["expect"]) if item["expect"]["kind"] == "table" else []:
        print("   gold SQL:", sql)
    if outcome.gold is not None and outcome.got is not None:
        gold = {tuple(map(str, r)) for r in outcome.gold.rows}
        got = {tuple(map(str, r)) for r in outcome.got.rows}
        print("   gold:", outcome.gold.columns, len(outcome.gold.rows), "rows")
        print("   got: ", outcome.got.columns, len(outcome.got.rows), "rows")
        for mark, rows in (("-", gold - got), ("+", got - gold)):
            for r in sorted(rows)[:8]:
                print("   ", mark, r)
    elif outcome.verdict != RIGHT:
        print("   said:", outcome.output.strip()[-2000:])


def parse_arguments():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--split", choices=("dev", "test", "all"), default="dev")
    p.add_argument("--only", metavar="ID[,ID]")
    p.add_argument("--group", metavar="G[,G]")
    p.add_argument("--world", metavar="W[,W]")
    p.add_argument("--lang", choices=("en", "ru"))
    p.add_argument("--program", default=os.path.join(ROOT, "build", "aietl"))
    p.add_argument("--sqlrun", default=os.environ.get(
        "AIETL_SQLRUN", os.path.join(ROOT, "build", "aietl-sqlrun")))
    p.add_argument("--json", metavar="OUT", help="write the full report there")
    p.add_argument("--jobs", type=int, default=2)
    p.add_argument("--timeout", type=float, default=30)
    p.add_argument("--show", action="store_true", help="print each item that is not right")
    p.add_argument("--keep", metavar="DIR", help="work in DIR and leave everything there")
    p.add_argument("--check", action="store_true", help="check the set itself; needs no program")
    p.add_argument("--min-right", type=float, metavar="PERCENT",
                   help="exit 1 when fewer tables are right")
    p.add_argument("--max-wrong", type=float, metavar="PERCENT",
                   help="exit 1 when more of all sentences are silently wrong")
    return p.parse_args()


def main():
    options = parse_arguments()
    options.sqlrun = [options.sqlrun]
    items = load_items(options)
    folder = options.keep or tempfile.mkdtemp(prefix="aietl-eval.")
    os.makedirs(folder, exist_ok=True)
    try:
        evaluation = Evaluation(options, folder)
        if options.check:
            faults = check_items(items, evaluation.worlds, folder, options.sqlrun)
            print("\n".join(faults + [f"{len(items)} items, {len(faults)} faults"]))
            return 1 if faults else 0
        for world in sorted({i["world"] for i in items}):
            evaluation.worlds.make(world)
        with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
            outcomes = dict(zip([i["id"] for i in items], pool.map(evaluation.measure, items)))
        if options.show:
            for item in items:
                if outcomes[item["id"]].verdict != RIGHT or options.only:
                    show(evaluation, item, outcomes[item["id"]])
        report = summary(items, outcomes)
        print_report(report, items, outcomes)
        if options.json:
            report["items"] = {k: {"verdict": o.verdict, "detail": o.detail, "exit": o.exit_code,
                                   "seconds": round(o.seconds, 3)} for k, o in outcomes.items()}
            with open(options.json, "w", encoding="utf-8") as f:
                json.dump(report, f, ensure_ascii=False, indent=1)
        if options.min_right and 100 * report["tables"]["accuracy"] < options.min_right:
            return 1
        if options.max_wrong and 100 * report["all"]["silently_wrong"] > options.max_wrong:
            return 1
        return 0
    finally:
        if not options.keep:
            shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
