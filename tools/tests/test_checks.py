"""Each check finds what was planted, and nothing in a clean tree."""
import pathlib
import subprocess
import sys
import tempfile
import unittest

TOOLS = pathlib.Path(__file__).resolve().parent.parent
CMAKE = """
aietl_module(base RANK 0 LIBS fmt::fmt)
aietl_module(json RANK 1 DEPS base LIBS Boost::json)
aietl_module(data RANK 1 DEPS base)
aietl_module(spec RANK 3
             DEPS base json)
"""


class Tree:
    """A small checkout in a temporary folder."""

    def __init__(self, case, **files):
        folder = tempfile.TemporaryDirectory()
        case.addCleanup(folder.cleanup)
        self.root = pathlib.Path(folder.name)
        self.write("CMakeLists.txt", CMAKE)
        self.write("lang/ru.po", "")

    def write(self, path, text):
        target = self.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
        return self

    def run(self, tool, *arguments):
        done = subprocess.run([sys.executable, "-B", str(TOOLS / tool), str(self.root), *arguments],
                              capture_output=True, text=True)
        return done.returncode, done.stdout


class Checks(unittest.TestCase):
    def clean(self, tree, tool, *arguments):
        status, output = tree.run(tool, *arguments)
        self.assertEqual((status, "0 findings" in output), (0, True), output)

    def finds(self, tree, tool, *expected, arguments=()):
        status, output = tree.run(tool, *arguments)
        self.assertEqual(status, 1, output)
        for text in expected:
            self.assertIn(text, output)
        self.assertIn(f"{len(expected)} findings", output)


class Layers(Checks):
    def tree(self):
        tree = Tree(self)
        tree.write("src/base/error.h", "#pragma once\n").write("src/json/value.h", '#include "base/error.h"\n')
        tree.write("src/data/batch.h", "#include <vector>\n").write("src/json/internal/number.h", "")
        return tree

    def test_lower_ranks_are_seen(self):
        tree = self.tree().write("src/spec/parse.cc", '#include "json/value.h"\n#include "spec/parse.h"\n')
        self.clean(tree.write("src/spec/parse.h", ""), "check_layers")

    def test_a_higher_rank_is_found(self):
        tree = self.tree().write("src/base/log.cc", '#include "base/error.h"\n\n#include "json/value.h"\n')
        self.finds(tree, "check_layers", "src/base/log.cc:3: base (rank 0) may not see json (rank 1)")

    def test_modules_of_one_rank_do_not_see_each_other(self):
        self.finds(self.tree().write("src/json/read.cc", '#include "data/batch.h"\n'), "check_layers",
                   "src/json/read.cc:1: json (rank 1) may not see data (rank 1)")

    def test_a_dependency_must_be_declared(self):
        self.finds(self.tree().write("src/spec/parse.cc", '#include "data/batch.h"\n'), "check_layers",
                   "spec includes data, but its DEPS")

    def test_internal_headers_stay_inside(self):
        self.finds(self.tree().write("src/spec/parse.cc", '#include "json/internal/number.h"\n'), "check_layers",
                   '"json/internal/number.h" is internal to json')

    def test_a_header_that_is_not_there(self):
        self.finds(self.tree().write("src/spec/parse.cc", '#include "parse.h"\n'), "check_layers", "does not exist below src/")

    def test_a_folder_without_a_line(self):
        self.finds(self.tree().write("src/misc/a.cc", ""), "check_layers", "src/misc has no line in CMakeLists.txt")

    def test_cmake_itself_may_not_point_upwards(self):
        tree = self.tree().write("CMakeLists.txt", CMAKE.replace("RANK 1 DEPS base)", "RANK 1 DEPS base json)"))
        self.finds(tree, "check_layers", "data (rank 1) may not depend on json (rank 1)")

    def test_an_include_in_a_comment_is_none(self):
        self.clean(self.tree().write("src/base/log.cc", '/* like\n#include "json/value.h"\n*/\n'), "check_layers")

    def test_an_empty_tree_is_no_success(self):
        status, output = Tree(self).run("check_layers")
        self.assertEqual(status, 1, output)


class Walls(Checks):
    def test_allowed_places(self):
        tree = Tree(self).write("src/json/schema.cc", "#include <valijson/validator.hpp>\n#include <boost/json.hpp>\n")
        tree.write("src/base/log.cc", "#include <spdlog/spdlog.h>\n").write("src/base/a_test.cc", "#include <doctest/doctest.h>\n")
        self.clean(tree, "check_walls")

    def test_a_header_outside_its_place(self):
        tree = Tree(self).write("src/spec/parse.cc", "#include <string>\n#  include <boost/json.hpp>\n")
        self.finds(tree, "check_walls", "src/spec/parse.cc:2: <boost/json.hpp> is for src/json/*.cc")

    def test_quotes_are_no_way_around(self):
        tree = Tree(self).write("src/data/a.cc", '#include "duckdb.hpp"\n')
        self.finds(tree, "check_walls", "<duckdb.hpp> is for src/engine/*.cc")

    def test_a_wall_that_wears_away(self):
        tree = Tree(self)
        for name in ("a", "b"):
            tree.write(f"src/json/{name}.cc", "#include <valijson/validator.hpp>\n")
        self.finds(tree, "check_walls", "is included in 2 files (src/json/a.cc, src/json/b.cc), at most 1 may")

    def test_std_regex_is_for_nobody(self):
        self.finds(Tree(self).write("src/base/a.cc", "#include <regex>\n"), "check_walls", "<regex> is for no file")

    def test_iostream_is_not_for_headers(self):
        self.finds(Tree(self).write("src/base/a.h", "#include <iostream>\n"), "check_walls", "<iostream> is for src/*.cc")


class Messages(Checks):
    ENTRY = 'msgid "{} rows of {}"\nmsgstr "строк {} из {}"\n'

    def tree(self, source, catalogue=ENTRY):
        return Tree(self).write("src/base/a.cc", source).write("lang/ru.po", catalogue)

    def test_translated(self):
        self.clean(self.tree('auto s = Msg("{} rows of {}", 1, f(2, 3));'), "check_messages")

    def test_adjacent_literals_are_one_text(self):
        self.clean(self.tree('auto s = Msg("{} rows"\n  " of {}", 1, x);'), "check_messages")

    def test_no_entry(self):
        tree = self.tree('auto s = Msg("{} rows of {}", 1, 2);\nauto t = Tr("hello");')
        self.finds(tree, "check_messages", "src/base/a.cc:2: no Russian in lang/ru.po for “hello”")

    def test_both_texts_of_a_choice(self):
        tree = self.tree('Msg("{} rows of {}", 1, 2); Tr(ok ? "yes" : "no");')
        self.finds(tree, "check_messages", "for “yes”", "for “no”")

    def test_other_placeholders(self):
        tree = self.tree('Msg("{} rows of {}", 1, 2);', self.ENTRY.replace("строк {} из {}", "строк {}"))
        self.finds(tree, "check_messages", "has other placeholders")

    def test_numbered_placeholders_may_change_places(self):
        self.clean(self.tree('Msg("{} rows of {}", 1, 2);', self.ENTRY.replace("строк {} из {}", "из {1} строк {0}")), "check_messages")

    def test_arguments_and_placeholders(self):
        self.finds(self.tree('Msg("{} rows of {}", 1);'), "check_messages", "is given 1 arguments")

    def test_stale_entry(self):
        self.finds(self.tree('Tr("");'), "check_messages", "stands nowhere in src/ any more")

    def test_plural_forms(self):
        good = 'msgid "{} rows"\nmsgstr "{} строка|{} строки|{} строк"\n'
        self.clean(self.tree('Plural(n, "{} row", "{} rows");', good), "check_messages")
        self.finds(self.tree('Plural(n, "{} row", "{} rows");', good.replace("|{} строк\"", '"')), "check_messages", "three forms")

    def test_option_texts(self):
        self.finds(self.tree('Msg("{} rows of {}", 1, 2); Option o{"key", config::Kind::kString, "Which column counts."};'),
                   "check_messages", "for “Which column counts.”")

    def test_contradiction(self):
        tree = self.tree('Msg("{} rows of {}", 1, 2);', self.ENTRY + self.ENTRY.replace("строк", "записей"))
        status, output = tree.run("check_messages")
        self.assertEqual(status, 1)
        self.assertIn("is translated differently in line 1", output)

    def test_a_call_in_a_comment_or_string_is_none(self):
        self.clean(self.tree('Msg("{} rows of {}", 1, 2); // Tr("no")\nauto s = "Tr(\\"no\\")"; /* Tr("no") */'), "check_messages")


class IncludeCost(Checks):
    def test_cheap_and_complete(self):
        self.clean(Tree(self).write("src/base/a.h", "#pragma once\n#include <string>\nstd::string F();\n"), "check_include_cost")

    def test_over_budget(self):
        tree = Tree(self).write("src/base/a.h", "#pragma once\n#include <string>\n")
        self.finds(tree, "check_include_cost", "costs every file that includes it", arguments=("--budget", "0.1"))

    def test_leaning_on_others(self):
        tree = Tree(self).write("src/base/a.h", "#pragma once\nstd::string F();\n")
        self.finds(tree, "check_include_cost", "src/base/a.h:1: does not compile on its own")

    def test_internal_headers_are_free(self):
        tree = Tree(self).write("src/base/internal/a.h", "std::string F();\n").write("src/base/b.h", "")
        self.clean(tree, "check_include_cost")


class Unity(Checks):
    A = "namespace aietl {\nnamespace {\nconstexpr int kA = 1;\nstruct S { int x; };\nint F(int a) { return a; }\n}\nint G() { return 1; }\n}\n"

    def finds_in_two(self, source, *expected):
        self.finds(Tree(self).write("src/base/a.cc", self.A).write("src/base/b.cc", source), "check_unity", *expected)

    def test_local_names_that_meet(self):
        self.finds_in_two(self.A, "src/base/b.cc:3: kA is also local to src/base/a.cc:3", "4: S is also", "5: F is also")

    def test_templates_and_results(self):
        self.finds_in_two("namespace {\ntemplate <class T>\nstd::vector<std::pair<int, T>> F(T a);\n}", "b.cc:2: F is also")

    def test_static_functions_count(self):
        self.finds_in_two("namespace aietl {\nnamespace {\n\nclass S;\n}\nstatic int Q() { return 0; }\n}\n", "b.cc:4: S is also")

    def test_files_that_are_compiled_alone_and_macros_do_not_count(self):
        tree = Tree(self).write("src/base/a.cc", "#include <CLI/CLI.hpp>\n" + self.A).write("src/base/b.cc", self.A)
        tree.write("cmake/modules.cmake", (TOOLS.parent / "cmake" / "modules.cmake").read_text())
        for name in ("x", "y"):
            tree.write(f"src/base/{name}_test.cc", 'namespace {\nTEST_CASE("a") {}\n}\n')
        self.clean(tree, "check_unity")

    def test_a_function_that_hides_a_type(self):
        tree = Tree(self).write("src/base/a.h", "class Load {\n};\nclass Other;\n")
        tree.write("src/base/b/c.cc", "namespace {\nint Load(int a) { return a; }\nint Other() { return 1; }\n}\n")
        self.finds(tree, "check_unity", "src/base/b/c.cc:2: Load hides the type in src/base/a.h:1")

    def test_names_in_bodies_members_and_other_modules_do_not_count(self):
        tree = Tree(self).write("src/base/a.cc", self.A).write("src/json/a.cc", self.A).write("src/base/a_test.cc", self.A)
        tree.write("src/base/b.cc", "namespace {\nstruct T { int F(int); int kA = 2; };\nint T::F(int) { struct S {}; return 1; }\n}\nint F();\n")
        self.clean(tree, "check_unity")


class Catalogue(unittest.TestCase):
    def test_sorted_by_bytes_and_escaped(self):
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            (folder / "ru.po").write_text('msgid "b \\"q\\"?\\n"\nmsgstr "я"\n\nmsgid "B"\nmsgstr "Б"\n', encoding="utf-8")
            subprocess.run([sys.executable, "-B", str(TOOLS / "make_catalogue"), str(folder / "ru.po"), str(folder / "o.cc")],
                           check=True)
            text = (folder / "o.cc").read_text()
            self.assertLess(text.index('"B"'), text.index('"b '))
            self.assertIn(r'{"b \042q\042\077\012", "\321\217"}', text)
            self.assertIn("kRussianCatalogueSize = 2;", text)


if __name__ == "__main__":
    unittest.main()
