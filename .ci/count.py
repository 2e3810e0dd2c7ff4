"""Adds up the test reports of a build. Prints `N passed, N failed, N skipped` last; exit code 1 when that is not good.

Not good: a failed test, no test at all, or, with CI=true, a skipped one.
"""

import os
import sys
import xml.etree.ElementTree as xml
from pathlib import Path

KINDS = ("surefire-reports", "failsafe-reports")


def cases(root):
    """(outcome, name) of every test case in the reports below `root`."""
    for kind in KINDS:
        for report in sorted(root.glob("**/target/%s/TEST-*.xml" % kind)):
            for case in xml.parse(str(report)).getroot().iter("testcase"):
                name = "%s: %s" % (case.get("classname"), case.get("name"))
                yield outcome(case), name


def outcome(case):
    """passed, failed or skipped."""
    if case.find("failure") is not None or case.find("error") is not None:
        return "failed"
    return "passed" if case.find("skipped") is None else "skipped"


def main(root, strict):
    found = list(cases(root))
    for wanted in ("failed", "skipped"):
        for name in (name for result, name in found if result == wanted):
            print("%s %s" % (wanted, name))
    passed, failed, skipped = (sum(1 for result, _ in found if result == r) for r in ("passed", "failed", "skipped"))
    print("%d passed, %d failed, %d skipped" % (passed, failed, skipped))
    return 1 if failed or not found or not passed or (strict and skipped) else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]).resolve(), os.environ.get("CI") == "true"))
