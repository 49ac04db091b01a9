"""What the worlds' make.py share: writing files and drawing values, the same on every machine."""
import csv
import datetime
import gzip
import json
import os
import sqlite3


def write_csv(path, header, rows, delimiter=",", encoding="utf-8", compress=False):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    if compress:
        with open(path, "wb") as raw, gzip.GzipFile("", "wb", 6, raw, mtime=0) as packed:
            lines = [delimiter.join(header)] + [delimiter.join(map(str, r)) for r in rows]
            packed.write(("\n".join(lines) + "\n").encode(encoding))
        return
    with open(path, "w", newline="", encoding=encoding) as f:
        out = csv.writer(f, delimiter=delimiter, lineterminator="\n")
        out.writerow(header)
        out.writerows([["" if v is None else v for v in r] for r in rows])


def read_csv(path, delimiter=",", encoding="utf-8"):
    with open(path, newline="", encoding=encoding) as f:
        rows = list(csv.reader(f, delimiter=delimiter))
    return rows[0], rows[1:]


def write_json(path, header, rows):
    with open(path, "w", encoding="utf-8") as f:
        json.dump([dict(zip(header, r)) for r in rows], f, ensure_ascii=False, indent=1)


def write_ndjson(path, objects):
    with open(path, "w", encoding="utf-8") as f:
        for o in objects:
            f.write(json.dumps(o, ensure_ascii=False) + "\n")


def write_sqlite(path, ddl, tables):
    """ddl: a script; tables: {name: rows}."""
    db = sqlite3.connect(path)
    db.executescript(ddl)
    for name, rows in tables.items():
        if rows:
            marks = ",".join("?" * len(rows[0]))
            db.executemany(f'INSERT INTO "{name}" VALUES ({marks})', rows)
    db.commit()
    db.close()


def day(rng, first, last):
    a, b = datetime.date.fromisoformat(first), datetime.date.fromisoformat(last)
    return a + datetime.timedelta(days=rng.randrange((b - a).days + 1))


def moment(rng, first, last):
    d = day(rng, first, last)
    return datetime.datetime(d.year, d.month, d.day, rng.randrange(24), rng.randrange(60),
                             rng.randrange(60))


def money(rng, low, high):
    return f"{rng.randrange(low * 100, high * 100) / 100:.2f}"


def ru_date(d):
    return d.strftime("%d.%m.%Y") if d else ""
