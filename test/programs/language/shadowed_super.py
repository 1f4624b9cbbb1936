"""Something else under the name `super`, put into the globals from outside: it gets the arguments that were written."""


class Recorder:
    def __init__(self, *args): self.args = args

    def method(self): return 'called', self.args

    msg = 'own'


class Base:
    msg = 'base'

    def method(self): return 'base method'


class Derived(Base):
    def without(self): return super().msg, super().method()

    def called(self): return super().method()

    def written(self): return super(1, 2).method()

    def explicit(self): return super(__class__, self).method()[0], super(__class__, self).args == (Derived, self)

    def lines(self):
        return (super()
                .method())


def show():
    d = Derived()
    for name in 'without', 'called', 'written', 'explicit', 'lines':
        try:
            print(name, getattr(d, name)())
        except (TypeError, AttributeError) as error:
            print(name, type(error).__name__, error)


show()
globals()['super'] = Recorder
for _ in range(3): show()
for _ in range(300): Derived().called()
print(Derived().called())
del globals()['super']
show()
