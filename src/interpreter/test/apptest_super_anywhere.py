"""super() without arguments where it is no attribute access; what __next__ and __annotate__ tell."""


def error_of(function, *args):
    try:
        function(*args)
    except RuntimeError as error:
        return str(error)
    raise AssertionError('nothing raised')


class Base:
    def name(self):
        return 'base'


class Derived(Base):
    def name(self):
        found = super()
        return [found.name(), type(found) is super]

    def in_a_cell(self):
        found = super()
        return (lambda: self)() is found.__self__

    def deleted(self):
        del self
        super()

    def no_arguments():
        super()


def test_super_as_a_value():
    assert Derived().name() == ['base', True]
    assert Derived().in_a_cell()


def test_super_errors():
    assert error_of(lambda: super()) == 'super(): no arguments'
    assert error_of(Derived.no_arguments) == 'super(): no arguments'
    assert error_of(Derived().deleted) == 'super(): arg[0] deleted'
    assert error_of((lambda x: super()), 1) == 'super(): __class__ cell not found'


def test_value_of_stop_iteration():
    class Stops:
        def __iter__(self):
            return self

        def __next__(self):
            raise StopIteration(42)

    def delegating():
        result.append((yield from Stops()))

    result = []
    assert list(delegating()) == []
    assert result == [42]


def test_annotate_of_a_class():
    class Own:
        a: int

        def __annotate__(format):
            return {'a': str}

    assert Own.__annotations__ == {'a': str}
    del Own.__annotations__
    assert Own.__annotate__ is None
    assert Own.__annotations__ == {}


def test_line_of_a_frame_left_by_an_exception():
    def fails():
        try:
            1 / 0
        except ZeroDivisionError:
            int('x')
            pass

    try:
        fails()
    except ValueError as error:
        frame = error.__traceback__.tb_next.tb_frame
    assert frame.f_lineno - frame.f_code.co_firstlineno == 4
