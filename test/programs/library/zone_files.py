"""zoneinfo: zones from files that the program writes, so that it needs no database."""
import datetime as dt
import io
import os
import pickle
import struct
import tempfile
import zoneinfo

HOUR = 3600


def zone_file(kinds, transitions, footer):
    """A file of version 2 (RFC 8536): kinds are (offset, is daylight, name), transitions (time, kind)."""
    names = b''.join(name.encode() + b'\0' for *_, name in kinds)
    starts = [names.index(name.encode() + b'\0') for *_, name in kinds]
    header = b'TZif2' + bytes(15)
    empty = header + struct.pack('>6l', 0, 0, 0, 0, 1, 1) + struct.pack('>lbb', 0, 0, 0) + b'\0'
    counts = struct.pack('>6l', 0, 0, 0, len(transitions), len(kinds), len(names))
    body = struct.pack(f'>{len(transitions)}q', *(time for time, _ in transitions))
    body += bytes(kind for _, kind in transitions)
    for (offset, daylight, _), start in zip(kinds, starts):
        body += struct.pack('>lbb', offset, daylight, start)
    return empty + header + counts + body + names + b'\n' + footer.encode() + b'\n'


def seconds(*fields):
    return int(dt.datetime(*fields, tzinfo=dt.timezone.utc).timestamp())


KINDS = [(3208, 0, 'LMT'), (HOUR, 0, 'CET'), (2 * HOUR, 1, 'CEST'), (3 * HOUR, 1, 'CEMT'), (2 * HOUR, 0, 'EET')]
TRANSITIONS = [
    (seconds(1893, 3, 31, 23), 1),
    (seconds(1945, 4, 2, 1), 2),
    (seconds(1945, 5, 24), 3),
    (seconds(1945, 9, 24), 2),
    (seconds(1945, 11, 18, 1), 1),
    (seconds(1950, 5, 1), 4),
    (seconds(1951, 5, 1), 1),
]
CENTRAL = zone_file(KINDS, TRANSITIONS, 'CET-1CEST,M3.5.0,M10.5.0/3')


def zone(data, key='zone'):
    return zoneinfo.ZoneInfo.from_file(io.BytesIO(data), key=key)


def show(time):
    print(f'{time:%Y-%m-%d %H:%M}', time.fold, time.utcoffset(), time.dst(), time.tzname())


def clocks():
    central = zone(CENTRAL)
    for fields in [(1800, 1, 1), (1893, 4, 1, 0, 3), (1893, 4, 1, 1), (1945, 4, 2, 2, 30), (1945, 6, 1), (1945, 11, 18, 2, 30),
                   (1950, 5, 1, 1, 30), (1950, 8, 1), (1960, 7, 1), (2024, 3, 31, 2, 30), (2024, 10, 27, 2, 30), (9999, 7, 1)]:
        for fold in (0, 1):
            show(dt.datetime(*fields, tzinfo=central, fold=fold))


def from_utc():
    central = zone(CENTRAL)
    for fields in [(1800, 1, 1), (1945, 4, 2, 0, 59), (1945, 4, 2, 1), (1945, 11, 18, 0, 30), (1945, 11, 18, 1, 30), (1945, 11, 18, 2, 30),
                   (1950, 4, 30, 23), (1951, 5, 1, 0, 30), (2030, 10, 27, 0, 30), (2030, 10, 27, 1, 30), (2030, 10, 27, 2, 30)]:
        show(dt.datetime(*fields, tzinfo=dt.timezone.utc).astimezone(central))


def rules():
    for footer in ['UTC0', '<+0330>-3:30', 'EST5EDT,M3.2.0,M11.1.0', 'IST-1GMT0,M10.5.0,M3.5.0/1', 'AAA3BBB,J60/0,J300/24:30', 'AAA-3BBB-5:30,59,300/-1',
                   '<-03>3<-02>,M3.5.0/-2,M10.5.0/-1', 'AEST-10AEDT,M10.1.0,M4.1.0/3', 'X25', 'X5Y', 'X5Y,M13.1.0,M1.1.0', 'X5Y,M3.6.0,M1.1.0', 'X5Y,J0,J1',
                   'X5Y,J1', '5', 'X', 'X5Y,M1.1.0/168,M2.1.0', 'X5:60', '<X5', 'X5Y4,366,0', 'é5']:
        try:
            ruled = zone(zone_file([(-18000, 0, 'X')], [], footer))
        except (ValueError, UnicodeError) as error:
            print(footer, type(error).__name__, error)
            continue
        print(footer, ruled.utcoffset(None), ruled.dst(None), ruled.tzname(None))
        for fields in [(2023, 3, 1, 0, 30), (2024, 2, 29, 12), (2024, 7, 1), (2024, 10, 27, 1, 30), (2024, 12, 31, 23)]:
            for fold in (0, 1):
                show(dt.datetime(*fields, tzinfo=ruled, fold=fold))
            show(dt.datetime(*fields, tzinfo=dt.timezone.utc).astimezone(ruled))


def keys_and_caches(folder):
    os.makedirs(os.path.join(folder, 'Here'))
    for name in ('Here/Central', 'One', 'Two'):
        with open(os.path.join(folder, name), 'wb') as file:
            file.write(CENTRAL)
    with open(os.path.join(folder, 'broken'), 'wb') as file:
        file.write(b'no zone')
    zoneinfo.reset_tzpath([folder])
    Zone = zoneinfo.ZoneInfo
    central = Zone('Here/Central')
    print(repr(central), str(central), central.key, central is Zone('Here/Central'), central is Zone.no_cache('Here/Central'))
    print(pickle.loads(pickle.dumps(central)) is central, pickle.loads(pickle.dumps(Zone.no_cache('One'))) is Zone('One'))
    Zone.clear_cache(only_keys=['Here/Central'])
    print(Zone('Here/Central') is central, Zone('One') is Zone('One'))
    Zone.clear_cache()

    class Own(Zone):
        pass

    print(repr(Own('One')), Own('One') is Own('One'), isinstance(Own('One'), Zone), sorted(zoneinfo.available_timezones()))
    for key in ('None/Such', '../One', '/One', '', 'One/../Two', 'Here', 'broken', 5):
        try:
            print(Zone(key))
        except (KeyError, ValueError, TypeError) as error:
            print(repr(key), type(error).__name__, error)
    refused = [lambda: setattr(central, 'key', 'x'), lambda: setattr(central, 'other', 1), lambda: central.fromutc(dt.datetime(2020, 1, 1)),
               lambda: central.fromutc(5), lambda: pickle.dumps(zone(CENTRAL)), lambda: central.utcoffset(5), lambda: Zone.from_file(io.BytesIO(b'x'))]
    for action in refused:
        try:
            print(action())
        except Exception as error:
            print(type(error).__name__, error if isinstance(error, ValueError) else '')


clocks()
from_utc()
rules()
with tempfile.TemporaryDirectory() as folder:
    keys_and_caches(folder)
