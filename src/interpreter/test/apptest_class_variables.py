"""Class attributes that are rebound while caches know the class."""


def read(object):
    return object.count


def test_a_counter_of_a_class_is_seen_by_instances_and_subclasses():
    class Base:
        count = 0

    class Derived(Base):
        pass

    base, derived = Base(), Derived()
    for expected in range(1, 6):
        Base.count += 1
        assert (read(base), read(derived), Derived.count) == (expected, expected, expected)


def test_a_subclass_may_have_its_own_and_lose_it():
    class Base:
        count = 0

    class Derived(Base):
        count = 100

    base, derived = Base(), Derived()
    for _ in range(3):
        Base.count += 1
        Derived.count += 1
    assert (read(base), read(derived)) == (3, 103)
    del Derived.count
    assert read(derived) == 3
    Base.count = 7
    assert read(derived) == 7


def test_a_value_may_become_a_descriptor_and_back():
    class Base:
        count = 0

    base = Base()
    for value in (1, 2, 3):
        Base.count = value
        assert read(base) == value
    Base.count = property(lambda self: "computed")
    assert read(base) == "computed"
    for value in (4, 5, 6):
        Base.count = value
        assert read(base) == value
    base.count = "own"
    Base.count = 7
    assert read(base) == "own"


def test_attributes_of_metaclasses_and_of_classes_with_slots():
    class Meta(type):
        count = 0

    class Plain(metaclass=Meta):
        pass

    class Slotted:
        __slots__ = ()
        count = 0

    slotted = Slotted()
    for expected in range(1, 5):
        Meta.count += 1
        Slotted.count += 1
        assert read(Plain) == read(slotted) == expected
