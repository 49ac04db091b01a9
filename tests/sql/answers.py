"""What an expectation of a case asks of `aietl sql batch`, and whether the answer meets it."""
import json


def request(case, expectation, dialect):
    op, words = expectation.op, expectation.words
    out = {"op": op, "dialect": dialect, "sql": case.sql}
    if op in ("ok", "error"):
        return {**out, "op": "parse"}
    if op == "translate":
        out["to"] = words.split()[0]
    if op in ("bind", "lineage", "lint", "guard") and case.schema is not None:
        out["schema"] = case.schema
    if op == "guard" and case.policy is not None:
        out["policy"] = case.policy
    if op == "value":
        value, _ = split_value(words)
        del out["sql"]
        return {**out, "op": "injection", "template": case.sql, "value": value}
    return out


def split_value(words):
    value, end = json.JSONDecoder().raw_decode(words)
    return value, words[end:].strip()


def expects_error(expectation):
    words = expectation.words.split()
    if expectation.op == "value":
        words = split_value(expectation.words)[1].split()
    return expectation.op == "error" or bool(words) and words[0] in ("error", "refused", "yes") or (
        expectation.op == "translate" and len(words) > 1 and words[1] == "error") or (
        expectation.op == "lint" and bool(expectation.block))


def first_error(reply):
    for problem in reply.get("problems", []):
        if problem.get("severity", "error") == "error":
            return f"{problem.get('code')} {problem.get('line', 0)}:{problem.get('column', 0)}", problem.get("message", "")
    return "", ""


def kinds(reply):
    return " ".join(f"{s['kind']}/{s['effect']}" for s in reply.get("statements", []))


def verdict_difference(op, reply):
    if reply.get("ok") == (op == "ok"):
        return None
    place, message = first_error(reply)
    return "accepted, and is to be refused" if reply.get("ok") else f"refused: {place} {message}"


def difference(expectation, reply, update):
    """None, or what is wrong. With update the expectation takes what the answer has, but for its verdict."""
    op = expectation.op
    if op in ("ok", "error"):
        wrong = verdict_difference(op, reply)
        if wrong:
            return wrong
        got = kinds(reply) if op == "ok" else first_error(reply)[0]
        if update:
            expectation.words = got
        if expectation.words and expectation.words != got:
            return f"{'kinds differ' if op == 'ok' else 'error differs'}: expected {expectation.words}, got {got}"
        return None
    head, block = DESCRIBE[op](reply, expectation)
    if update:
        # A verdict that stands stays: only what is behind it is filled in.
        stands = verdict_word(expectation)
        if not stands or stands == verdict_word(expectation, head):
            expectation.words, expectation.block = head, block
    # A verdict alone says nothing of what is behind it.
    if not expectation.block and only_verdict(expectation) and verdict_word(expectation) == verdict_word(expectation, head):
        return None
    if (expectation.words, [line.rstrip() for line in expectation.block]) == (head, [line.rstrip() for line in block]):
        return None
    return "expected\n      " + "\n      ".join([expectation.words, *expectation.block]) + "\n    got\n      " + "\n      ".join(
        [head, *block])


def only_verdict(expectation):
    words = split_value(expectation.words)[1] if expectation.op == "value" else expectation.words
    return expectation.op in ("guard", "injection", "value") and words in ("allowed", "refused", "yes", "no", "error")


def verdict_word(expectation, words=None):
    words = expectation.words if words is None else words
    if expectation.op == "value":
        return split_value(words)[1].split()[:1]
    if expectation.op in ("guard", "injection"):
        return words.split()[:1]
    return ["error"] if "error" in words.split()[:2] else ["fine"] if expectation.block or words else []


def failed(reply, prefix=""):
    place, _ = first_error(reply)
    return f"{prefix}error {place}".strip(), []


def describe_format(reply, _):
    return ("", reply["sql"].split("\n")) if reply.get("ok") else failed(reply)


def describe_bind(reply, _):
    if not reply.get("ok"):
        return failed(reply)
    return "", [f"{c['name']} {c['type']}{' null' if c.get('nullable') else ''}" for c in reply["columns"]]


def describe_lineage(reply, _):
    if not reply.get("ok"):
        return failed(reply)
    edges = [f"{c['target']} <- {', '.join(c['sources'])} [{c['kind']} {c['transformation']}]" for c in reply["columns"]]
    return "", [f"read {t}" for t in reply["read"]] + [f"write {t}" for t in reply["written"]] + edges


def describe_translate(reply, expectation):
    to = expectation.words.split()[0]
    if not reply.get("ok"):
        return failed(reply, f"{to} ")
    return to, [*reply["sql"].split("\n"), *(f"loss: {loss}" for loss in reply.get("losses", []))]


def describe_lint(reply, _):
    if not reply.get("ok"):
        return failed(reply)
    lines = []
    for finding in reply["findings"]:
        lines.append(f"{finding['code']} {finding['line']}:{finding['column']} {finding['severity']}")
        if finding.get("rewrite"):
            lines += [f"-> {line}" for line in finding["rewrite"].split("\n")]
    return "", lines


def describe_guard(reply, _):
    if not reply.get("ok"):
        return failed(reply)
    lines = [f"{r['code']} {r.get('line', 0)}:{r.get('column', 0)}" for r in reply["reasons"]]
    for thing in reply["objects"]:
        columns = f"({', '.join(thing['columns'])})" if thing.get("columns") else ""
        lines.append(f"object {thing['name']}{columns} {thing.get('access', 'read')}")
    if reply.get("rewritten"):
        lines += [f"sql: {line}" for line in reply["sql"].split("\n")]
    return f"{'allowed' if reply['allowed'] else 'refused'} {reply['effect']}", lines


def injection_words(reply):
    return " ".join(["yes" if reply["injection"] else "no", *(f["code"] for f in reply["findings"])])


def describe_injection(reply, _):
    return (injection_words(reply), []) if reply.get("ok") else failed(reply)


def describe_value(reply, expectation):
    value, _ = split_value(expectation.words)
    head = injection_words(reply) if reply.get("ok") else failed(reply)[0]
    return f"{json.dumps(value, ensure_ascii=False)} {head}", []


DESCRIBE = {"format": describe_format, "bind": describe_bind, "lineage": describe_lineage, "translate": describe_translate,
            "lint": describe_lint, "guard": describe_guard, "injection": describe_injection, "value": describe_value}
