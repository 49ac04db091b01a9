"""PostgreSQL 15's own grammar, through libpg_query (Debian: libpg-query-dev)."""
import ctypes

from . import Missing


class Failure(ctypes.Structure):
    _fields_ = [("message", ctypes.c_char_p), ("function", ctypes.c_char_p), ("file", ctypes.c_char_p),
                ("line", ctypes.c_int), ("cursor", ctypes.c_int), ("context", ctypes.c_char_p)]


class Answer(ctypes.Structure):
    _fields_ = [("tree", ctypes.c_void_p), ("stderr", ctypes.c_void_p), ("error", ctypes.POINTER(Failure))]


class Engine:
    name = "libpg_query 15"

    def __init__(self):
        try:
            self.library = ctypes.CDLL("libpg_query.so")
        except OSError as error:
            raise Missing(f"libpg_query: {error}") from error
        self.library.pg_query_parse.restype = Answer
        self.library.pg_query_parse.argtypes = [ctypes.c_char_p]
        self.library.pg_query_free_parse_result.argtypes = [Answer]

    def verdict(self, sql):
        answer = self.library.pg_query_parse(sql.encode())
        message = None
        if answer.error:
            message = f"{answer.error.contents.message.decode()} @{answer.error.contents.cursor}"
        self.library.pg_query_free_parse_result(answer)
        return message
