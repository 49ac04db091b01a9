#!/usr/bin/env python3
"""Runs tests/cases/sql/**/*.cases through one `aietl sql batch` ($AIETL, else build/aietl); cases.py has the grammar.

    tests/sql/run.py                         all; and of each accepted statement, that formatting it again changes nothing and
                                             that formatting loses none of its words
    tests/sql/run.py --only window           cases whose path or text contains the word
    tests/sql/run.py --dialect sqlite        of one dialect
    tests/sql/run.py --update FILE…          fills places, kinds and blocks with what the program answers, takes !pending from
                                             what has become right; a verdict (ok, error) is never changed: it is the engine's
    tests/sql/run.py --pend FILE…            marks what is wrong now as !pending
    tests/sql/run.py --score                 accepted and refused shares by dialect
"""
import argparse
import collections
import json
import os
import pathlib
import re
import subprocess
import sys

FOLDER = pathlib.Path(__file__).resolve().parent
ROOT = FOLDER.parent.parent
CASES = ROOT / "tests" / "cases" / "sql"
sys.path.insert(0, str(FOLDER))
import cases as grammar  # noqa: E402
import answers  # noqa: E402

LEAST_ERRORS = 1 / 3


def ask(program, requests):
    """One process, one answer for each request, in order."""
    text = "".join(json.dumps(request, ensure_ascii=False) + "\n" for request in requests)
    done = subprocess.run([program, "sql", "batch"], input=text.encode(), capture_output=True, timeout=300)
    replies = [json.loads(line) for line in done.stdout.decode().splitlines()]
    if len(replies) != len(requests):
        sys.exit(f"aietl sql batch answered {len(replies)} of {len(requests)} requests, status {done.returncode}\n"
                 + done.stderr.decode()[-2000:])
    return replies


class Check:
    """One expectation of one dialect: a request, and what is to be found in the answer."""

    def __init__(self, case, expectation, dialect):
        self.case, self.expectation, self.dialect = case, expectation, dialect
        self.wrong = None

    def request(self, number):
        return {"id": number, **answers.request(self.case, self.expectation, self.dialect)}

    def judge(self, reply, update):
        if self.case.matrix:
            self.wrong = answers.verdict_difference(self.expectation.op, reply)
        else:
            self.wrong = answers.difference(self.expectation, reply, update)

    @property
    def pending(self):
        return self.dialect in self.case.pending() if self.case.matrix else self.expectation.mark == "pending"

    @property
    def expects_error(self):
        return answers.expects_error(self.expectation)


def checks_of(case, dialect_wanted):
    for expectation in case.expectations:
        if expectation.op in ("pending", "engine"):
            continue
        for dialect in expectation.words.split() if case.matrix else case.dialects:
            if dialect_wanted in (None, dialect):
                yield Check(case, expectation, dialect)


def mark(case, wrong, pend):
    """Sets or takes pending marks after a run; wrong: the checks of this case that failed."""
    if case.matrix:
        names = {check.dialect for check in wrong} if pend else {check.dialect for check in wrong} & case.pending()
        case.expectations = [e for e in case.expectations if e.op != "pending"]
        if names:
            case.expectations.append(grammar.Expectation("pending", " ".join(d for d in grammar.DIALECTS if d in names), []))
        return
    for expectation in case.expectations:
        bad = any(check.expectation is expectation for check in wrong)
        if bad and pend and not expectation.mark:
            expectation.mark = "pending"
        elif not bad and expectation.mark == "pending":
            expectation.mark = ""


def score(checks):
    checks = [check for check in checks if isinstance(check, Check)]
    table = collections.defaultdict(lambda: [0, 0, 0, 0])
    for check in checks:
        if check.expectation.op in ("ok", "error"):
            row, at = table[check.dialect], 0 if check.expectation.op == "ok" else 2
            row[at] += 1
            row[at + 1] += check.wrong is None or "error differs" in check.wrong or "kinds differ" in check.wrong
    for dialect, (ok, right, bad, refused) in sorted(table.items()):
        print(f"{dialect:11} accepted {right} of {ok} ({100 * right / max(ok, 1):.1f} %), "
              f"refused {refused} of {bad} ({100 * refused / max(bad, 1):.1f} %)")


# What the printer writes in one way, whatever the way it was written in.
SYNONYMS = {"isnull": "null", "notnull": "null", "next": "first", "row": "rows", "percent": "", "distribute": "partition", "cluster": "partition", "sort": "order", "uescape": "",
            "setminus": "minus", "lines": ""}
QUOTED = re.compile(r"\bu&\"[^\"]*\"|(?:\b(?:[euxbnr]|_\w+))?&?'(?:[^'\\]|''|\\.)*'|\$(\w*)\$.*?\$\1\$|--[^\n]*|/\*(?!!|M!).*?\*/|\b0[xb]\w+|\b\d[\d_]*_\w+", re.S | re.I)
WORD = re.compile(r"[^\W\d]\w*|\d+(?:\.\d+)?")


def lost_words(sql, printed):
    """Names, numbers and keywords of `sql` that `printed` lacks: printing loses nothing."""
    have = collections.Counter(word.lower() for word in WORD.findall(printed))
    wanted = collections.Counter(word.lower() for word in WORD.findall(QUOTED.sub(" ", re.sub(r"/\*M?!\d*", " ", sql))))
    return sorted(word for word, count in wanted.items()
                  if have[word] < count and have[word] + have[SYNONYMS.get(word, word)] < count and SYNONYMS.get(word) != "")


class Kept:
    """What holds for every accepted statement: printed again it is the same, and nothing is lost."""

    def __init__(self, check):
        self.case, self.dialect, self.expectation, self.pending = check.case, check.dialect, check.expectation, check.pending
        self.wrong = None

    expects_error = False


def check_kept(program, accepted):
    kept = [Kept(check) for check in accepted]
    once = ask(program, [{"id": 0, "op": "format", "dialect": k.dialect, "sql": k.case.sql} for k in kept])
    twice = ask(program, [{"id": 0, "op": "format", "dialect": k.dialect, "sql": r.get("sql", "")} for k, r in zip(kept, once)])
    for check, first, second in zip(kept, once, twice):
        if not first.get("ok"):
            check.wrong = f"accepted, but not formatted: {first_error(first)}"
        elif second.get("sql") != first["sql"]:
            check.wrong = f"formatted again it changes:\n{first['sql']}\n{second.get('sql') or second}"
        elif lost := lost_words(check.case.sql, first["sql"]):
            check.wrong = f"formatting loses {' '.join(lost)}:\n{first['sql']}"
    return kept


def first_error(reply):
    return answers.first_error(reply)[1]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*")
    parser.add_argument("--only", default="")
    parser.add_argument("--dialect", choices=grammar.DIALECTS)
    parser.add_argument("--op", help="only expectations of this operation")
    parser.add_argument("--without", nargs="+", default=[], help="no expectations of these operations")
    parser.add_argument("--update", action="store_true")
    parser.add_argument("--pend", action="store_true")
    parser.add_argument("--score", action="store_true")
    parser.add_argument("--most", type=int, default=60, help="failures shown")
    options = parser.parse_args()
    program = os.path.abspath(os.environ.get("AIETL") or ROOT / "build" / "aietl")
    if not os.access(program, os.X_OK):
        sys.exit(f"{program} is missing: make build")
    paths = [pathlib.Path(name).resolve() for name in options.files] or sorted(CASES.glob("**/*.cases"))
    try:
        files = {path: grammar.parse(path) for path in paths}
    except grammar.GrammarError as error:
        sys.exit(str(error))
    checks = [check for path, parts in files.items() for case in parts if not isinstance(case, str)
              if options.only.lower() in f"{path.name}: {case.sql}".lower()
              for check in checks_of(case, options.dialect) if options.op in (None, check.expectation.op) and check.expectation.op not in options.without]
    if not checks:
        sys.exit("no case ran")

    replies = ask(program, [check.request(i) for i, check in enumerate(checks)])
    again = [(check, reply) for check, reply in zip(checks, replies) if check.expectation.op == "format" and reply.get("ok")]
    stable = ask(program, [{"id": 0, "op": "format", "dialect": c.dialect, "sql": r["sql"]} for c, r in again]) if again else []
    for check, reply in zip(checks, replies):
        check.judge(reply, options.update)
    for (check, reply), second in zip(again, stable):
        if second.get("sql") != reply["sql"]:
            check.wrong = f"formatted again it changes:\n{reply['sql']}\n{second.get('sql') or second}"

    if options.op in (None, "ok"):
        checks += check_kept(program, [check for check, reply in zip(checks, replies)
                                       if check.expectation.op == "ok" and reply.get("ok") and not check.wrong])
    wrong = [check for check in checks if check.wrong]
    failed = [check for check in wrong if not check.pending]
    waiting = [check for check in wrong if check.pending]
    right_now = [check for check in checks if check.pending and not check.wrong]
    if options.update or options.pend:
        partial = options.only or options.dialect or options.op
        for path, parts in files.items():
            for case in parts if not partial else []:
                if not isinstance(case, str):
                    mark(case, [check for check in wrong if check.case is case], options.pend)
            text = grammar.render(parts)
            if text != path.read_text(encoding="utf-8"):
                path.write_text(text, encoding="utf-8")
                print(f"{path.relative_to(ROOT)}: rewritten")
    for check in failed[:options.most]:
        case = check.case
        print(f"FAILED {case.path.relative_to(CASES) if case.path.is_relative_to(CASES) else case.path}:{case.line} "
              f"[{check.dialect}] {' '.join(case.sql.split())[:300]}\n    {check.expectation.op}: {check.wrong}", flush=True)
    if len(failed) > options.most:
        print(f"… and {len(failed) - options.most} more")
    if options.score:
        score(checks)
    errors = sum(check.expects_error for check in checks)
    print(f"{len(checks)} checks, {errors} of them expect an error")
    whole = not (options.only or options.files or options.dialect or options.op)
    stated = sum(isinstance(check, Check) for check in checks)
    if whole and errors < LEAST_ERRORS * stated:
        print("fewer than a third of the cases expect an error")
        failed.append(None)
    if right_now and whole and not options.update:
        print(f"{len(right_now)} pending ones are right now: tests/sql/run.py --update takes their marks")
    if waiting:
        print(f"{len(waiting)} are pending")
    print(f"{len(checks) - len(wrong)} passed, {len(failed)} failed")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
