"""A JUnit report, in the form that Maven's test plugins write."""

import xml.etree.ElementTree as xml


class Report:
    """Test cases of one suite, with their failures."""

    def __init__(self, suite, directory):
        self.suite = suite
        self.directory = directory
        self.cases = []

    def add(self, sentence, seconds, failure=None):
        """One test case; `failure` is its message, None when it passed."""
        self.cases.append((sentence, seconds, failure))

    def failures(self):
        """How many test cases failed."""
        return sum(1 for _, _, failure in self.cases if failure is not None)

    def write(self):
        """Writes TEST-<suite>.xml into the directory, in the place of an older one."""
        root = xml.Element(
            "testsuite",
            name=self.suite,
            tests=str(len(self.cases)),
            failures=str(self.failures()),
            errors="0",
            skipped="0",
            time="%.3f" % sum(seconds for _, seconds, _ in self.cases),
        )
        for sentence, seconds, failure in self.cases:
            case = xml.SubElement(root, "testcase", name=sentence, classname=self.suite, time="%.3f" % seconds)
            if failure is not None:
                xml.SubElement(case, "failure", message=failure.splitlines()[0]).text = failure
        self.directory.mkdir(parents=True, exist_ok=True)
        xml.ElementTree(root).write(
            str(self.directory / ("TEST-%s.xml" % self.suite)), encoding="utf-8", xml_declaration=True
        )
