"""unittest.mock and doctest: stand-ins for collaborators, and examples that are tests."""
import asyncio
import doctest
import io
import os
import sys
import types
from unittest import mock
from unittest.mock import ANY, AsyncMock, MagicMock, Mock, PropertyMock, call, create_autospec, mock_open, patch, sentinel

m = Mock(return_value=3, name="service")
print(m(1, key="v"), m.call_count, m.called, m.call_args, m.call_args.args, m.call_args.kwargs, m.attribute.method() is m.attribute.method.return_value, repr(m)[:24])
m.configure_mock(**{"nested.value": 7, "other.side_effect": KeyError("planned")})
print(m.nested.value)
try:
    m.other()
except KeyError as error:
    print("KeyError", error)
m.side_effect = [1, 2, ValueError("third")]
for _ in range(3):
    try:
        print(m())
    except ValueError as error:
        print("ValueError", error)
m.reset_mock(side_effect=True)
m.start("a")
m.start("b").stop()
print(m.mock_calls, m.method_calls, m.start.call_args_list, call(1, a=2), call.x.y(3), call("a") == call("a"), ANY == object())
m.start.assert_any_call("a")
m.start.assert_has_calls([call("a"), call("b")])
for check in [lambda: m.start.assert_called_once(), lambda: m.start.assert_called_with("a"), lambda: m.start.assert_not_called(), lambda: m.stop.assert_called(), lambda: m.start.assert_any_call("z"), lambda: m.start.assert_has_calls([call("b"), call("a")]), lambda: m.start.assert_called_once_with("b"), lambda: m.asert_called(), lambda: m.assert_nothing()]:
    try:
        print("fine", check())
    except (AssertionError, AttributeError) as error:
        print(type(error).__name__, str(error).split("id=")[0])


class Account:
    limit = 10

    def __init__(self, owner):
        self.owner = owner

    def withdraw(self, amount: int, *, note="") -> int: ...

    @property
    def balance(self):
        return 5

    async def sync(self): ...


spec = create_autospec(Account)
instance = spec("ann")
instance.withdraw(3, note="x")
for wrong in [lambda: instance.withdraw(), lambda: instance.deposit, lambda: Mock(spec=Account).nothing, lambda: Mock(spec_set=Account, name="s").__setattr__("extra", 1), lambda: spec()]:
    try:
        print("fine", wrong())
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
print(isinstance(instance, Account), isinstance(Mock(spec=Account), Account), sentinel.thing, sentinel.thing is sentinel.thing)
magic = MagicMock()
magic.__len__.return_value = 4
magic.__getitem__.side_effect = lambda k: k * 2
magic.__enter__.return_value = "entered"
with magic as value:
    print(value, len(magic), magic["ab"], int(magic), list(magic), bool(magic), magic + 1 is magic.__add__.return_value, 3 in magic)
print(magic.__exit__.call_args)
with patch("os.getcwd", return_value="/patched") as getcwd, patch.object(Account, "limit", 99), patch.dict(os.environ, {"PATCHED": "1"}), patch.object(Account, "balance", new_callable=PropertyMock, return_value=1000):
    print(os.getcwd(), Account.limit, os.environ["PATCHED"], Account("a").balance, getcwd.call_count)
print(Account.limit, "PATCHED" in os.environ, Account("a").balance)


@patch.multiple(Account, withdraw=mock.DEFAULT, limit=1)
@patch("builtins.print")
def patched(printed, withdraw):
    print("not shown")
    Account("x").withdraw(5)
    return printed.call_args, withdraw.call_args, Account.limit


print(patched())
opened = mock_open(read_data="line 1\nline 2\n")
with patch("builtins.open", opened):
    with open("any file") as f:
        print(f.readline(), list(f))
opened.assert_called_once_with("any file")
try:
    with patch("unittest.mock.Mock.no_such_attribute"):
        pass
except AttributeError as error:
    print(error)


async def asynchronous():
    a = AsyncMock(return_value=8)
    print(await a(1), a.await_count, a.await_args, isinstance(Mock(spec=Account).sync, AsyncMock))
    a.assert_awaited_once_with(1)
    a.side_effect = [1, StopAsyncIteration]
    print(await a())
    magic = MagicMock()
    magic.__aiter__.return_value = [1, 2]
    print([x async for x in magic])
    async with magic as entered:
        print(entered is magic.__aenter__.return_value)


asyncio.run(asynchronous())
parent = Mock()
parent.attach_mock(Mock(), "child")
parent.child("c")
print(parent.mock_calls, mock.seal(parent))
try:
    parent.unknown
except AttributeError as error:
    print(error)

# -- doctest ---------------------------------------------------------------------------------------------------

module = types.ModuleType("sample")
exec(
    '''
"""A module with examples.

>>> average([1, 2, 3])
2.0
>>> average([])
Traceback (most recent call last):
    ...
ZeroDivisionError: division by zero
"""
def average(values):
    """
    >>> print(average([5]),
    ...       "end")
    5.0 end
    >>> average([1, 2])     # wrong on purpose
    1
    >>> print("a\\\\n\\\\nb")
    a
    <BLANKLINE>
    b
    >>> list(range(20))     # doctest: +ELLIPSIS
    [0, 1, ..., 19]
    >>> print("x   y")      # doctest: +NORMALIZE_WHITESPACE
    x y
    >>> 1 / 0               # doctest: +SKIP
    >>> int("q")
    Traceback (most recent call last):
    ValueError: other message
    >>> undefined
    """
    return sum(values) / len(values)
''',
    module.__dict__,
)
average = module.average
average.__module__ = "sample"
sys.modules["sample"] = module
out = io.StringIO()
runner = doctest.DocTestRunner(verbose=False)
for test in doctest.DocTestFinder().find(module, "sample", module=False):
    result = runner.run(test, out=out.write)
    print(test.name, result, len(test.examples))
print(out.getvalue().replace(__file__, "FILE"))
example = doctest.DocTestParser().parse("text\n>>> x = 1\n>>> x\n1\nmore")
print([(e.source, e.want, e.lineno) if isinstance(e, doctest.Example) else e for e in example])
print(doctest.script_from_examples(">>> 1 + 1\n2\nprose\n"), doctest.OutputChecker().check_output("a\n", "...\n", doctest.ELLIPSIS))
try:
    doctest.DocTestParser().parse(">>>x")
except ValueError as error:
    print(error)
try:
    doctest.DocTestParser().parse("  >>> x\n y\n")
    doctest.DocTestParser().parse(">>> x # doctest: +BOGUS\n1\n")
except ValueError as error:
    print(error)
