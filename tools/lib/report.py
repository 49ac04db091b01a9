"""Findings of a check: printed as path:line: text, exit status 1 when there are any."""
import pathlib
import sys


class Report:
    def __init__(self, root):
        self.root = pathlib.Path(root)
        self.findings = []

    def add(self, path, line, text):
        path = pathlib.Path(path)
        shown = path.relative_to(self.root) if path.is_absolute() and path.is_relative_to(self.root) else path
        self.findings.append(f"{shown}:{line}: {text}")

    def finish(self, name, looked_at):
        for finding in self.findings:
            print(finding)
        if not looked_at:
            print(f"{name}: nothing to look at")
            sys.exit(1)
        print(f"{name}: {looked_at} looked at, {len(self.findings)} findings")
        sys.exit(1 if self.findings else 0)


def sources(root, *suffixes):
    """Files below ROOT/src in a fixed order."""
    return sorted(path for path in (pathlib.Path(root) / "src").rglob("*") if path.suffix in suffixes)
