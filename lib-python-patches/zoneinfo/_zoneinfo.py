"""Time zones of the IANA database as tzinfo objects (PEP 615).

A zone has the transitions that its file lists (RFC 8536), and for all times
behind them the rule of the file's footer, which is written as POSIX writes TZ.
"""

import re
from bisect import bisect_right
from calendar import isleap, monthrange
from collections import OrderedDict
from datetime import date, datetime, timedelta, tzinfo
from weakref import WeakValueDictionary

from . import _common, _tzpath

_EPOCH_DAY = date(1970, 1, 1).toordinal()
_HOUR = 3600
_DAY = 86400

# So many zones of the class itself stay alive although nobody uses them.
_STRONG_CACHE_SIZE = 8
_strong_cache = OrderedDict()


class _Period:
    """What holds between two transitions."""

    __slots__ = ("utcoff", "dstoff", "tzname")

    def __init__(self, utcoff, dstoff, name):
        self.utcoff = timedelta(seconds=utcoff)
        self.dstoff = timedelta(seconds=dstoff)
        self.tzname = name

    def is_like(self, other):
        return (
            self.utcoff == other.utcoff
            and self.dstoff == other.dstoff
            and self.tzname == other.tzname
        )


class _Nothing:
    """What is known where no date is given and offsets vary."""

    utcoff = dstoff = tzname = None


class ZoneInfo(tzinfo):
    __module__ = "zoneinfo"
    __slots__ = (
        "_key",
        "_file",  # the repr of the file that it was read from, or None
        "_cached",
        "_times",  # of the transitions, in UTC
        "_wall_times",  # of the transitions, on clocks: by fold
        "_periods",  # those that begin with the transitions
        "_before",  # the period before the first transition
        "_after",  # a period, or the rule for years behind the last transition
        "_fixed",
        "__weakref__",
    )

    _weak_cache = WeakValueDictionary()

    def __init_subclass__(cls):
        super().__init_subclass__()
        cls._weak_cache = WeakValueDictionary()

    def __new__(cls, key):
        self = cls._weak_cache.get(key)
        if self is None:
            self = cls._weak_cache.setdefault(key, cls._of_key(key, True))
        if cls is ZoneInfo:
            _strong_cache[key] = self
            _strong_cache.move_to_end(key)
            if len(_strong_cache) > _STRONG_CACHE_SIZE:
                _strong_cache.popitem(last=False)
        return self

    @classmethod
    def no_cache(cls, key):
        """Get a new instance of ZoneInfo, bypassing the cache."""
        return cls._of_key(key, False)

    @classmethod
    def from_file(cls, file_obj, /, key=None):
        """Create a ZoneInfo file from a file object."""
        self = super().__new__(cls)
        self._file = repr(file_obj)
        self._cached = False
        self._load(file_obj)
        self._key = key
        return self

    @classmethod
    def clear_cache(cls, *, only_keys=None):
        """Clear the ZoneInfo cache."""
        caches = (cls._weak_cache, _strong_cache) if cls is ZoneInfo else (cls._weak_cache,)
        for cache in caches:
            if only_keys is None:
                cache.clear()
        if only_keys is not None:
            for key in only_keys:
                for cache in caches:
                    cache.pop(key, None)

    @classmethod
    def _of_key(cls, key, cached):
        self = super().__new__(cls)
        self._key = key
        self._file = None
        self._cached = cached
        path = _tzpath.find_tzfile(key)
        with open(path, "rb") if path is not None else _common.load_tzdata(key) as file:
            self._load(file)
        return self

    @property
    def key(self):
        return self._key

    def utcoffset(self, dt, /):
        """Retrieve a timedelta representing the UTC offset in a zone at the given datetime."""
        return self._period(dt).utcoff

    def dst(self, dt, /):
        """Retrieve a timedelta representing the amount of DST applied in a zone at the given datetime."""
        return self._period(dt).dstoff

    def tzname(self, dt, /):
        """Retrieve a string containing the abbreviation for the time zone that applies in a zone at a given datetime."""
        return self._period(dt).tzname

    def fromutc(self, object, /):
        """Given a datetime with local time in UTC, retrieve an adjusted datetime in local time."""
        if not isinstance(object, datetime):
            raise TypeError("fromutc: argument must be a datetime")
        if object.tzinfo is not self:
            raise ValueError("fromutc: dt.tzinfo is not self")
        period, fold = self._period_of_utc(_seconds(object), object.year)
        local = object + period.utcoff
        return local.replace(fold=1) if fold else local

    def __repr__(self):
        cls = type(self)
        name = "zoneinfo.ZoneInfo" if cls is ZoneInfo else cls.__qualname__
        if self._key is not None:
            return f"{name}(key={self._key!r})"
        return f"{name}.from_file({self._file})"

    def __str__(self):
        return repr(self) if self._key is None else str(self._key)

    def __reduce__(self):
        if self._file is not None:
            from pickle import PicklingError

            raise PicklingError("Cannot pickle a ZoneInfo file from a file stream.")
        return self.__class__._unpickle, (self._key, int(self._cached))

    @classmethod
    def _unpickle(cls, key, from_cache, /):
        """Private method used in unpickling."""
        return cls(key) if from_cache else cls.no_cache(key)

    def _load(self, file):
        indices, times, offsets, flags, names, footer = _common.load_data(file)
        savings = _savings(indices, offsets, flags)
        kinds = [_Period(*fields) for fields in zip(offsets, savings, names)]
        self._times = times
        self._wall_times = _on_clocks(indices, times, offsets)
        self._periods = [kinds[index] for index in indices]
        standard = (kind for kind, flag in zip(kinds, flags) if not flag)
        self._before = next(standard, kinds[0] if kinds else None)
        if footer:
            self._after = _parse_rule(footer)
        elif not kinds:
            raise ValueError("No time zone information found.")
        else:
            self._after = self._periods[-1] if self._periods else kinds[-1]
        self._fixed = isinstance(self._after, _Period) and (
            not kinds or len(kinds) == 1 and kinds[0].is_like(self._after)
        )

    def _period(self, dt):
        """The period of a time on clocks."""
        if dt is None:
            return self._after if self._fixed else _Nothing
        seconds = _seconds(dt)
        times = self._wall_times[dt.fold]
        index = bisect_right(times, seconds)
        if index < len(times):
            return self._periods[index - 1] if index else self._before
        after = self._after
        return after if isinstance(after, _Period) else after.period(seconds, dt.year, dt.fold)

    def _period_of_utc(self, seconds, year):
        """The period of a time in UTC, and the fold on clocks."""
        times = self._times
        if (not times or seconds > times[-1]) and not isinstance(self._after, _Period):
            return self._after.period_of_utc(seconds, year)
        if not times:
            return self._after, False
        index = bisect_right(times, seconds)
        if not index:
            return self._before, False
        period = self._periods[index - 1]
        previous = self._periods[index - 2] if index > 1 else self._before
        set_back = (previous.utcoff - period.utcoff) // timedelta(seconds=1)
        return period, seconds - times[index - 1] < set_back


def _seconds(dt):
    """The seconds since 1970 that a datetime shows, whatever its zone."""
    days = dt.toordinal() - _EPOCH_DAY
    return days * _DAY + dt.hour * _HOUR + dt.minute * 60 + dt.second


def _on_clocks(indices, times, offsets):
    """When transitions happen on clocks, for fold 0 and 1.

    Of the times that a transition leaves out, and of those that come twice,
    fold 0 means the offset before it, fold 1 the one behind it.
    """
    late, early = [], []
    before = offsets[0] if offsets else 0
    for index, time in zip(indices, times):
        behind = offsets[index]
        late.append(time + max(before, behind))
        early.append(time + min(before, behind))
        before = behind
    return late, early


def _savings(indices, offsets, flags):
    """How much of each offset is daylight saving time, which files do not tell.

    It is the distance to the standard time before or, if that says nothing,
    behind a transition to it; an hour if there is none.
    """
    savings = [0] * len(offsets)
    for place in range(1, len(indices)):
        kind = indices[place]
        if not flags[kind] or savings[kind]:
            continue
        previous = indices[place - 1]
        if not flags[previous]:
            savings[kind] = offsets[kind] - offsets[previous]
        if not savings[kind] and place + 1 < len(indices):
            following = indices[place + 1]
            if not flags[following]:
                savings[kind] = offsets[kind] - offsets[following]
    return [
        saving or _HOUR if flag else 0 for saving, flag in zip(savings, flags)
    ]


class _Rule:
    """Standard and daylight saving time that alternate every year."""

    __slots__ = ("standard", "daylight", "start", "end", "offset", "saving")

    def __init__(self, names, offsets, start, end):
        self.offset = offsets[0]
        self.saving = offsets[1] - offsets[0]
        self.standard = _Period(offsets[0], 0, names[0])
        self.daylight = _Period(offsets[1], self.saving, names[1])
        self.start = start  # a function of the year, on the clock of standard time
        self.end = end  # likewise, on that of daylight saving time

    def period(self, seconds, year, fold):
        start, end = self.start(year), self.end(year)
        # One of the two sets clocks forward, the other one back.
        if fold == (self.saving >= 0):
            end -= self.saving
        else:
            start += self.saving
        return self.daylight if _within(seconds, start, end) else self.standard

    def period_of_utc(self, seconds, year):
        saving = self.saving
        start = self.start(year) - self.offset
        end = self.end(year) - self.offset - saving
        period = self.daylight if _within(seconds, start, end) else self.standard
        back = end if saving > 0 else start
        return period, back <= seconds < back + abs(saving)


def _within(seconds, start, end):
    """Whether a time is between both, where the end may come earlier in the year."""
    if start < end:
        return start <= seconds < end
    return not end <= seconds < start


_NAME = re.compile(r"[A-Za-z]+|<[A-Za-z0-9+-]+>")
_OFFSET = re.compile(r"([+-]?)(\d{1,3}+)(?::(\d\d)(?::(\d\d))?)?(?!:)", re.ASCII)
_DATE = re.compile(r"(J?)(\d{1,3})|M(\d\d?)\.(\d)\.(\d)", re.ASCII)


def _parse_rule(footer):
    """The period or rule that a footer (as bytes) means."""
    parser = _Parser(footer)
    name = parser.name("Invalid STD format in")
    # POSIX counts what is to be added to get UTC.
    offset = -parser.seconds(24, "Invalid STD offset in")
    if parser.at_end():
        return _Period(offset, 0, name)
    daylight_name = parser.name("Invalid DST format in")
    if parser.at(","):
        daylight = offset + _HOUR
    else:
        daylight = -parser.seconds(24, "Invalid DST offset in")
    start, end = parser.date_and_time(), parser.date_and_time()
    if not parser.at_end():
        parser.fail("Extraneous characters at end of TZ string:")
    return _Rule((name, daylight_name), (offset, daylight), start, end)


class _Parser:
    """Takes a footer apart, from its start to its end."""

    def __init__(self, footer):
        self.footer = footer
        self.text = footer.decode("latin-1")
        self.position = 0

    def fail(self, reason):
        raise ValueError(f"{reason} {self.footer!r}")

    def at_end(self):
        return self.position == len(self.text)

    def at(self, char):
        return self.text.startswith(char, self.position)

    def skip(self, char):
        found = self.at(char)
        self.position += found
        return found

    def match(self, pattern, reason):
        match = pattern.match(self.text, self.position)
        if match is None:
            self.fail(reason)
        self.position = match.end()
        return match

    def name(self, reason):
        return self.match(_NAME, reason)[0].strip("<>")

    def seconds(self, most_hours, reason):
        sign, *fields = self.match(_OFFSET, reason).groups()
        hours, minutes, seconds = (int(field or 0) for field in fields)
        if hours > most_hours:
            self.fail(reason)
        seconds += hours * _HOUR + minutes * 60
        return -seconds if sign == "-" else seconds

    def date_and_time(self):
        """When one of both times of a year ends: a function from the year to seconds."""
        if not self.skip(","):
            self.fail("Missing transition rules in TZ string:")
        reason = "Malformed transition rule in TZ string:"
        without_leap_day, number, *weekday = self.match(_DATE, reason).groups()
        time = self.seconds(167, reason) if self.skip("/") else 2 * _HOUR
        if number is None:
            month, week, day = map(int, weekday)
            if not (1 <= month <= 12 and 1 <= week <= 5 and day <= 6):
                self.fail(reason)
            return lambda year: _weekday_of_month(year, month, week, day) * _DAY + time
        number = int(number)
        if number > 365 or without_leap_day and number == 0:
            self.fail(reason)
        return lambda year: _numbered_day(year, number, without_leap_day) * _DAY + time


def _numbered_day(year, number, without_leap_day):
    """A day of the year, in days since 1970.

    POSIX counts from 0 where leap days count, and means 28 February by J59;
    CPython counts from 1, and takes J59 for the day behind it in leap years.
    """
    if without_leap_day and number >= 59 and isleap(year):
        number += 1
    return date(year, 1, 1).toordinal() - 1 + number - _EPOCH_DAY


def _weekday_of_month(year, month, week, weekday):
    """A weekday (0 is Sunday) of a month, the fifth being the last; in days since 1970."""
    first = date(year, month, 1)
    day = 1 + (weekday - first.isoweekday()) % 7 + 7 * (week - 1)
    if day > monthrange(year, month)[1]:
        day -= 7
    return first.toordinal() + day - 1 - _EPOCH_DAY
