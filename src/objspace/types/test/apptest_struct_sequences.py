"""Struct sequences: tuples with named fields."""

import os
import sys
import time

from apptest_checks import assigned, table_check

check = table_check(globals())

moment = time.struct_time((2024, 2, 29, 12, 30, 45, 3, 60, 0))


def test_fields():
    check(r"""
moment.tm_year, moment[1], moment[-1], len(moment), moment.n_fields, moment.n_sequence_fields, moment.n_unnamed_fields  -->  (2024, 2, 0, 9, 11, 9, 0)
moment.tm_zone, moment.tm_gmtoff, moment == (2024, 2, 29, 12, 30, 45, 3, 60, 0), moment[:3], hash(moment) == hash(tuple(moment))  -->  (None, None, True, (2024, 2, 29), True)
moment  -->  time.struct_time(tm_year=2024, tm_mon=2, tm_mday=29, tm_hour=12, tm_min=30, tm_sec=45, tm_wday=3, tm_yday=60, tm_isdst=0)
time.struct_time((1, 2))  -->  TypeError: time.struct_time() takes an at least 9-sequence (2-sequence given)
time.struct_time(range(12))  -->  TypeError: time.struct_time() takes an at most 11-sequence (12-sequence given)
time.struct_time(5)  -->  TypeError: constructor requires a sequence
time.struct_time()  -->  TypeError: structseq() missing required argument 'sequence' (pos 1)
time.struct_time(range(9), {'tm_zone': 'X'}).tm_zone  -->  'X'
time.struct_time(range(9), {'other': 1})  -->  TypeError: time.struct_time() got duplicate or unexpected field name(s)
time.struct_time(range(9), 1)  -->  TypeError: time.struct_time() takes a dict as second arg, if any
time.struct_time(sequence=range(9))[:2]  -->  (0, 1)
assigned(moment, 'tm_year', 1)  -->  AttributeError: readonly attribute
assigned(moment, 'x', 1)  -->  AttributeError: 'time.struct_time' object has no attribute 'x' and no __dict__ for setting new attributes
moment.nothing  -->  AttributeError: 'time.struct_time' object has no attribute 'nothing'
type('S', (time.struct_time,), {})  -->  TypeError: type 'time.struct_time' is not an acceptable base type
moment.__reduce__()[1]  -->  ((2024, 2, 29, 12, 30, 45, 3, 60, 0), {'tm_zone': None, 'tm_gmtoff': None})
moment.__replace__(tm_year=1).tm_year, moment.__replace__().tm_mon  -->  (1, 2)
moment.__replace__(other=1)  -->  TypeError: Got unexpected field name(s): ['other']
moment.__replace__(1)  -->  TypeError: __replace__() takes no positional arguments
moment.__replace__(1, 2)  -->  TypeError: __replace__() takes no positional arguments
time.struct_time.__match_args__, time.struct_time.tm_year.__name__, time.struct_time.n_fields  -->  (('tm_year', 'tm_mon', 'tm_mday', 'tm_hour', 'tm_min', 'tm_sec', 'tm_wday', 'tm_yday', 'tm_isdst'), 'tm_year', 11)
moment + (1,), moment * 0, 2024 in moment, moment.count(45), moment.index(12)  -->  ((2024, 2, 29, 12, 30, 45, 3, 60, 0, 1), (), True, 1, 3)
os.stat_result(range(10)).st_mtime, os.stat_result(range(10))[:2]  -->  (8, (0, 1))
type(sys.version_info)()  -->  TypeError: cannot create 'sys.version_info' instances
type(sys.flags)(range(18))  -->  TypeError: cannot create 'sys.flags' instances
sys.version_info[:2] >= (3, 14), sys.version_info.releaselevel == sys.version_info[3]  -->  (True, True)
sys.float_info.mant_dig, sys.hash_info.width, sys.int_info.bits_per_digit  -->  (53, 64, 30)
""")
