"""The grammar of tests/cases/sql/**/*.cases: thousands of statements, few words around them.

    ## a comment, between cases only
    dialect: postgres                   the cases that follow are of this dialect
    dialects: postgres mysql sqlite     or: each case that follows is one for each of these, and its verdict names them
    schema:                             (indented JSON) the `schema` of bind, lineage, lint and guard; `schema: none` ends it
    policy:                             (indented JSON) the `policy` of guard; `policy: none` ends it

    SELECT a, count(*)                  a statement: any lines up to the first that starts with =>
    FROM t GROUP BY a
    => ok select/read                   parse: kind/effect of each statement, separated by blanks
    => error syntax 1:14                parse: code and place of the first error; the words are optional until --update fills them
    => format                           the text that format gives, indented; formatted again it stays the same
      SELECT a, count(*) FROM t GROUP BY a
    => bind                             one output column a line: name, type, and `null` where it may be NULL
      a integer null
    => lineage                          read and written tables, one edge a line
      read public.t
      write mart.u
      mart.u.a <- public.t.a, public.t.b [direct transformation]
    => translate mysql                  the text in another dialect; `loss: text` lines for what is lost
    => lint                             one finding a line: code line:column severity; `-> text` is its rewrite
    => guard allowed read               or `guard refused write`; reasons as `code line:column`, objects as `object t(a, b)`, `sql: text`
    => injection no                     or `injection yes code code`; of the statement itself
    => value "O'Brien" no               of a value (a JSON string) that goes to the ? of the statement; or `yes code code`
    => OP error code line:column        any of these can expect an error

    What follows on a => line after two blanks and an exclamation mark says why it stands so:
      !engine REASON    the verdict differs on purpose from the real engine's
      !pending          the program is known to get it wrong yet
    A case of several dialects has `=> ok postgres mysql`, `=> error sqlite`, and `=> pending NAMES`, `=> engine NAMES: REASON`.
"""
import dataclasses
import json
import pathlib
import re

DIALECTS = ("postgres", "mysql", "sqlite", "duckdb", "snowflake", "clickhouse", "spark")
OPS = ("ok", "error", "format", "bind", "lineage", "translate", "lint", "guard", "injection", "value", "pending", "engine")
HEADER = re.compile(r"^(dialects?|schema|policy): *(.*)$")
BLOCKS = {"format", "bind", "lineage", "translate", "lint", "guard", "injection"}


class GrammarError(Exception):
    pass


@dataclasses.dataclass
class Expectation:
    op: str
    words: str            # behind the operation
    block: list           # indented lines
    mark: str = ""        # "pending", or "engine REASON"

    def render(self):
        head = f"=> {self.op}" + (f" {self.words}" if self.words else "") + (f"  !{self.mark}" if self.mark else "")
        return [head] + [f"  {line}".rstrip() for line in self.block]


@dataclasses.dataclass
class Case:
    path: pathlib.Path
    line: int
    sql: str
    dialects: tuple       # one, or several of a matrix
    matrix: bool
    expectations: list
    schema: object = None
    policy: object = None

    def of(self, op):
        return [e for e in self.expectations if e.op == op]

    def verdicts(self):
        """dialect → "ok" or "error", as stored."""
        found = {}
        for e in self.expectations:
            if e.op in ("ok", "error"):
                for dialect in e.words.split() if self.matrix else self.dialects:
                    found[dialect] = e.op
        return found

    def deliberate(self):
        """Dialects whose verdict differs from the engine's on purpose."""
        if not self.matrix:
            return set(self.dialects) if any(e.mark.startswith("engine") for e in self.expectations) else set()
        return {name for e in self.of("engine") for name in e.words.split(":")[0].split()}

    def pending(self):
        return {name for e in self.of("pending") for name in e.words.split()}


def parse(path):
    """The parts of a file: plain lines (str) and cases, in order, so that the file can be written again."""
    lines = path.read_text(encoding="utf-8").split("\n")
    while lines and not lines[-1]:
        lines.pop()
    parts, dialects, matrix, at = [], (), False, 0
    state = {"schema": None, "policy": None}
    while at < len(lines):
        line = lines[at]
        header = HEADER.match(line)
        if not line.strip() or line.startswith("##"):
            parts.append(line)
            at += 1
        elif header:
            at += 1
            name, text = header.groups()
            block = []
            while at < len(lines) and lines[at].startswith("  "):
                block.append(lines[at])
                at += 1
            parts += [line, *block]
            if name in state:
                try:
                    state[name] = None if text == "none" else json.loads(text + "\n".join(block))
                except ValueError as error:
                    raise GrammarError(f"{path}:{at}: {name}: {error}") from error
                continue
            dialects, matrix = tuple(text.split()), name == "dialects"
            unknown = [d for d in dialects if d not in DIALECTS]
            if unknown or not dialects or (not matrix and len(dialects) != 1):
                raise GrammarError(f"{path}:{at}: no dialect: {text}")
        else:
            case, at = parse_case(path, lines, at, dialects, matrix)
            case.schema, case.policy = state["schema"], state["policy"]
            parts.append(case)
    return parts


def parse_case(path, lines, at, dialects, matrix):
    first, sql = at, []
    while at < len(lines) and not lines[at].startswith("=>"):
        sql.append(lines[at])
        at += 1
    if at == len(lines):
        raise GrammarError(f"{path}:{first + 1}: a statement without an expectation")
    if not dialects:
        raise GrammarError(f"{path}:{first + 1}: no dialect stands above")
    expectations = []
    while at < len(lines) and lines[at].startswith("=>"):
        text, _, mark = lines[at][2:].strip().partition("  !")
        op, _, words = text.partition(" ")
        if op not in OPS:
            raise GrammarError(f"{path}:{at + 1}: no expectation: {lines[at]}")
        at += 1
        block = []
        while op in BLOCKS and at < len(lines) and lines[at].startswith("  "):
            block.append(lines[at][2:])
            at += 1
        expectations.append(Expectation(op, words, block, mark))
    return Case(path, first + 1, "\n".join(sql), dialects, matrix, expectations), at


def render(parts):
    lines = []
    for part in parts:
        if isinstance(part, str):
            lines.append(part)
        else:
            lines += part.sql.split("\n")
            for expectation in part.expectations:
                lines += expectation.render()
    return "\n".join(lines) + "\n"
