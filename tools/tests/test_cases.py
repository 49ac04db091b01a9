"""The text-case runner itself, on a program that is a shell script: what it must find wrong, it finds wrong."""
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
PROGRAM = """#!/bin/sh
case $1 in
  say) shift; printf '%s\\n' "$*" ;;
  fail) echo 'it failed' >&2; exit 4 ;;
  write) printf 'id,v\\n1,a\\n' > out.csv ;;
  litter) : > .out.csv.aietl-1.tmp ;;
esac
"""
GOOD = """case: it fails
run: aietl fail
exit: 4
stderr-has: it failed
end

"""


class Cases(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.program = os.path.join(self.folder.name, "aietl")
        pathlib.Path(self.program).write_text(PROGRAM)
        os.chmod(self.program, 0o755)

    def tearDown(self):
        self.folder.cleanup()

    def play(self, text, *flags):
        path = pathlib.Path(self.folder.name, "a.test")
        path.write_text(text)
        return subprocess.run([sys.executable, "-B", str(ROOT / "tests" / "cases" / "run.py"), *flags, str(path)], capture_output=True, text=True,
                              env={**os.environ, "AIETL": self.program})

    def fails(self, text, why):
        done = self.play(text)
        self.assertEqual(done.returncode, 1, done.stdout)
        self.assertIn(why, done.stdout + done.stderr)

    def test_what_is_right_passes(self):
        done = self.play(GOOD + 'case: json\nrun: aietl say \'{"a": {"b": [1, "some text"]}}\'\nstdout-json-has: {"b":[1,"~some"]}\nend\n')
        self.assertEqual(done.stdout.splitlines()[-1], "2 passed, 0 failed", done.stdout)

    def test_a_wrong_exit_status_fails(self):
        self.fails("case: x\nrun: aietl fail\nend\n", "exit 4 instead of 0")

    def test_a_status_is_compared_before_anything_else(self):
        self.fails("case: x\nrun: aietl fail\nstderr-has: it failed\nend\n", "exit 4 instead of 0")

    def test_missing_and_unwanted_output_fail(self):
        self.fails("case: x\nrun: aietl say hello\nstdout-has: bye\nend\n", "stdout has no 'bye'")
        self.fails("case: x\nrun: aietl say hello\nstdout-lacks: hell\nend\n", "stdout has 'hell'")

    def test_a_value_that_differs_in_json_fails(self):
        self.fails('case: x\nrun: aietl say \'{"a": 1}\'\nstdout-json-has: {"a":true}\nend\n', "no JSON in stdout has")

    def test_other_content_fails_and_update_rewrites_it(self):
        text = "case: x\nrun: aietl write\ncontent out.csv:\n  id,v\n  2,b\nend\n"
        self.fails(text, "other content")
        self.play(text, "--update")
        self.assertIn("  1,a\n", pathlib.Path(self.folder.name, "a.test").read_text())

    def test_what_is_left_behind_fails(self):
        self.fails("case: x\nrun: aietl litter\nend\n", "left behind: .out.csv.aietl-1.tmp")

    def test_a_case_that_runs_nothing_is_refused(self):
        self.fails("case: x\nend\n", "the case runs nothing")

    def test_an_unknown_directive_is_refused_with_its_line(self):
        self.fails("case: x\nrun: aietl say\nstdout-contains: y\nend\n", "a.test:3: no directive")

    def test_a_run_of_no_cases_fails(self):
        self.fails("# nothing\n", "no case ran")


if __name__ == "__main__":
    unittest.main()
