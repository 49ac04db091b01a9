#!/usr/bin/env python3
"""Trains the ranker on candidates for databases that their network had not seen, and says what it brings.

    rank.py --beams FILE… --names FILE --out models/nl2sql.ranker [--leave-out PREFIX]…

A line of FILE is one question: {"id", "db", "candidates": [{"logp", "right", "features": […]}…]}, best first. Reported is a
cross-validation by database inside these questions; what is written was trained on all of them. Always the same for the same input.
"""
import argparse
import json
import sys

import lightgbm
import numpy as np

SEEDS = (1, 2, 3)
TREES = 160
PARAMETERS = {
    "objective": "rank_xendcg", "learning_rate": 0.06, "num_leaves": 15, "min_data_in_leaf": 40,
    "feature_fraction": 0.6, "bagging_fraction": 0.8, "bagging_freq": 1, "lambda_l2": 5.0, "use_missing": False, "verbosity": -1,
    "num_threads": 1, "deterministic": True, "label_gain": [0, 1],
}
PARTS = 5  # of the cross-validation


def read(paths):
    questions = []
    for path in paths:
        with open(path, encoding="utf-8") as file:
            questions += [question for question in map(json.loads, file)]
    return questions


class Lists:
    """The candidates of some questions below each other."""

    def __init__(self, questions, kept):
        self.questions = [q for q in questions if q["candidates"]]
        self.features = np.array([[c["features"][i] for i in kept] for q in self.questions for c in q["candidates"]], np.float32)
        self.right = np.array([c["right"] for q in self.questions for c in q["candidates"]], int)
        self.sizes = [len(q["candidates"]) for q in self.questions]

    def split(self, values):
        return np.split(values, np.cumsum(self.sizes)[:-1])


def train(lists, seed):
    data = lightgbm.Dataset(lists.features, lists.right, group=lists.sizes)
    return lightgbm.train(PARAMETERS | {"seed": seed}, data, TREES)


def scored(boosters, lists):
    return lists.split(sum(b.predict(lists.features, num_threads=1) for b in boosters) / len(boosters))


def share_of_best(scores):
    return 1 / np.exp(scores - scores.max()).sum()


def cross_validate(questions, kept):
    """(question, right if ranked, share of the best), each from trees that saw no question of its database."""
    names = sorted({q["db"] for q in questions})
    np.random.default_rng(13).shuffle(names)
    part_of = {name: i % PARTS for i, name in enumerate(names)}
    out = []
    for part in range(PARTS):
        test = [q for q in questions if part_of[q["db"]] == part]
        learned = Lists([q for q in questions if part_of[q["db"]] != part], kept)
        boosters = [train(learned, seed) for seed in SEEDS]
        tested = Lists(test, kept)
        for question, scores in zip(tested.questions, scored(boosters, tested)):
            out.append((question, question["candidates"][int(scores.argmax())]["right"], share_of_best(scores)))
        out += [(question, False, 0.0) for question in test if not question["candidates"]]
    return out


def calibration(results):
    """Pool-adjacent-violators over shares of the best, thinned to few rising points."""
    pairs = sorted((share, right) for _, right, share in results if share > 0)
    blocks = []
    for group in np.array_split(np.array(pairs, float), 40):
        blocks.append([group[:, 0].mean(), group[:, 1].mean(), len(group)])
        while len(blocks) > 1 and blocks[-2][1] >= blocks[-1][1]:
            last, before = blocks.pop(), blocks.pop()
            n = last[2] + before[2]
            blocks.append([(last[0] * last[2] + before[0] * before[2]) / n, (last[1] * last[2] + before[1] * before[2]) / n, n])
    return [(share, probability) for share, probability, _ in blocks]


def flatten(tree, kept):
    """A tree's nodes as lines, children behind their parents."""
    lines = []

    def add(node):
        at = len(lines)
        lines.append(None)
        if "split_feature" not in node:
            lines[at] = f"{node['leaf_value'] / len(SEEDS):.6g}"
            return at
        left, right = add(node["left_child"]), add(node["right_child"])
        lines[at] = f"{kept[node['split_feature']]} {node['threshold']:.9g} {left} {right}"
        return at

    add(tree)
    return lines


def write(path, boosters, kept, features, points):
    lines = [f"ranker 1 {features} 1"]
    for booster in boosters:
        for tree in booster.dump_model()["tree_info"]:
            lines += ["tree", *flatten(tree["tree_structure"], kept)]
    lines += [f"sure {share:.4f} {probability:.4f}" for share, probability in points]
    with open(path, "w", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")


def percent(values):
    values = list(values)
    return f"{100 * sum(values) / max(1, len(values)):.1f} %"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--beams", nargs="+", required=True)
    parser.add_argument("--names", required=True, help="the features' names, one a line")
    parser.add_argument("--leave-out", action="append", default=[], help="features whose name begins so")
    parser.add_argument("--out")
    arguments = parser.parse_args()
    questions = read(arguments.beams)
    with open(arguments.names, encoding="utf-8") as file:
        names = file.read().split()
    kept = [i for i, name in enumerate(names) if not any(name.startswith(prefix) for prefix in arguments.leave_out)]
    print(f"{len(questions)} questions, {len({q['db'] for q in questions})} databases, {len(kept)} of {len(names)} features")
    print("network's first right:", percent(q["candidates"][0]["right"] if q["candidates"] else False for q in questions))
    print("any right:", percent(any(c["right"] for c in q["candidates"]) for q in questions))
    results = cross_validate(questions, kept)
    print("ranked (cross-validated by database):", percent(right for _, right, _ in results))
    ordered = sorted(results, key=lambda result: -result[2])
    for share in (0.1, 0.2, 0.3, 0.5, 0.7):
        print(f"  most certain {share:.0%}:", percent(right for _, right, _ in ordered[: int(share * len(ordered))]))
    points = calibration(results)
    if not arguments.out:
        return
    lists = Lists(questions, kept)
    boosters = [train(lists, seed) for seed in SEEDS]
    write(arguments.out, boosters, kept, len(names), points)
    gains = sum(b.feature_importance("gain") for b in boosters)
    best = sorted(zip(gains, (names[i] for i in kept)), reverse=True)[:20]
    print("most used:", ", ".join(name for _, name in best))


if __name__ == "__main__":
    sys.exit(main())
