"""Filters on numbers."""
from . import case, each

each("filter-abs", r'''
{{ -5|abs }} {{ (-5)|abs }} {{ -2.5|abs }} {{ true|abs }} {{ 0|abs }} {{ (-2 ** 70)|abs }} {{ (-1e309)|abs }} {{ n|abs }} {{ -0.0|abs }} {{ (-9223372036854775808)|abs }}
''', {"n": -7})
each("filter-abs-error", r'''
{{ 'a'|abs }}
{{ none|abs }}
{{ [1]|abs }}
{{ missing|abs }}
{{ '5'|abs }}
''')
each("filter-int", r'''
{{ '42'|int }} {{ '42.7'|int }} {{ 42.9|int }} {{ -42.9|int }} {{ 'x'|int }} {{ 'x'|int(7) }} {{ 'x'|int(default=7) }} {{ none|int }} {{ none|int(5) }} {{ true|int }} {{ '  5 '|int }} {{ '+5'|int }} {{ '-5'|int }} {{ '1_000'|int }} {{ '1e3'|int }} {{ ''|int }} {{ [1]|int }} {{ {}|int(1) }} {{ '0x1f'|int }} {{ '0x1f'|int(0, 16) }} {{ '1f'|int(0, 16) }} {{ 'ff'|int(base=16) }} {{ '0b11'|int(0, 2) }} {{ '0o17'|int(0, 8) }} {{ '0x1f'|int(0, 0) }} {{ '11'|int(base=2) }} {{ '12'|int(-1, 2) }} {{ 'zz'|int(0, 36) }} {{ '1,000'|int }}
{{ '123456789012345678901234567890'|int }} {{ 1e20|int }} {{ 1e16|int }} {{ '٣'|int }} {{ '１２'|int }} {{ '²'|int }} {{ '5.0'|int }} {{ '.5'|int }} {{ '5.'|int }} {{ 'nan'|int(3) }} {{ '1e400'|int(9) if false else '' }} {{ missing|int if false }}| {{ '5 6'|int }} {{ '\n7\n'|int }} {{ '\u00a08'|int }} {{ '--5'|int }} {{ '0'|int }} {{ '-0'|int }} {{ '007'|int }} {{ '_5'|int }} {{ '5_'|int }} {{ '1__0'|int }} {{ 'x'|int('d') }} {{ 'x'|int(none) }} {{ '10'|int(base=3) }} {{ '9'|int(5, 8) }} {{ ('5'|safe)|int }} {{ 3.7|int(9, 2) }} {{ (2 ** 70)|int }}
''')
each("filter-int-error", r'''
{{ 1e309|int }}
{{ missing|int }}
{{ missing|int(5) }}
{{ '1e400'|int }}
{{ '5'|int(0, 99) }}
{{ '5'|int(0, 'x') }}
{{ (1e309 - 1e309)|int }}
{{ '5'|int(1, 2, 3) }}
''')
each("filter-float", r'''
{{ '4.5'|float }} {{ '4'|float }} {{ 4|float }} {{ 'x'|float }} {{ 'x'|float(1.5) }} {{ 'x'|float(default='d') }} {{ none|float }} {{ true|float }} {{ '1e3'|float }} {{ ' 2.5 '|float }} {{ 'inf'|float }} {{ '-Infinity'|float }} {{ 'nan'|float }} {{ '1_0.5'|float }} {{ '.5'|float }} {{ '5.'|float }} {{ '+3'|float }} {{ ''|float }} {{ [1]|float }} {{ '1,5'|float }} {{ '0x10'|float }} {{ '1e400'|float }} {{ '-1e400'|float }} {{ (2 ** 60)|float }} {{ '123456789012345678'|float }} {{ '٣.٥'|float }} {{ '1e-400'|float }} {{ '1__0'|float }} {{ 'INF'|float }} {{ 'NaN'|float }} {{ '1e'|float }} {{ '1 2'|float }} {{ ('1.5'|safe)|float }} {{ '-0'|float }} {{ 'infinit'|float }} {{ '1d'|float }} {{ '1.5f'|float }}
''')
each("filter-float-error", r'''
{{ missing|float }}
{{ (10 ** 400)|float }}
{{ missing|float(1.0) }}
''')
each("filter-round", r'''
{{ 42.55|round }} {{ 42.55|round(1) }} {{ 42.55|round(1, 'floor') }} {{ 42.55|round(1, 'ceil') }} {{ 42.4|round|int }} {{ 2.5|round }} {{ 3.5|round }} {{ -2.5|round }} {{ 0.5|round }} {{ 1.5|round }} {{ 2.675|round(2) }} {{ 1.005|round(2) }} {{ 0.125|round(2) }} {{ 0.375|round(2) }} {{ 1234.5|round(-2) }} {{ 1250|round(-2) }} {{ 1350|round(-2) }} {{ 42|round }} {{ 42|round(1) }} {{ 42|round(0, 'ceil') }} {{ 42|round(2, 'floor') }} {{ true|round }} {{ -1.5|round(0, 'floor') }} {{ -1.5|round(0, 'ceil') }} {{ 0|round(0, 'ceil') }} {{ 1e20|round }} {{ 1e300|round(2) }} {{ 0.1|round(20) }} {{ 5.015|round(2) }}
{{ 42.55|round(method='ceil') }} {{ 42.55|round(precision=1) }} {{ 42.55|round(precision=1, method='floor') }} {{ 1e16|round(1, 'floor') }} {{ 12345.6789|round(3, 'floor') }} {{ 12345.6789|round(3, 'ceil') }} {{ 1.1|round(1, 'ceil') }} {{ 2.3|round(1, 'ceil') }} {{ 0.07|round(2, 'floor') }} {{ 1.15|round(1) }} {{ 1.25|round(1) }} {{ 1.35|round(1) }} {{ 2.345|round(2) }} {{ 8.835|round(2) }} {{ -0.4|round }} {{ -0.4|round(0, 'ceil') }} {{ 15|round(-1) }} {{ 25|round(-1) }} {{ -15|round(-1) }} {{ 12.5|round(-1) }} {{ 1e-7|round(3) }} {{ 99.995|round(2) }} {{ 0.285|round(2) }} {{ 1.45|round(1) }} {{ 33.333333333333336|round(2) }} {{ 66.66666666666667|round(1) }} {{ 100.0|round(1) }} {{ 123456789.123456789|round(4) }}
{{ (2 ** 70)|round(-3) }} {{ (2 ** 70)|round }} {{ 5|round(-1) }} {{ 14|round(-5) }} {{ (1e309)|round(2) }} {{ 1.7976931348623157e308|round(3) }} {{ 5e-324|round(5) }} {{ 1234567.891|round(-3) }} {{ 1234567.891|round(-3, 'floor') }} {{ 1234567.891|round(-3, 'ceil') }} {{ 45|round(-1, 'floor') }} {{ 0.5|round(0) }} {{ 1.0|round(true) }} {{ 3.14159|round(2)|string }}
''')
each("filter-round-error", r'''
{{ 'a'|round }}
{{ none|round }}
{{ 5|round(1, 'foo') }}
{{ 5.5|round(1.5) }}
{{ missing|round }}
{{ 1e309|round }}
{{ (1e309 - 1e309)|round }}
{{ 1e309|round(0, 'ceil') }}
{{ 'a'|round(1, 'ceil') }}
{{ '5'|round }}
{{ 1e308|round(300, 'ceil') }}
''')
each("filter-filesizeformat", r'''
{{ 0|filesizeformat }} {{ 1|filesizeformat }} {{ 2|filesizeformat }} {{ 999|filesizeformat }} {{ 1000|filesizeformat }} {{ 1023|filesizeformat }} {{ 1024|filesizeformat }} {{ 1500|filesizeformat }} {{ 999999|filesizeformat }} {{ 1000000|filesizeformat }} {{ 1e9|filesizeformat }} {{ 1e12|filesizeformat }} {{ 1e15|filesizeformat }} {{ 1e18|filesizeformat }} {{ 1e21|filesizeformat }} {{ 1e24|filesizeformat }} {{ 1e27|filesizeformat }} {{ 1e30|filesizeformat }}
{{ 1023|filesizeformat(true) }} {{ 1024|filesizeformat(true) }} {{ 1536|filesizeformat(binary=true) }} {{ 1048576|filesizeformat(true) }} {{ (1024 ** 3)|filesizeformat(true) }} {{ (1024 ** 8)|filesizeformat(true) }} {{ (1024 ** 9)|filesizeformat(true) }} {{ '1234'|filesizeformat }} {{ 1.5|filesizeformat }} {{ 0.5|filesizeformat }} {{ -5|filesizeformat }} {{ -5000|filesizeformat }} {{ true|filesizeformat }} {{ '1e6'|filesizeformat }} {{ 13000|filesizeformat }} {{ 4100000|filesizeformat }} {{ 102|filesizeformat }} {{ 1.0|filesizeformat }} {{ 999950|filesizeformat }} {{ 1250|filesizeformat }} {{ 1350|filesizeformat }} {{ 1048575|filesizeformat(true) }}
''')
each("filter-filesizeformat-error", r'''
{{ 'x'|filesizeformat }}
{{ none|filesizeformat }}
{{ missing|filesizeformat }}
{{ [1]|filesizeformat }}
''')
each("number-idioms", r'''
{{ (p / t * 100)|round(1) }}% {{ '%.1f%%' % (p / t * 100) }} {{ '{:.1%}'.format(p / t) }} {{ '{:,}'.format(big) }} {{ '{:,.2f}'.format(money) }} {{ '%05d' % p }} {{ '%+d' % p }} {{ (p / t)|round(3) }} {{ p // t }} {{ (p * 100 / t)|int }} {{ '{:>8}|{:<8}|{:^8}'.format(p, t, big) }} {{ '{:e}'.format(big) }} {{ '{:g}'.format(money) }} {{ '%.3g' % money }} {{ '%s' % (p / t) }} {{ big / 3 }} {{ money * 3 }} {{ big * money }} {{ [p, t, money]|sum }} {{ ([p, t, money]|sum / 3)|round(2) }} {{ t / p }} {{ (money|string).split('.')[1] }} {{ money|int }} {{ money // 1 }} {{ money % 1 }} {{ -money // 1 }} {{ divmod is defined }} {{ max is defined }} {{ p|max if false }}|
''', {"p": 37, "t": 113, "big": 1234567890, "money": 9876.545})
