"""Did you mean: names, attributes, imports, keywords, missing `self`, missing imports."""
import traceback


class Account:
    balance_total = 0
    _private = 1

    def __init__(self):
        self.owner_name = "x"

    def deposit(self, amount):
        return blance_total

    def withdraw(self):
        return owner_name

    def show(self):
        return self.onwer_name

    def call(self):
        deposit(1)


def local_names():
    counter = 1
    return countr


def nested():
    outer_value = 1

    def inner():
        print(outer_value)
        return outer_valeu

    return inner()


def unbound():
    print(total_sum)
    total_sum = 1


account = Account()
for action in (
    account.deposit, account.withdraw, account.show, account.call, local_names, nested, unbound,
    lambda: account.balance_totl, lambda: account.privat, lambda: account._privat, lambda: Account.depositt, lambda: acount, lambda: pint("x"),
    lambda: lenght([1]), lambda: sys.path, lambda: datetime.now(), lambda: re.match, lambda: "".uper(), lambda: [].appendd(1), lambda: {}.itms(),
    lambda: (1).bit_lenght(), lambda: None.foo, lambda: traceback.print_exec, lambda: a, lambda: xy, lambda: Nonee, lambda: true, lambda: null,
    lambda: account.completely_different, lambda: account.deposit.__nam__, lambda: unknown_thing_with_long_name, lambda: Exeption, lambda: Acount().x,
    lambda: exec("from os import pathh"), lambda: exec("from collections import OrderedDit"), lambda: exec("import coletions"), lambda: exec("from math import sqr"),
    lambda: exec("import collections.abcd"), lambda: exec("from . import x"), lambda: exec("from .x import y"), lambda: exec("import json.decoderr as q"),
    lambda: account.deposit(amont=1), lambda: Account(1, 2), lambda: "".join(sep=1), lambda: setattr(account, "x", y_value),
):
    try:
        action()
    except Exception as error:
        for line in traceback.format_exception_only(error):
            print(line, end="")
