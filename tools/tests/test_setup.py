"""scripts/setup and scripts/fetch where they must refuse."""
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

SCRIPTS = pathlib.Path(__file__).resolve().parent.parent.parent / "scripts"


class Refusals(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = pathlib.Path(folder.name)
        shutil.copytree(SCRIPTS, self.root / "scripts")
        self.bin = self.root / "bin"
        self.bin.mkdir()
        self.cache = self.root / "cache" / "aietl"
        self.cache.mkdir(parents=True)

    def fake(self, name, script):
        """A program that is found before the real one."""
        (self.bin / name).write_text(f"#!/bin/bash\n{script}\n")
        (self.bin / name).chmod(0o755)

    def run_script(self, *command):
        environment = {**os.environ, "PATH": f"{self.bin}:{os.environ['PATH']}", "XDG_CACHE_HOME": str(self.root / "cache")}
        return subprocess.run([str(self.root / "scripts" / command[0]), *command[1:]], env=environment, text=True,
                              capture_output=True)

    def test_another_processor_is_refused_before_anything_is_installed(self):
        self.fake("uname", "echo aarch64")
        self.fake("apt-get", f"touch {self.root}/apt-was-called")
        done = self.run_script("setup", "run")
        self.assertEqual(done.returncode, 1)
        self.assertIn("this machine is aarch64", done.stderr)
        self.assertIn("DuckDB 1.5.6", done.stderr)
        self.assertFalse((self.root / "apt-was-called").exists())

    def test_an_unknown_level(self):
        done = self.run_script("setup", "everything")
        self.assertEqual((done.returncode, "unknown level" in done.stderr), (2, True))

    def test_a_library_that_is_not_the_pinned_one(self):
        self.fake("npm", "echo other > duckdb-node-bindings-linux-x64-1.5.6-r.1.tgz")
        done = self.run_script("fetch")
        self.assertEqual(done.returncode, 1)
        self.assertIn("is not the file that was pinned", done.stderr)
        self.assertFalse((self.root / "build/deps/duckdb-1.5.6").exists())
        self.assertEqual(list(self.cache.iterdir()), [], "nothing of it stays in the cache")

    def test_a_damaged_cache_is_fetched_again(self):
        (self.cache / "duckdb-node-bindings-linux-x64-1.5.6-r.1.tgz").write_text("cut off")
        self.fake("npm", f"touch {self.root}/npm-was-called; exit 1")
        self.assertEqual(self.run_script("fetch").returncode, 1)
        self.assertTrue((self.root / "npm-was-called").exists())


if __name__ == "__main__":
    unittest.main()
