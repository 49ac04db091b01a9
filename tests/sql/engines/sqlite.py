"""SQLite of the system: sqlite3_prepare_v3 statement by statement; nothing is run."""
import ctypes
import re

from . import Missing

# What the parser itself cannot know. Everything else that prepare says is a refusal.
OF_SCHEMA = re.compile(
    r"^(no such (table|column|function|index|view|trigger|collation sequence|database|module|savepoint|vfs|window|tokenizer)"
    r"|no tables? specified|table \S+ (has \d+ columns|already exists|has no column|may not be)|there is already"
    r"|unknown database|ambiguous column name|wrong number of arguments|misuse of (aggregate|window function)"
    r"|index \S+ already exists|view \S+ already exists|trigger \S+ already exists|cannot modify|cannot (join|use) "
    r"|\d+ values for \d+ columns|sub-select returns|too many|no query solution|object name reserved"
    r"|cannot open|cannot add|Cannot add|cannot drop|error in|not authorized|duplicate column|unknown (column|function|tokenizer)"
    r"|unable to (identify|open)|unrecognized|ON CONFLICT clause does not match|database \S+ is|foreign key|RAISE\(\) may only|table \S+ has)",
    re.I)
REFUSED_AFTER_ALL = re.compile(r"^unrecognized token", re.I)


class Engine:
    def __init__(self):
        try:
            self.library = ctypes.CDLL("libsqlite3.so.0")
        except OSError as error:
            raise Missing(f"sqlite3: {error}") from error
        self.library.sqlite3_errmsg.restype = ctypes.c_char_p
        self.library.sqlite3_libversion.restype = ctypes.c_char_p
        self.name = "SQLite " + self.library.sqlite3_libversion().decode()

    def verdict(self, sql):
        db = ctypes.c_void_p()
        self.library.sqlite3_open(b":memory:", ctypes.byref(db))
        try:
            return self._prepare(db, sql.encode())
        finally:
            self.library.sqlite3_close(db)

    def _prepare(self, db, text):
        buffer = ctypes.create_string_buffer(text)
        at = ctypes.addressof(buffer)
        end = at + len(text)
        while at < end:
            statement, tail = ctypes.c_void_p(), ctypes.c_void_p()
            status = self.library.sqlite3_prepare_v2(db, ctypes.c_void_p(at), -1, ctypes.byref(statement), ctypes.byref(tail))
            if status:
                message = self.library.sqlite3_errmsg(db).decode(errors="replace")
                if REFUSED_AFTER_ALL.match(message) or not OF_SCHEMA.match(message):
                    return message
            self.library.sqlite3_finalize(statement)
            if not tail.value or tail.value <= at:
                break
            at = tail.value
        return None
