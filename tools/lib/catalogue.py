"""Reads the message catalogue (gettext's PO form: msgid, msgstr, adjacent literals, # comments)."""
import re
from dataclasses import dataclass

_ESCAPES = {"n": "\n", "t": "\t", '"': '"', "\\": "\\", "r": "\r"}
_LITERAL = re.compile(r'"((?:[^"\\]|\\.)*)"\s*$')


class CatalogueError(Exception):
    pass


@dataclass
class Entry:
    russian: str
    line: int


def unescape(literal):
    return re.sub(r"\\(.)", lambda match: _ESCAPES.get(match.group(1), match.group(1)), literal, flags=re.S)


def read_po(path):
    """{english: Entry} in the file's order. The header (empty msgid) is left out. The same entry twice is one entry
    (two changes that were merged may both have brought it); two different translations of one text are an error."""
    entries = {}
    msgid = msgstr = None
    started = 0
    current = None

    def finish():
        if msgid is None:
            return
        if msgstr is None:
            raise CatalogueError(f"{path}:{started}: msgid without msgstr")
        if msgid == "":
            return
        known = entries.get(msgid)
        if known and known.russian != msgstr:
            raise CatalogueError(
                f"{path}:{started}: “{msgid}” is translated differently in line {known.line}; keep one of the two")
        if not known:
            entries[msgid] = Entry(msgstr, started)

    for number, raw in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        line = raw.strip()
        if not line or line.startswith("#"):
            continue
        keyword, _, rest = line.partition(" ")
        if keyword in ("msgid", "msgstr"):
            line = rest
        literal = _LITERAL.match(line.strip())
        if not literal or (keyword not in ("msgid", "msgstr") and current is None):
            raise CatalogueError(f"{path}:{number}: expected msgid \"…\", msgstr \"…\" or \"…\", found: {raw}")
        text = unescape(literal.group(1))
        if keyword == "msgid":
            finish()
            msgid, msgstr, started, current = text, None, number, "msgid"
        elif keyword == "msgstr":
            if msgstr is not None or msgid is None:
                raise CatalogueError(f"{path}:{number}: msgstr without its msgid")
            msgstr, current = text, "msgstr"
        elif current == "msgid":
            msgid += text
        else:
            msgstr += text
    finish()
    return entries
