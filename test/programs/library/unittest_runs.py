"""unittest: cases, assertions, fixtures, subtests, skipping, suites and results."""
import asyncio
import io
import re
import unittest


class Assertions(unittest.TestCase):
    """Each assertion once passing; the failing ones are collected below."""

    def test_passing(self):
        self.assertEqual(1 + 1, 2)
        self.assertAlmostEqual(0.1 + 0.2, 0.3)
        self.assertIn(1, [1])
        self.assertIsInstance(1, int)
        self.assertRegex("abc", "b")
        self.assertCountEqual([1, 2, 2], [2, 1, 2])
        with self.assertRaisesRegex(ValueError, "invalid literal") as caught:
            int("x")
        self.assertIn("x", str(caught.exception))
        with self.assertWarns(DeprecationWarning):
            import warnings

            warnings.warn("old", DeprecationWarning)
        with self.assertLogs("unit", "INFO") as logs:
            import logging

            logging.getLogger("unit").info("logged")
        self.assertEqual(logs.output, ["INFO:unit:logged"])
        self.assertStartsWith("abc", "a")
        self.assertHasAttr(self, "id")
        self.assertIsSubclass(bool, int)


class Failing(unittest.TestCase):
    maxDiff = None


FAILURES = {
    "equal": lambda s: s.assertEqual(1, 2, "with a message"),
    "strings": lambda s: s.assertEqual("one\ntwo\nthree\n", "one\n2\nthree\n"),
    "lists": lambda s: s.assertEqual([1, 2, 3], [1, 5, 3]),
    "dicts": lambda s: s.assertEqual({"a": 1, "b": [1]}, {"a": 1, "b": [2]}),
    "tuples": lambda s: s.assertTupleEqual((1,), (1, 2)),
    "sets": lambda s: s.assertEqual({1, 2}, {2, 3}),
    "true": lambda s: s.assertTrue(0),
    "false": lambda s: s.assertFalse([1]),
    "is": lambda s: s.assertIs(None, 1),
    "none": lambda s: s.assertIsNone(5),
    "not_none": lambda s: s.assertIsNotNone(None),
    "in": lambda s: s.assertIn("z", "abc"),
    "not_in": lambda s: s.assertNotIn("a", "abc"),
    "instance": lambda s: s.assertIsInstance("s", int),
    "almost": lambda s: s.assertAlmostEqual(1.0, 1.1, places=3),
    "delta": lambda s: s.assertAlmostEqual(1, 5, delta=2),
    "greater": lambda s: s.assertGreater(1, 2),
    "less_equal": lambda s: s.assertLessEqual(3, 2),
    "regex": lambda s: s.assertRegex("abc", "x+"),
    "not_regex": lambda s: s.assertNotRegex("abc", "b"),
    "count": lambda s: s.assertCountEqual("aab", "abb"),
    "raises": lambda s: s.assertRaises(ValueError, int, "5"),
    "raises_regex": lambda s: s.assertRaisesRegex(ValueError, "nothing like it", int, "x"),
    "warns": lambda s: s.assertWarns(UserWarning, int),
    "multi": lambda s: s.assertMultiLineEqual("a\n", "b\n"),
    "fail": lambda s: s.fail("explicit"),
    "logs": lambda s: s.assertNoLogs("x").__exit__(None, None, None) or s.assertStartsWith("a", "b"),
    "ends": lambda s: s.assertEndsWith("abc", "x", "why"),
    "attribute": lambda s: s.assertNotHasAttr(s, "id"),
    "subclass": lambda s: s.assertIsSubclass(int, str),
}
FAILURES["attribute"] = lambda s: s.assertIsSubclass(int, (str, bytes))
del FAILURES["logs"]
for name, body in FAILURES.items():
    try:
        body(Failing())
    except AssertionError as error:
        print(f"{name}: {error}")

events = []


def setUpModule():
    events.append("setUpModule")


def tearDownModule():
    events.append("tearDownModule")


class Fixtures(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        events.append("setUpClass")
        cls.addClassCleanup(events.append, "class cleanup")

    @classmethod
    def tearDownClass(cls):
        events.append("tearDownClass")

    def setUp(self):
        events.append(f"setUp {self._testMethodName}")
        self.addCleanup(events.append, "cleanup")

    def tearDown(self):
        events.append("tearDown")

    def test_first(self):
        """The first line is the description.

        This is not.
        """

    def test_second(self):
        for n in range(4):
            with self.subTest("number", n=n):
                self.assertEqual(n % 2, 0)

    @unittest.skip("not today")
    def test_skipped(self):
        raise RuntimeError

    @unittest.skipIf(True, "because")
    def test_skip_if(self): ...

    @unittest.expectedFailure
    def test_expected(self):
        self.fail("as expected")

    @unittest.expectedFailure
    def test_unexpected(self): ...

    def test_skips_itself(self):
        self.skipTest("inside")

    def test_error(self):
        raise KeyError("broken")


class Asynchronous(unittest.IsolatedAsyncioTestCase):
    async def asyncSetUp(self):
        asyncio.get_running_loop().slow_callback_duration = 60  # debug mode would tell of slow machines
        self.queue = asyncio.Queue()

    async def test_queue(self):
        await self.queue.put(5)
        self.assertEqual(await self.queue.get(), 5)

    async def test_raises(self):
        with self.assertRaises(TimeoutError):
            async with asyncio.timeout(0.001):
                await asyncio.sleep(5)


class BrokenFixture(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        raise OSError("no database")

    def test_never(self): ...


def run(*cases, verbosity=2, **options):
    out = io.StringIO()
    suite = unittest.TestSuite(unittest.defaultTestLoader.loadTestsFromTestCase(c) for c in cases)
    result = unittest.TextTestRunner(out, verbosity=verbosity, **options).run(suite)
    text = re.sub(r"in \d+\.\d+s", "in N s", out.getvalue())
    print(re.sub(r'File ".*[/\\]', 'File "', text))
    print(result.testsRun, len(result.failures), len(result.errors), len(result.skipped), len(result.expectedFailures), len(result.unexpectedSuccesses), result.wasSuccessful())
    return result


run(Assertions)
run(Fixtures)
print(*events, sep=", ")
run(Asynchronous, BrokenFixture, verbosity=1)
run(Fixtures, failfast=True, verbosity=0, buffer=True)
loader = unittest.TestLoader()
print(loader.getTestCaseNames(Fixtures), loader.loadTestsFromName("Assertions.test_passing", __import__("__main__")).countTestCases(), unittest.FunctionTestCase(lambda: None, description="fn").run().wasSuccessful(), Assertions("test_passing").id(), Fixtures("test_first").shortDescription(), str(Fixtures("test_first")))
try:
    Assertions("test_missing")
except ValueError as error:
    print(error)
