#!/usr/bin/env python3
"""Kills the program and puts obstacles in its way; afterwards no row is lost or doubled, no target torn, nothing left behind.

    tests/e2e/crash.py                  15 kills at random moments, each failpoint, and the faults of faults.py
    tests/e2e/crash.py --kills 200      the long proof
    tests/e2e/crash.py --only sigint    tests whose name contains the text
    tests/e2e/crash.py --service postgres    the same with a running server at the other end (tests/service/run starts it)
"""
import argparse
import importlib
import os
import pathlib
import random
import re
import signal
import subprocess
import sys
import time

FOLDER = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(FOLDER))
import faults  # noqa: E402
import scenarios  # noqa: E402
from scenarios import Place, Wrong  # noqa: E402

# Kills land beyond the usual duration too, so that some runs end by themselves.
LONGEST_DELAY = 1.1
SERVICES = ("postgres",)


def all_or_nothing(scenario, before, after, when):
    held = scenario.held()
    if held not in (before, after):
        raise Wrong(f"{when}: the target is torn: {held} instead of {before} or {after}")
    return held


def settled(scenario, after, when):
    held = scenario.held()
    if held != after:
        raise Wrong(f"{when}: the target holds {held} instead of {after}")
    left = list(scenario.place.leftovers())
    if left:
        raise Wrong(f"{when}: left behind: {', '.join(left)}")


def rerun(scenario, version, when):
    scenario.place.run("run", "job.yaml", "--yes", "--quiet")
    settled(scenario, scenario.expected(version), when)


class KillLoop:
    """Version after version of one scenario, each killed at a random moment and then run again."""

    def __init__(self, kind, program, chance):
        self.place = Place(program)
        self.scenario = kind(self.place)
        self.chance, self.version, self.killed = chance, 1, 0
        self.scenario.prepare(1)
        began = time.monotonic()
        rerun(self.scenario, 1, "the first run")
        self.seconds = time.monotonic() - began
        self.before = self.scenario.expected(1)

    def step(self):
        self.version += 1
        self.scenario.prepare(self.version)
        after, delay = self.scenario.expected(self.version), self.chance.uniform(0, self.seconds * LONGEST_DELAY)
        when = f"version {self.version}, killed after {delay * 1000:.0f} ms"
        process, began = self.place.start("run", "job.yaml", "--yes", "--quiet"), time.monotonic()
        try:
            process.wait(timeout=delay)
            self.seconds = time.monotonic() - began  # without what the first run's measure had around it
        except subprocess.TimeoutExpired:
            process.kill()
        process.communicate(timeout=scenarios.TIMEOUT)
        self.killed += process.returncode == -signal.SIGKILL
        all_or_nothing(self.scenario, self.before, after, when)
        self.before = after  # also where the rerun finds something wrong: the next kill is judged on its own
        rerun(self.scenario, self.version, when)


class Local:
    """What needs no server."""

    SCENARIOS, EVERY, FAULTS = scenarios.SCENARIOS, scenarios.EVERY, faults.FAULTS


def random_kills(report, program, world, kills, chance):
    loops = []
    try:
        for kind in world.SCENARIOS:
            loops.append(KillLoop(kind, program, chance))
        for number in range(kills):
            loop = loops[number % len(loops)]
            with report.test(f"kill {number + 1}: {loop.scenario.name}"):
                loop.step()
        with report.test("most of the kills met a running program"):
            killed = sum(loop.killed for loop in loops)
            print(f"  {killed} of {kills} kills met a running program", flush=True)
            if killed * 2 < kills:
                raise Wrong(f"only {killed} of {kills}")
    except Wrong as wrong:
        report.fail("the first run of a scenario", wrong)
    finally:
        for loop in loops:
            loop.place.__exit__(None, None, None)


def failpoint_names(service):
    """Every place in the sources where a failure can be injected; those of a service's own connector only with it, and only those."""
    source = FOLDER.parent.parent / "src"
    names = set()
    for path in source.glob("**/*.cc"):
        if not path.name.endswith("_test.cc"):
            names.update(re.findall(r'\bFailpoint\("([a-z_.]+)"\)', path.read_text(encoding="utf-8")))
    return sorted(name for name in names if (name.split(".")[0] if name.split(".")[0] in SERVICES else "") == service)


def at_failpoint(kind, program, name, action):
    """Whether the point was met. Where a run has failed by itself, the target is as before."""
    with Place(program) as place:
        scenario = kind(place)
        scenario.prepare(1)
        place.run("run", "job.yaml", "--yes", "--quiet")
        before, after = scenario.expected(1), scenario.expected(2)
        scenario.prepare(2)
        status, stdout, stderr = place.run("run", "job.yaml", "--yes", "--json", expect=None, failpoints=f"{name}={action}")
        when = f"{name}={action}"
        if status == 0:
            settled(scenario, after, when)
            return False
        held = all_or_nothing_of_parts(scenario, before, after, when) if "TwoTargets" in kind.__name__ else all_or_nothing(scenario, before, after, when)
        if action == "kill" and status != -signal.SIGKILL:
            raise Wrong(f"{when}: exit {status}\n{stderr[-500:]}")
        if action != "kill":
            if status != 1:
                raise Wrong(f"{when}: exit {status} instead of 1\n{stderr[-500:]}")
            if not scenarios.result_of(stdout).get("problems"):
                raise Wrong(f"{when}: the result tells no problem")
        # A run that failed before it was decided starts anew; after that, the next run finishes it first.
        rerun_of(scenario, held, before, after, when)
        return True


def all_or_nothing_of_parts(scenario, before, after, when):
    """Between two commits of two systems the first may be there already; the next run completes the second."""
    held, half = scenario.held(), len(before) // 2
    if held is None or held[:half] not in (before[:half], after[:half]) or held[half:] not in (before[half:], after[half:]):
        raise Wrong(f"{when}: a target is torn: {held}")
    return held


def rerun_of(scenario, held, before, after, when):
    if "TwoTargets" in type(scenario).__name__:
        # Its append has no watermark: going on is `resume`, which must not append twice.
        _, stdout, _ = scenario.place.run("runs", "list", "--json")
        run = scenarios.result_of(stdout)["runs"][0]["run_id"]
        scenario.place.run("runs", "resume", run, "--json")
        settled(scenario, after, when + ", resumed")
        return
    rerun(scenario, 2, when)


def failpoints(report, program, world, service):
    for name in failpoint_names(service):
        for action in ("kill", "full"):
            if not report.wants(f"failpoint {name}={action}"):
                continue
            with report.test(f"failpoint {name}={action}"):
                met = [at_failpoint(kind, program, name, action) for kind in world.EVERY]
                # An error behind a durable commit is asked of the ledger again, so the run may go on and succeed.
                behind_commit = action == "full" and ("after_commit" in name or "after_rename" in name or "between_commits" in name)
                if not any(met) and not behind_commit:
                    raise Wrong("no scenario comes to this point")


class Report:
    def __init__(self, only):
        self.only, self.passed, self.failed = only, 0, 0

    def test(self, name):
        return Test(self, name)

    def wants(self, name):
        return self.only in name

    def fail(self, name, wrong):
        self.failed += 1
        print(f"FAILED {name}: {wrong}", flush=True)


class Test:
    def __init__(self, report, name):
        self.report, self.name = report, name

    def __enter__(self):
        return self

    def __exit__(self, kind, value, trace):
        if kind is None:
            self.report.passed += 1
            return False
        if issubclass(kind, (Wrong, scenarios.tables.TableError, OSError, scenarios.subprocess.TimeoutExpired)):
            self.report.fail(self.name, value)
            return True
        return False


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=15)
    parser.add_argument("--seed", type=int, default=20240101)
    parser.add_argument("--only", default="")
    parser.add_argument("--service", default="", choices=("", *SERVICES))
    options = parser.parse_args()
    program = os.path.abspath(os.environ.get("AIETL") or FOLDER.parent.parent / "build" / "aietl")
    if not os.access(program, os.X_OK):
        sys.exit(f"{program} is missing: make build")
    world = Local
    if options.service:
        sys.path.insert(0, str(FOLDER.parent / "service"))
        world = importlib.import_module(f"{options.service}_scenarios")
    report = Report(options.only)
    if options.kills and report.wants("kill"):
        random_kills(report, program, world, options.kills, random.Random(options.seed))
    failpoints(report, program, world, options.service)
    for name, fault in world.FAULTS:
        if report.wants(name):
            with report.test(name):
                fault(program)
    print(f"{report.passed} passed, {report.failed} failed")
    sys.exit(1 if report.failed or not report.passed else 0)


main()
