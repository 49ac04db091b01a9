#!/usr/bin/env python3
"""What counts as the same table; a comparison that forgives too much would hide wrong tables."""
import os
import sys
import unittest

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from compare import compare, spec_problems
from world_tables import Table


def gold(columns, types, *rows):
    return Table(columns, types, [list(r) for r in rows])


def got(columns, *rows):
    return Table(columns, [None] * len(columns), [list(r) for r in rows])


SUMS = gold(["country", "sum"], ["VARCHAR", "DECIMAL(12,2)"], ("DE", "10.50"), ("FR", "3.00"))


class Comparing(unittest.TestCase):
    def same(self, a, b, **options):
        self.assertIsNone(compare(a, b, options))

    def differs(self, a, b, **options):
        self.assertIsNotNone(compare(a, b, options))

    def test_names_and_order_of_columns_and_rows_do_not_count(self):
        self.same(SUMS, got(["total", "land"], (3, "FR"), (10.5, "DE")))

    def test_rows_count_in_order_where_the_item_says_so(self):
        self.differs(SUMS, got(["c", "s"], ("FR", 3), ("DE", 10.5)), ordered=True)
        self.same(SUMS, got(["c", "s"], ("DE", 10.5), ("FR", 3)), ordered=True)

    def test_right_columns_in_wrong_rows_differ(self):
        self.differs(SUMS, got(["c", "s"], ("DE", 3), ("FR", 10.5)))

    def test_a_row_too_many_or_doubled_differs(self):
        self.differs(SUMS, got(["c", "s"], ("DE", 10.5), ("FR", 3), ("FR", 3)))

    def test_extra_columns_are_wrong_unless_allowed(self):
        wide = got(["c", "s", "n"], ("DE", 10.5, 1), ("FR", 3, 2))
        self.differs(SUMS, wide)
        self.same(SUMS, wide, allow_extra=True)

    def test_noise_of_binary_sums_is_forgiven_a_cent_is_not(self):
        self.same(SUMS, got(["c", "s"], ("DE", 10.499999999999998), ("FR", 3)))
        self.differs(SUMS, got(["c", "s"], ("DE", 10.51), ("FR", 3)))

    def test_leading_zeros_of_texts_count(self):
        self.differs(gold(["inn"], ["VARCHAR"], ("0077",)), got(["inn"], ("77",)))

    def test_dates_are_equal_however_spelt(self):
        day = gold(["d"], ["DATE"], ("2024-03-01",))
        for text in ("2024-03-01", "2024-03-01 00:00:00", "2024-03-01T00:00:00Z", "01.03.2024"):
            self.same(day, got(["d"], (text,)))
        self.differs(day, got(["d"], ("2024-03-01 01:00:00",)))

    def test_a_bucket_may_be_written_as_one(self):
        month = gold(["m"], ["DATE"], ("2024-04-01",))
        self.same(month, got(["m"], ("2024-04",)), bucket="month")
        self.same(month, got(["m"], ("2024-Q2",)), bucket="quarter")
        self.differs(month, got(["m"], ("2024-04",)))

    def test_a_missing_number_is_zero_only_where_allowed(self):
        cell = gold(["n"], ["BIGINT"], ("0",))
        self.differs(cell, got(["n"], (None,)))
        self.same(cell, got(["n"], (None,)), null_is_zero=True)


class Documents(unittest.TestCase):
    SPEC = {"schedule": {"cron": "0 2 * * *"},
            "checks": [{"unique": ["id"]}, {"range": {"qty": {"min": 0}}}]}

    def test_fields_are_found(self):
        self.assertEqual([], spec_problems({"schedule.cron": {"any": ["0 2 * * *", "@daily"]},
                                            "checks[*].unique": ["ID"],
                                            "checks[*].range.qty": {"min": 0}}, self.SPEC))

    def test_missing_and_other_values_are_told(self):
        self.assertEqual(2, len(spec_problems({"schedule.cron": "0 3 * * *",
                                               "checks[*].not_null": ["id"]}, self.SPEC)))


if __name__ == "__main__":
    unittest.main()
