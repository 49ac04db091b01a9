#!/usr/bin/env python3
"""Runs the text cases tests/cases/**/*.test against the program ($AIETL, else build/aietl); grammar.py has the grammar.

    tests/cases/run.py                       all
    tests/cases/run.py --only merge          cases whose path or name contains the text
    tests/cases/run.py --only merge -v       with the folder of a failed case kept
    tests/cases/run.py FOLDER                all below a folder
    tests/cases/run.py --update FILE…        rewrites rows, query and content blocks with what the program does now: read the diff
"""
import argparse
import collections
import concurrent.futures
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

FOLDER = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(FOLDER))
import grammar  # noqa: E402
import player  # noqa: E402

LEAST_FAILURES = 1 / 3


def play(case, folder, program, options):
    """(what is wrong, or None; updates)"""
    place = tempfile.mkdtemp(dir=folder)
    played = player.Player(case, place, program)
    wrong = None
    try:
        played.play(options.update)
    except player.Mismatch as mismatch:
        wrong = str(mismatch)
    except subprocess.TimeoutExpired as expired:
        wrong = f"{case.path}:{case.line}: no end within {expired.timeout} s"
    if wrong and options.verbose:
        wrong += f"\n--- kept: {place}"
    else:
        shutil.rmtree(place, ignore_errors=True)
    return wrong, played.updates


def rewrite(path, updates):
    lines = path.read_text(encoding="utf-8").split("\n")
    for directive, block in sorted(updates, key=lambda update: -update[0].line):
        lines[directive.line:directive.block_end] = ["  " + line for line in block]
    path.write_text("\n".join(lines), encoding="utf-8")


def select(options):
    named = [pathlib.Path(name).resolve() for name in options.files] or [FOLDER]
    files = [path for name in named for path in (sorted(name.glob("**/*.test")) if name.is_dir() else [name])]
    cases = [case for path in files for case in grammar.parse(path)]
    names = collections.Counter((case.path, case.name) for case in cases)
    twice = [name for name, count in names.items() if count > 1]
    if twice:
        sys.exit(f"{twice[0][0]}: two cases are called: {twice[0][1]}")
    return [case for case in cases if options.only in f"{case.path.relative_to(FOLDER) if case.path.is_relative_to(FOLDER) else case.path}: {case.name}"]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*")
    parser.add_argument("--only", default="")
    parser.add_argument("--update", action="store_true")
    parser.add_argument("--jobs", "-j", type=int, default=2)
    parser.add_argument("--verbose", "-v", action="store_true")
    parser.add_argument("--brief", action="store_true", help="one line for each failed case")
    options = parser.parse_args()
    program = os.path.abspath(os.environ.get("AIETL") or FOLDER.parent.parent / "build" / "aietl")
    if not os.access(program, os.X_OK):
        sys.exit(f"{program} is missing: make build")
    try:
        cases = select(options)
    except grammar.GrammarError as error:
        sys.exit(str(error))
    if not cases:
        sys.exit("no case ran")
    folder = tempfile.mkdtemp(prefix="aietl-cases-")
    failed, updates = 0, collections.defaultdict(list)
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        for case, (wrong, changes) in zip(cases, pool.map(lambda case: play(case, folder, program, options), cases)):
            updates[case.path] += changes
            if wrong:
                failed += 1
                first = wrong.split("\n", 1)[0] if options.brief else wrong
                print(f"FAILED {case.path.name}: {case.name}\n{first}{'' if options.brief else chr(10)}", flush=True)
    if not (failed and options.verbose):
        shutil.rmtree(folder, ignore_errors=True)
    for path, changes in updates.items():
        if changes:
            rewrite(path, changes)
            print(f"{path}: {len(changes)} blocks rewritten")

    failures = sum(case.expects_failure for case in cases)
    print(f"{len(cases)} cases, {failures} of them expect a failure")
    whole = all(os.path.isdir(name) for name in options.files)
    if not options.only and whole and failures < LEAST_FAILURES * len(cases):
        print("fewer than a third of the cases expect a failure")
        failed += 1
    print(f"{max(0, len(cases) - failed)} passed, {failed} failed")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
