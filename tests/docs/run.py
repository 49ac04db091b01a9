#!/usr/bin/env python3
"""Runs what the documentation shows: every ```console block, each page in a folder of its own with the sample data.

In a block, a line that begins with `$ ` is a command; the lines below it are what it prints, in this order. `...` stands for any lines, and
`…` within a line for any text, so that run ids and times may differ. A command that ends with a status other than 0 says so: `$ aietl … # exit 4`.
```yaml blocks that begin with `# FILE` are written into the folder first; other complete documents are validated.

    tests/docs/run.py            README.md, docs/guide/*.md and examples/run.sh
    tests/docs/run.py PAGE…      only these
"""
import itertools
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.M | re.S)
STATUS = re.compile(r"\s+# exit (\d+)$")
# Only these programs may be started by a page.
ALLOWED = ("aietl", "cat", "ls", "rm", "head", "cp", "printf", "echo")


def pattern(line):
    """A shown line as a regular expression; runs of blanks may differ, as columns are as wide as their values."""
    parts = [re.sub(r"(\\\s|\s)+", r"\\s+", re.escape(part.strip(" "))) for part in line.split("…")]
    return re.compile(r"\s*" + r".*".join(parts) + r"\s*$")


def differs(shown, printed):
    """The first shown line that was not printed in its place, or None."""
    at, skipping = 0, False
    for line in shown:
        if line.strip() == "...":
            skipping = True
            continue
        wanted = pattern(line)
        while at < len(printed) and not wanted.match(printed[at]) and skipping:
            at += 1
        if at == len(printed) or not wanted.match(printed[at]):
            return line
        at, skipping = at + 1, False
    return None if skipping or at == len(printed) else f"(nothing) where was printed: {printed[at]}"


def commands(block):
    """(command, expected status, shown lines) of a console block; a command goes on after a backslash."""
    out = []
    for line in block.rstrip("\n").split("\n"):
        if line.startswith("$ "):
            out.append([line[2:], []])
        elif out and out[-1][0].endswith("\\") and not out[-1][1]:
            out[-1][0] = out[-1][0][:-1].rstrip() + " " + line.strip().removeprefix("> ")
        elif out:
            out[-1][1].append(line)
    for text, shown in out:
        status = STATUS.search(text)
        while shown and not shown[-1].strip():
            shown.pop()
        yield STATUS.sub("", text), int(status.group(1)) if status else 0, shown


def run_page(page, program):
    """Yields (name, what is wrong or None)."""
    folder = tempfile.mkdtemp(prefix="aietl-docs-")
    tools = os.path.join(folder, "bin")
    work = os.path.join(folder, "work")
    os.makedirs(tools)
    os.symlink(program, os.path.join(tools, "aietl"))
    shutil.copytree(ROOT / "examples" / "data", work)
    environment = {"PATH": f"{tools}:/usr/bin:/bin", "AIETL_HOME": os.path.join(folder, "home"), "HOME": folder, "LC_ALL": "C.UTF-8", "TZ": "UTC",
                   "NO_COLOR": "1", "COLUMNS": "100"}
    try:
        for number, (language, text) in enumerate(BLOCK.findall(page.read_text(encoding="utf-8")), 1):
            name = f"{page.relative_to(ROOT)}, block {number}"
            if language == "yaml":
                first, _, rest = text.partition("\n")
                if re.fullmatch(r"# [\w./-]+\.ya?ml", first):
                    pathlib.Path(work, first[2:]).write_text(rest, encoding="utf-8")
                elif text.startswith("version:"):
                    pathlib.Path(work, "shown.yaml").write_text(text, encoding="utf-8")
                    done = subprocess.run([program, "validate", "shown.yaml"], cwd=work, env=environment, capture_output=True, text=True, timeout=60)
                    yield f"{name}: the document is valid", done.stderr if done.returncode else None
            if language != "console":
                continue
            for command, status, shown in commands(text):
                yield f"{name}: {command[:70]}", run_command(command, status, shown, work, environment)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def run_command(command, status, shown, work, environment):
    if command.split()[0] not in ALLOWED:
        return f"a page may not start {command.split()[0]}"
    done = subprocess.run(["sh", "-c", command], cwd=work, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          text=True, errors="replace", timeout=120)
    printed = [line for line in done.stdout.rstrip("\n").split("\n") if line.strip()]
    if done.returncode != status:
        return f"exit {done.returncode} instead of {status}\n{done.stdout[-2000:]}"
    missing = differs([line for line in shown if line.strip()], printed)
    return f"shown but not printed: {missing}\n--- printed\n{done.stdout[-3000:]}" if missing else None


def run_example(program):
    """What `make run` shows: both languages give the same rows, or the last of its runs fails."""
    folder = tempfile.mkdtemp(prefix="aietl-example-")
    try:
        done = subprocess.run([str(ROOT / "examples" / "run.sh")], env={**os.environ, "AIETL": program, "EXAMPLE_DIR": os.path.join(folder, "example"), "LC_ALL": "C.UTF-8"},
                              stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace", timeout=120)
        right = done.returncode == 0 and "differences.csv: 0 rows written" in done.stdout
        return None if right else f"exit {done.returncode}\n{done.stdout[-3000:]}"
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def run_reference(program):
    """docs/guide/document.md is what the program prints."""
    done = subprocess.run([program, "reference", "--lang", "en"], capture_output=True, text=True, timeout=60)
    if done.returncode == 0 and done.stdout == (ROOT / "docs" / "guide" / "document.md").read_text(encoding="utf-8"):
        return None
    return "the page differs from what the program prints: aietl reference >docs/guide/document.md"


def main():
    pages = [pathlib.Path(a).resolve() for a in sys.argv[1:]] or [ROOT / "README.md", *sorted((ROOT / "docs" / "guide").glob("*.md"))]
    program = os.path.abspath(os.environ.get("AIETL") or ROOT / "build" / "aietl")
    passed = failed = 0
    examples = [("examples/run.sh", run_example(program)), ("docs/guide/document.md", run_reference(program))] if len(sys.argv) == 1 else []
    for name, wrong in itertools.chain(examples, *(run_page(page, program) for page in pages)):
        passed, failed = passed + (wrong is None), failed + (wrong is not None)
        if wrong:
            print(f"FAILED {name}\n{wrong}\n", flush=True)
    print(f"{passed} passed, {failed} failed")
    sys.exit(1 if failed or not passed else 0)


main()
