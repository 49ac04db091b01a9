"""Reads what the program wrote and says how it differs from what was expected."""
import csv
import datetime
import io
import json
import os
import re
import sqlite3

from world_tables import SqlError, Table, query


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
        delimiter = "\t" if target.endswith(".tsv") else ","
        rows = list(csv.reader(io.StringIO(text), delimiter=delimiter))
        columns = rows[0] if rows else []
        # A blank line is a row of one missing value, or nothing at all.
        rows = [r or [""] for r in rows[1:] if r or len(columns) == 1]
        rows = [[v or None for v in r + [""] * (len(columns) - len(r))] for r in rows]
    else:
        try:
            value = json.loads(text)
            objects = value if isinstance(value, list) else [value]
        except json.JSONDecodeError:
            objects = [json.loads(line) for line in text.splitlines() if line.strip()]
        columns = list(dict.fromkeys(k for o in objects for k in o))
        rows = [[o.get(c) for c in columns] for o in objects]
    return Table(columns, [None] * len(columns), rows)


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
