"""Runs one module of CPython's test suite and reports every test case, a line each.

    typhon conformance/driver.py MODULE         with the folder that contains `test` on PYTHONPATH

A line is `@case OUTCOME ID`; OUTCOME is pass, skip, fail or error. Expected failures pass. Cases whose only form is a subtest count as
one case. What the tests print goes to standard error.
"""

import os
import sys
import types
import unittest

sys.stdout = sys.stderr


def emit(line):
    os.write(1, f"{line}\n".encode("utf-8", "backslashreplace"))


def report(outcome, test):
    emit(f"@case {outcome} {test.id()}")


class Result(unittest.TestResult):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.failed_subtests = set()

    def startTest(self, test):
        super().startTest(test)
        emit(f"@start {test.id()}")

    def addSuccess(self, test):
        if test.id() not in self.failed_subtests:
            report("pass", test)

    def addFailure(self, test, error):
        self.show(test, error)
        report("fail", test)

    def addError(self, test, error):
        self.show(test, error)
        report("error", test)

    def addSkip(self, test, reason):
        report("skip", test)

    def addExpectedFailure(self, test, error):
        report("pass", test)

    def addUnexpectedSuccess(self, test):
        report("fail", test)

    def addSubTest(self, test, subtest, error):
        if error is not None and test.id() not in self.failed_subtests:
            self.failed_subtests.add(test.id())
            self.show(subtest, error)
            report("fail", test)

    def show(self, test, error):
        print("=" * 70, test.id(), sep="\n", file=sys.stderr)
        print(self._exc_info_to_string(error, test), file=sys.stderr, flush=True)


# Modules in C that are not there, most of them to test the C API, where a whole module of tests is skipped for want of them though few of its cases use them. An
# empty one lets the others run; where names are imported from it, they are there and are None.
STAND_INS = {
    "test_bytes": {"_testlimitedcapi": []},
    "test_import": {"_testmultiphase": []},
    "test_class": {"_testinternalcapi": ["has_inline_values"]},
    "test_types": {"_datetime": []},
}


# Cases that would never end: the library that they were written for does what ours, which is older, does not.
ENDLESS = {
    "test_annotationlib": [
        "TestGetAnnotations.test_eval_str_wrapped_cycle_mutual",
        "TestGetAnnotations.test_eval_str_wrapped_cycle_self",
        "TestGetAnnotations.test_eval_str_wrapped_partial_cycle_self",
    ],
}


# Classes whose cases are skipped for want of such a module in the middle of setUp: what that had begun would stay, and fail all cases behind them.
SKIPPED = {"test_monitoring": ["TestCApiEventGeneration"]}


def fails(test):
    test.fail("left out: it would not end")


def leave_out_endless(name):
    module = sys.modules[f"test.{name}"]
    for case in ENDLESS.get(name, ()):
        cls, _, method = case.partition(".")
        setattr(getattr(module, cls), method, fails)


def skip_classes(name):
    for cls in SKIPPED.get(name, ()):
        unittest.skip("a module in C is not there")(getattr(sys.modules[f"test.{name}"], cls))


def main(name):
    from test import support

    for missing, names in STAND_INS.get(name, {}).items():
        module = sys.modules.setdefault(missing, types.ModuleType(missing))
        vars(module).update(dict.fromkeys(names))
    support.verbose = False
    suite = unittest.defaultTestLoader.loadTestsFromName(f"test.{name}")
    if name in ENDLESS:
        leave_out_endless(name)
    skip_classes(name)
    suite.run(Result())
    emit("@done")


if __name__ == "__main__":
    main(sys.argv[1])
