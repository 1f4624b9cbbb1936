"""An object-relational mapper over tables in memory: descriptors, a metaclass, lazy queries, relations, transactions and events."""
import operator
import re
from collections import defaultdict
from contextlib import contextmanager
from datetime import date


class ValidationError(ValueError):
    pass


class DoesNotExist(LookupError):
    pass


class Expression:
    def __init__(self, text, test):
        self.text, self.test = text, test

    def __and__(self, other):
        return Expression(f"({self.text} AND {other.text})", lambda row: self.test(row) and other.test(row))

    def __or__(self, other):
        return Expression(f"({self.text} OR {other.text})", lambda row: self.test(row) or other.test(row))

    def __invert__(self):
        return Expression(f"NOT {self.text}", lambda row: not self.test(row))

    def __bool__(self):
        raise TypeError("use & and | in place of and / or")

    def __repr__(self):
        return f"<{self.text}>"


class Field:
    type = object

    def __init__(self, *, default=None, null=False, unique=False, check=None):
        self.default, self.null, self.unique, self.check = default, null, unique, check

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, instance, owner):
        return self if instance is None else instance._values.get(self.name)

    def __set__(self, instance, value):
        instance._values[self.name] = self.convert(value)
        instance._dirty.add(self.name)

    def convert(self, value):
        if value is None:
            if not self.null:
                raise ValidationError(f"{self.name} must not be null")
            return None
        if not isinstance(value, self.type):
            try:
                value = self.type(value)
            except (TypeError, ValueError):
                raise ValidationError(f"{self.name}: {value!r} is no {self.type.__name__}") from None
        if self.check and not self.check(value):
            raise ValidationError(f"{self.name}: {value!r} is not allowed")
        return value

    def _compare(symbol):  # noqa: N805
        function = {"=": operator.eq, "<>": operator.ne, "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge}[symbol]

        def method(self, other):
            def test(row):
                value = row[self.name]
                return value is not None and function(value, other)

            return Expression(f"{self.name} {symbol} {other!r}", test)

        return method

    __eq__, __ne__, __lt__, __le__, __gt__, __ge__ = map(_compare, ["=", "<>", "<", "<=", ">", ">="])
    __hash__ = object.__hash__

    def like(self, pattern):
        expression = re.compile(re.escape(pattern).replace("%", ".*").replace("_", "."), re.I)
        return Expression(f"{self.name} LIKE {pattern!r}", lambda row: row[self.name] is not None and bool(expression.fullmatch(row[self.name])))

    def within(self, values):
        values = list(values)
        return Expression(f"{self.name} IN {tuple(values)}", lambda row: row[self.name] in values)

    def __neg__(self):
        return Descending(self)


class Descending:
    def __init__(self, field):
        self.name = field.name


class Integer(Field):
    type = int


class Text(Field):
    type = str


class Real(Field):
    type = float


class Date(Field):
    type = date

    def convert(self, value):
        return super().convert(date.fromisoformat(value) if isinstance(value, str) else value)


class Reference(Field):
    """A foreign key: the id is kept in NAME_id, the object is fetched when it is asked for."""

    type = int

    def __init__(self, target, related, **options):
        super().__init__(**options)
        self.target, self.related = target, related

    def __set_name__(self, owner, name):
        super().__set_name__(owner, name)
        reference = self
        setattr(self.target, self.related, property(lambda instance: owner.objects.where(Expression(f"{name} = {instance.id}", lambda row: row[reference.name] == instance.id))))

    def __get__(self, instance, owner):
        if instance is None:
            return self
        key = instance._values.get(self.name)
        return None if key is None else self.target.objects.get(key)

    def convert(self, value):
        return super().convert(value.id if isinstance(value, self.target) else value)


class Query:
    def __init__(self, model, tests=(), order=(), limit=None):
        self.model, self.tests, self.order, self.limit = model, tests, order, limit

    def _with(self, **changes):
        return Query(self.model, **{"tests": self.tests, "order": self.order, "limit": self.limit} | changes)

    def where(self, *expressions, **equal):
        extra = [getattr(self.model, name) == value for name, value in equal.items()]
        return self._with(tests=(*self.tests, *expressions, *extra))

    def order_by(self, *fields):
        return self._with(order=fields)

    def __getitem__(self, index):
        return self._with(limit=index.stop) if isinstance(index, slice) else list(self)[index]

    def rows(self):
        database = self.model.database
        database.log.append(self.sql())
        rows = [r for r in database.tables[self.model.table].values() if all(t.test(r) for t in self.tests)]
        for field in reversed(self.order):
            rows.sort(key=lambda r: (r[field.name] is None, r[field.name]), reverse=isinstance(field, Descending))
        return rows[: self.limit]

    def sql(self):
        text = f"SELECT * FROM {self.model.table}"
        if self.tests:
            text += " WHERE " + " AND ".join(t.text for t in self.tests)
        if self.order:
            text += " ORDER BY " + ", ".join(f.name + " DESC" * isinstance(f, Descending) for f in self.order)
        return text + (f" LIMIT {self.limit}" if self.limit is not None else "")

    def __iter__(self):
        return (self.model._load(row) for row in self.rows())

    def __len__(self):
        return len(self.rows())

    def get(self, key=None, **equal):
        query = self.where(**equal) if key is None else self.where(id=key)
        found = list(query[:2])
        if len(found) != 1:
            raise DoesNotExist(f"{self.model.__name__}: {len(found)} objects match {query.tests}")
        return found[0]

    def group(self, field, function=len, of=None):
        groups = defaultdict(list)
        for row in self.rows():
            groups[row[field.name]].append(row[of.name] if of is not None else row)
        return {k: function(v) for k, v in sorted(groups.items(), key=lambda p: str(p[0]))}

    def update(self, **values):
        return sum(1 for o in list(self) if o.set(**values).save())

    def delete(self):
        return sum(1 for o in list(self) if o.delete() is None)


class ModelMeta(type):
    registry = {}

    def __new__(meta, name, bases, namespace, table=None):
        cls = super().__new__(meta, name, bases, namespace)
        if bases:
            cls.table = table or name.lower() + "s"
            cls.fields = {"id": Model.id} | {n: f for n, f in namespace.items() if isinstance(f, Field)}
            meta.registry[name] = cls
            cls.database.tables.setdefault(cls.table, {})
            cls.hooks = defaultdict(list)
        return cls

    @property
    def objects(cls):
        return Query(cls)


class Database:
    def __init__(self):
        self.tables, self.log, self.depth = {}, [], 0

    @contextmanager
    def transaction(self):
        saved = {name: {k: dict(r) for k, r in rows.items()} for name, rows in self.tables.items()}
        self.log.append("BEGIN")
        try:
            yield
        except BaseException:
            self.tables.clear()
            self.tables.update(saved)
            self.log.append("ROLLBACK")
            raise
        self.log.append("COMMIT")


class Model(metaclass=ModelMeta):
    database = Database()
    id = Integer(null=True)

    def __init__(self, **values):
        self._values, self._dirty = {}, set()
        unknown = values.keys() - self.fields.keys()
        if unknown:
            raise TypeError(f"{type(self).__name__} has no field {', '.join(sorted(unknown))}")
        for name, field in self.fields.items():
            default = field.default() if callable(field.default) else field.default
            if name != "id":
                setattr(self, name, values.get(name, default))

    @classmethod
    def _load(cls, row):
        instance = cls.__new__(cls)
        instance._values, instance._dirty = dict(row), set()
        return instance

    @classmethod
    def on(cls, event):
        return lambda f: cls.hooks[event].append(f) or f

    def set(self, **values):
        for name, value in values.items():
            setattr(self, name, value)
        return self

    def save(self):
        table = self.database.tables[self.table]
        for name, field in self.fields.items():
            if field.unique and any(r[name] == self._values[name] and k != self.id for k, r in table.items()):
                raise ValidationError(f"{name} {self._values[name]!r} is taken")
        for hook in self.hooks["save"]:
            hook(self, sorted(self._dirty))
        if self.id is None:
            self._values["id"] = max(table, default=0) + 1
        table[self.id] = {name: self._values.get(name) for name in self.fields}
        self.database.log.append(f"SAVE {self.table} {self.id} {sorted(self._dirty)}")
        self._dirty.clear()
        return self

    def delete(self):
        del self.database.tables[self.table][self.id]
        self._values["id"] = None

    def __repr__(self):
        return f"{type(self).__name__}({', '.join(f'{n}={self._values.get(n)!r}' for n in self.fields)})"


class Author(Model):
    name = Text(unique=True)
    born = Date(null=True)


class Book(Model, table="library"):
    title = Text(check=lambda t: t.strip())
    author = Reference(Author, "books", null=True)
    year = Integer(check=lambda y: 1400 < y < 2100)
    price = Real(default=9.99)


@Book.on("save")
def announce(book, changed):
    print(f"  saving {book.title!r}: {changed}")


ann = Author(name="Ann", born="1950-02-03").save()
bob = Author(name="Bob").save()
for title, author, year, price in [("Alpha", ann, 1990, 12.5), ("Beta", ann, 1995, "8"), ("Gamma", bob, 2001, 20), ("Delta", None, 1895, None or 5)]:
    Book(title=title, author=author, year=year, price=price).save()
print(ann, Book.objects.get(2), Book.objects.get(title="Gamma").author.name, [b.title for b in ann.books], ann.books.where(Book.year > 1992)[0].price)
print([b.title for b in Book.objects.where((Book.year < 1900) | (Book.price >= 12) & ~(Book.title == "Gamma")).order_by(-Book.year)])
print([b.title for b in Book.objects.where(Book.title.like("%a")).order_by(Book.price)[:2]], len(Book.objects.where(Book.id.within([1, 3, 9]))))
print(Book.objects.group(Book.author), Book.objects.group(Book.author, sum, of=Book.price), Book.objects.where(Book.year != 1990).sql(), Author.objects.where(name="Bob")[0])
print(Book.objects.where(Book.year > 1994).update(price=1), [b.price for b in Book.objects], Book.objects.where(author=bob.id).delete(), len(Book.objects))
try:
    with Model.database.transaction():
        Author(name="Carl").save()
        ann.set(name="Anna").save()
        Author(name="Bob").save()
except ValidationError as error:
    print("rolled back:", error, [a.name for a in Author.objects])
with Model.database.transaction():
    Author(name="Dora").save()
print([a.name for a in Author.objects.order_by(-Author.name)])
for attempt in [lambda: Book(title=" ", year=2000), lambda: Book(title="x", year="soon"), lambda: Book(title="x", year=3000), lambda: Book(title="x"), lambda: Book(colour=1, size=2), lambda: Author.objects.get(77), lambda: Author.objects.get(name="Zoe"), lambda: bool(Book.year == 1), lambda: Book(title="t", year=2000, author="nobody"), lambda: Author(name="A", born="yesterday")]:
    try:
        print("fine", attempt())
    except (ValueError, TypeError, LookupError) as error:
        print(type(error).__name__, "-", error)
print(*Model.database.log[-14:], sep="\n")
print(ModelMeta.registry.keys(), Book.table, list(Book.fields))
