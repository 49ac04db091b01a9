"""The grammar of *.test files: cases of directives, played from top to bottom.

    # a comment
    case: a sentence that states the behaviour
    file NAME:                      indented content follows; {folder} in `file-here` is the case's folder
    file-here NAME:                 the same, with {folder} replaced by the case's folder
    file-in ENCODING NAME:          the same, written in an encoding
    file-gzip NAME:                 the same, compressed
    file-base64 NAME:               bytes
    repeat N NAME:                  appends the indented lines N times to NAME; {i} counts from 1
    cut NAME: N                     keeps the first N bytes (N < 0: without the last -N bytes)
    damage NAME: OFFSET HEX         overwrites bytes (OFFSET < 0: from the end)
    delete NAME:                    removes a file
    setup-sql NAME:                 runs SQL: on NAME.db through SQLite, on NAME.duckdb and on - (COPY) through DuckDB
    setup-sql postgres:             in the case's own database, made with its first use; {postgres} in file-here, env and run is its URI
    setup-sql postgres2:            in a second database of the same server, {postgres2}; rows and query know it, too
    env: NAME=VALUE                 for the runs that follow
    run: aietl WORDS                shell-like words; $run1, $run2 … are the ids of the earlier runs of this case
    exit: N                         of the run above; 0 where it is not said
    stdout-has: TEXT                also stdout-lacks, stderr-has, stderr-lacks
    stdout-json-has: JSON           a line of stdout, or something nested in one, contains it; "~text" matches a part of a text
    stdout-json-lacks: JSON
    rows NAME [TABLE]:              indented CSV with a header follows: exactly these rows in any order; NULL is NULL; a NAME with
                                    blanks stands in double quotes;
                                    a header that ends in ... leaves further columns out of the comparison
    rows-in-order NAME [TABLE]:     the same, in this order
    query NAME: SELECT …            the same for a SELECT over the database, or over the file as `target`
    rows postgres TABLE:            the same in the case's own PostgreSQL database; query postgres: SELECT …, too
    content NAME:                   the file's text is exactly the indented lines
    no-file: PATTERN                nothing of this name
    end
"""
import dataclasses
import pathlib
import re

BLOCKS = {"file", "file-here", "file-in", "file-gzip", "file-base64", "repeat", "setup-sql", "rows", "rows-in-order", "query", "content"}
LINES = {"cut", "damage", "delete", "env", "run", "exit", "stdout-has", "stdout-lacks", "stderr-has", "stderr-lacks",
         "stdout-json-has", "stdout-json-lacks", "no-file"}
DIRECTIVE = re.compile(r"^([a-z0-9-]+)(?: ([^:]*(?::(?! |$)[^:]*)*))?:(?: (.*))?$")


class GrammarError(Exception):
    pass


@dataclasses.dataclass
class Directive:
    name: str
    argument: str  # between the name and the colon
    text: str      # behind the colon
    block: list    # indented lines, without their indentation
    line: int      # of the directive
    block_end: int  # behind the last line of the block


@dataclasses.dataclass
class Case:
    name: str
    path: pathlib.Path
    line: int
    directives: list

    @property
    def expects_failure(self):
        return any(d.name == "exit" and d.text.strip() != "0" for d in self.directives)


def read_block(lines, at):
    block = []
    while at < len(lines) and (lines[at].startswith("  ") or not lines[at].strip()):
        block.append(lines[at][2:])
        at += 1
    while block and not block[-1].strip():
        block.pop()
        at -= 1
    return block, at


def parse(path):
    lines = path.read_text(encoding="utf-8").split("\n")
    cases, current, at = [], None, 0
    while at < len(lines):
        line, number = lines[at], at + 1
        at += 1
        if not line.strip() or line.startswith("#"):
            continue
        if line == "end":
            if current is None:
                raise GrammarError(f"{path}:{number}: end without case")
            if not any(d.name == "run" for d in current.directives):
                raise GrammarError(f"{path}:{current.line}: the case runs nothing")
            cases.append(current)
            current = None
            continue
        match = DIRECTIVE.match(line)
        name = match.group(1) if match else ""
        if name == "case":
            if current is not None:
                raise GrammarError(f"{path}:{number}: the case of line {current.line} has no end")
            current = Case(match.group(3) or "", path, number, [])
            continue
        if name not in BLOCKS | LINES or current is None:
            raise GrammarError(f"{path}:{number}: no directive of a case: {line}")
        block, end = read_block(lines, at) if name in BLOCKS else ([], at)
        current.directives.append(Directive(name, match.group(2) or "", match.group(3) or "", block, number, end))
        at = end
    if current is not None:
        raise GrammarError(f"{path}:{current.line}: the case has no end")
    return cases
