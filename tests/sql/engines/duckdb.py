"""DuckDB of build/deps: duckdb_extract_statements parses and runs nothing."""
import ctypes
import pathlib

from . import Missing

OF_SCHEMA = ("Catalog Error", "IO Error", "Binder Error")
LIBRARIES = pathlib.Path(__file__).resolve().parents[3] / "build" / "deps"


class Engine:
    def __init__(self):
        found = sorted(LIBRARIES.glob("duckdb-*/lib/libduckdb.so"))
        if not found:
            raise Missing("libduckdb.so is missing: scripts/fetch")
        self.library = ctypes.CDLL(str(found[-1]))
        self.library.duckdb_extract_statements_error.restype = ctypes.c_char_p
        self.library.duckdb_library_version.restype = ctypes.c_char_p
        self.library.duckdb_extract_statements.restype = ctypes.c_uint64
        self.name = "DuckDB " + self.library.duckdb_library_version().decode()
        database, self.connection = ctypes.c_void_p(), ctypes.c_void_p()
        self.library.duckdb_open(None, ctypes.byref(database))
        self.library.duckdb_connect(database, ctypes.byref(self.connection))

    def verdict(self, sql):
        extracted = ctypes.c_void_p()
        count = self.library.duckdb_extract_statements(self.connection, sql.encode(), ctypes.byref(extracted))
        message = None
        if not count:
            text = self.library.duckdb_extract_statements_error(extracted)
            message = text.decode().split("\n")[0] if text else None
            if message and message.startswith(OF_SCHEMA):
                message = None
        self.library.duckdb_destroy_extracted(ctypes.byref(extracted))
        return message
