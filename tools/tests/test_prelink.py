"""tools/prelink: a library's references to itself need no look-up any more, and the library does what it did."""
import pathlib
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent

LIBRARY = """
namespace duckdb {
struct Base { virtual ~Base() {} virtual int Value() const; };
struct Derived : Base { int Value() const override; };
int shared_count = 1;                            // data: one for the whole process, looked up as before
int Base::Value() const { return shared_count; }
int Add(int a, int b) { return a + b; }
int Derived::Value() const { return Add(40, Base::Value()); }
Base* Make() { return new Derived; }
}
int elsewhere() { return 7; }                    // not in a namespace of its own
int (*pointer)() = &elsewhere;
"""
PROGRAM = """
#include <cstdio>
namespace duckdb {
struct Base { virtual ~Base(); virtual int Value() const; };
Base* Make();
extern int shared_count;
}
extern int (*pointer)();
int main() { duckdb::shared_count = 2; std::printf("%d %d\\n", duckdb::Make()->Value(), pointer()); }
"""


def run(*words, **more):
    return subprocess.run(words, check=True, capture_output=True, text=True, **more).stdout


class Prelink(unittest.TestCase):
    def setUp(self):
        self.place = tempfile.TemporaryDirectory()
        self.addCleanup(self.place.cleanup)
        self.folder = pathlib.Path(self.place.name)
        (self.folder / "library.cc").write_text(LIBRARY)
        (self.folder / "program.cc").write_text(PROGRAM)
        run("g++-12", "-O1", "-fPIC", "-shared", "-o", "libone.so", "library.cc", cwd=self.folder)
        run("g++-12", "-O1", "-o", "program", "program.cc", "-L.", "-lone", "-Wl,-rpath,$ORIGIN", "-Wl,-z,lazy", cwd=self.folder)

    def symbols_looked_up(self):
        lines = run("readelf", "--relocs", "--wide", "libone.so", cwd=self.folder).splitlines()
        return [line for line in lines if "R_X86_64_64" in line or "R_X86_64_GLOB_DAT" in line]

    def test_own_references_are_resolved_and_the_library_works(self):
        before = run(self.folder / "program")
        self.assertEqual(before, "42 7\n")
        self.assertTrue(any("6duckdb" in line for line in self.symbols_looked_up()))
        said = run(ROOT / "tools" / "prelink", "libone.so", "libone.so", cwd=self.folder)
        self.assertRegex(said, r"[1-9]\d* references resolved")
        self.assertEqual(run(self.folder / "program"), before)
        left = self.symbols_looked_up()
        self.assertFalse([line for line in left if "_ZTVN6duckdb" in line or "_ZNK6duckdb" in line], left)
        self.assertTrue([line for line in left if "shared_count" in line], left)
        self.assertTrue([line for line in left if "elsewhere" in line], left)

    def test_a_second_time_changes_nothing(self):
        run(ROOT / "tools" / "prelink", "libone.so", "libone.so", cwd=self.folder)
        first = (self.folder / "libone.so").read_bytes()
        run(ROOT / "tools" / "prelink", "libone.so", "libone.so", cwd=self.folder)
        self.assertEqual((self.folder / "libone.so").read_bytes(), first)

    def test_what_is_no_library_is_refused(self):
        (self.folder / "text").write_text("no library at all, but long enough to have a header" * 4)
        done = subprocess.run([ROOT / "tools" / "prelink", "text", "out"], cwd=self.folder, capture_output=True, text=True)
        self.assertNotEqual(done.returncode, 0)
        self.assertIn("not a shared library", done.stderr)
        self.assertFalse((self.folder / "out").exists())


if __name__ == "__main__":
    unittest.main()
