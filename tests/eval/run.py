#!/usr/bin/env python3
"""Measures `aietl run "SENTENCE"` against the sentences of this folder; see README.md beside it."""
import argparse
import collections
import concurrent.futures
import glob
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time

from compare import (EMPTY_TEXT_IS_NULL, compare, names_missing, read_target, spec_problems,
                     types_differ)
from world_tables import SqlError, Worlds, gold_tables, query

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))

RIGHT, ASKED, REFUSED, WRONG, FAILED, TOUCHED = (
    "right", "asked", "refused", "wrong", "failed", "touched")


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
        now = digest(place)
        changed = [name for name, content in untouched.items() if now.get(name) != content]
        if changed:
            outcome.verdict, outcome.detail = WRONG, f"sources were changed: {', '.join(changed)}"
            return outcome
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
        try:
            got = outcome.got = read_target(self.options.sqlrun, place, expect["target"])
        except (SqlError, ValueError) as error:
            outcome.verdict, outcome.detail = WRONG, f"the target cannot be read: {error}"
            return outcome
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
    files = [("dev", os.path.join(HERE, "sentences.jsonl")),
             ("test", os.path.join(HERE, "sentences.test.jsonl"))]
    files += [("dev", path) for path in
              sorted(glob.glob(os.path.join(HERE, "worlds", "*", "sentences.jsonl")))]
    for split, path in files:
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
        if options.json:
            report["items"] = {k: {"verdict": o.verdict, "detail": o.detail, "exit": o.exit_code,
                                   "seconds": round(o.seconds, 3)} for k, o in outcomes.items()}
            with open(options.json, "w", encoding="utf-8") as f:
                json.dump(report, f, ensure_ascii=False, indent=1)
        print_report(report, items, outcomes)
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
