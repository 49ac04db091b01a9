"""As much of C++ as the checks need: tokens with line numbers, includes, calls with their arguments."""
import re
from dataclasses import dataclass

_TOKEN = re.compile(
    r"""(?P<comment>//[^\n]*|/\*.*?\*/)
      | (?P<raw>(?:u8|u|U|L)?R"(?P<mark>[^()\\ \t\n]{0,16})\((?P<body>.*?)\)(?P=mark)")
      | (?P<string>(?:u8|u|U|L)?"(?:[^"\\\n]|\\.)*")
      | (?P<char>(?:u8|u|U|L)?'(?:[^'\\\n]|\\.)*')
      | (?P<number>\.?[0-9](?:[eEpP][+-]|'?[A-Za-z0-9_.])*)
      | (?P<name>[A-Za-z_][A-Za-z0-9_]*)
      | (?P<space>\s+)
      | (?P<punct>.)""",
    re.X | re.S,
)
_ESCAPE = re.compile(r"\\(?:x([0-9A-Fa-f]+)|([0-7]{1,3})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))", re.S)
_SIMPLE = {"n": "\n", "t": "\t", "r": "\r", "0": "\0", "a": "\a", "b": "\b", "f": "\f", "v": "\v", "\n": ""}
_INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"]', re.M)


@dataclass
class Token:
    kind: str  # string, name, punct, number, char
    text: str  # of a string: its value, adjacent literals joined
    line: int


def _value(literal):
    """The text of an ordinary literal. Bytes given as \\x or octal escapes are read as UTF-8."""
    inner = literal[literal.index('"') + 1 : -1]
    out = bytearray()
    position = 0
    for match in _ESCAPE.finditer(inner):
        out += inner[position : match.start()].encode()
        hexadecimal, octal, four, eight, simple = match.groups()
        if hexadecimal or octal:
            out.append(int(hexadecimal, 16) & 255 if hexadecimal else int(octal, 8) & 255)
        elif four or eight:
            out += chr(int(four or eight, 16)).encode()
        else:
            out += _SIMPLE.get(simple, simple).encode()
        position = match.end()
    out += inner[position:].encode()
    return out.decode("utf-8", "replace")


def tokens(source):
    """Tokens without comments, space and preprocessor directives; adjacent string literals are one token."""
    source = re.sub(r"^[ \t]*#[ \t]*(?:include|pragma|if|ifdef|ifndef|else|elif|endif|undef|error)[^\n]*",
                    lambda match: " " * len(match.group()), source, flags=re.M)
    result = []
    line = 1
    for match in _TOKEN.finditer(source):
        kind = match.lastgroup if match.lastgroup not in ("mark", "body") else "raw"
        kind = "raw" if match.group("raw") is not None else kind
        text = match.group()
        if kind in ("raw", "string"):
            value = match.group("body") if kind == "raw" else _value(text)
            if result and result[-1].kind == "string":
                result[-1].text += value
            else:
                result.append(Token("string", value, line))
        elif kind not in ("comment", "space"):
            result.append(Token(kind, text, line))
        line += text.count("\n")
    return result


def includes(source):
    """[(line, is_system, path)] in order."""
    # Comments may quote an include; blank them, keeping line numbers. Strings are left alone.
    def blank(match):
        return re.sub(r"[^\n]", " ", match.group()) if match.group("comment") else match.group()

    source = _TOKEN.sub(blank, source)
    return [(source.count("\n", 0, match.start()) + 1, match.group(1) == "<", match.group(2))
            for match in _INCLUDE.finditer(source)]


def call_arguments(stream, index):
    """The arguments of a call whose '(' is stream[index], each a list of tokens; None when it never closes."""
    depth = 0
    arguments = [[]]
    for token in stream[index:]:
        if token.kind == "punct" and token.text in "([{":
            depth += 1
            if depth == 1:
                continue
        if token.kind == "punct" and token.text in ")]}":
            depth -= 1
            if depth == 0:
                return arguments if arguments != [[]] else []
        if token.kind == "punct" and token.text == "," and depth == 1:
            arguments.append([])
        else:
            arguments[-1].append(token)
    return None
