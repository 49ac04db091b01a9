"""Real engines that say whether they accept a statement's syntax. Each has `verdict(sql)` → None (accepted) or a message.

What only a schema could tell (unknown tables, columns, functions) counts as accepted. An engine that this machine
lacks raises Missing.
"""


class Missing(Exception):
    pass


def open_engine(dialect):
    if dialect == "postgres":
        from . import postgres as module
    elif dialect == "sqlite":
        from . import sqlite as module
    elif dialect == "duckdb":
        from . import duckdb as module
    elif dialect == "mysql":
        from . import mariadb as module
    elif dialect == "clickhouse":
        from . import clickhouse as module
    elif dialect == "spark":
        from . import spark as module
    else:
        raise Missing(f"no engine for {dialect} here")
    return module.Engine()


def split(sql):
    """Statements at semicolons outside of quotes and comments."""
    statements, start, at, quote = [], 0, 0, None
    while at < len(sql):
        c = sql[at]
        if quote:
            if c == "\\" and quote in "'\"":
                at += 1
            elif c == quote:
                quote = None
        elif c in "'\"`":
            quote = c
        elif sql.startswith("/*", at):
            end = sql.find("*/", at + 2)
            at = end + 1 if end >= 0 else len(sql)
        elif c == "#" or sql.startswith("-- ", at) or sql.startswith("--\n", at):
            end = sql.find("\n", at)
            at = end if end >= 0 else len(sql)
        elif c == ";":
            statements.append(sql[start:at])
            start = at + 1
        at += 1
    statements.append(sql[start:])
    return [s for s in statements if s.strip()] or [sql]
