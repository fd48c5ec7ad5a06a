"""How Python prints values: str() at the top, repr() inside containers."""
from . import case, each

each("print-number", r'''
{{ v }} {{ [v] }} {{ v|string }} {{ v ~ '' }}
'''.strip(), {"v": 1.0})
for number in [0, -0.0, 1, -1, 1.5, 2.0, 1e15, 1e16, 1e17, 123456.789, 1234567890.123, 0.1, 0.0001, 0.00001, 0.00012345, 1.0e-7,
               3.141592653589793, 1e21, 1e22, 1.7976931348623157e308, 2.2250738585072014e-308, 5e-324, 9007199254740993, 4503599627370497.5,
               99999999999999990.0, 123456789012345678, 9223372036854775807, -9223372036854775808, 9223372036854775808, 10**40,
               0.30000000000000004, 2.675, 1.005, 100.0, 12.0e3, 0.5, 33.333333333333336, 66.66666666666667, 1.1, 2.2, 3.3000000000000003,
               4.35, 4.35e10, 1.23e-10, 9.999999999999999e22, 9999999999999998.0, 72057594037927940.0]:
    case("print-float" if isinstance(number, float) else "print-int", "{{ v }} {{ [v] }} {{ v|string|length }} {{ -v }}", {"v": number})

each("print-value", r'''
{{ none }} {{ [none] }} {{ true }} {{ [true, false] }} {{ {'k': none} }}
{{ 'x' }} {{ ['x'] }} {{ ('x',) }} {{ {'x': 'y'} }}
{{ [1, 'a', 2.5, none, true, [], {}, ()] }}
{{ {'list': [1, 2], 'tuple': (1,), 'dict': {'n': none}} }}
{{ range(3) }} {{ range(1, 3) }} {{ range(0, 10, 2) }} {{ [range(2)] }} {{ range(5, 0, -1) }}
{{ {'a': 1}.keys() }} {{ {'a': 1}.values() }} {{ {'a': 1}.items() }}
{{ {}.keys() }} {{ {}.items() }} {{ {'a': 1}.keys()|list }} {{ {'a': 1, 'b': 2}.items()|list }}
{{ dict(a=1).items()|first }}
{{ [1e309, -1e309] }} {{ [1e309 - 1e309] }}
{{ namespace(a=1, b='x') }}
{{ namespace() }}
{{ [missing] }} {{ (missing,) }} {{ {'a': missing} }}
{{ ['<b>'|safe] }} {{ {'a': '<i>'|e} }}
{% macro m(a) %}{% endmacro %}{{ m }} {{ [m] }}
{% for x in [1, 2] %}{{ loop }}{% endfor %}
{{ [1, 2]|map('upper') is iterable }} {{ (1, 2)|list }} {{ 'ab'|list }} {{ {'a': 1}|list }}
{{ [[[[]]]] }} {{ ((),) }} {{ [{}] }} {{ {'': ''} }} {{ {(): []} }}
{{ [1, 2, 3]|groupby(0)|list if false else '' }}|{{ [{'a': 1}]|groupby('a') }}
{{ dict }} {{ range is callable }}
{{ 1 == 1.0 }} {{ [1 == 1] }} {{ {1 == 1: 2} }}
{{ [10 ** 30] }} {{ {10 ** 20: 1} }} {{ (2 ** 70,) }}
{% set l = [1] %}{% set _ = l.append(l) %}{{ l }}
{% set d = {} %}{% set _ = d.update({'me': d}) %}{{ d }}
{% set l = [] %}{% set t = (l, 1) %}{% set _ = l.append(t) %}{{ t }} {{ l }}
''')

TEXTS = ["plain", "it's", 'say "hi"', "it's \"both\"", "back\\slash", "new\nline", "tab\ttab", "cr\rcr", "nul\0", "bell\a", "esc\x1b[0m", "del\x7f",
         "nbsp\u00a0x", "soft\u00adhyphen", "é", "ñandú", "日本語", "русский", "العربية", "עברית", "😀", "👩‍👩‍👧", "e\u0301", "\u200b", "\u200d", "\u2028", "\u2029", "\ufeff",
         "\u202e", "\ue000", "\uffff", "\U0001f1e9\U0001f1ea", "\U000e0041", "\u3000", "\u0378", "\x80", "\x9f", "¡", "ÿ", "Ā", "\u0300", "\u0600", "\ufffd", "\U0010ffff",
         "'", '"', "\\", "\\'", "''", '""', "'\"'", " ", "", "{{ x }}", "%s", "\v\f"]
for text in TEXTS:
    case("print-text", "{{ v }}|{{ [v] }}|{{ {v: v} }}|{{ v|length }}|{{ (v,) }}", {"v": text})

case("print-nested", "{{ v }}", {"v": {"runs": [{"id": 1, "ok": True, "rate": 0.25, "note": None, "tags": ["a", "b's"]}, {"id": 2, "ok": False, "rate": 1.0, "note": "x\ny", "tags": []}], "total": 2}})
case("print-nested", "{% for k, v in d.items() %}{{ k }}={{ v }};{% endfor %}", {"d": {"z": 1, "a": [1.0, None], "m": {"k": "v"}, "1": True}})
case("print-nested", "{{ d }}|{{ d|length }}|{{ d|list }}", {"d": {"b": 1, "a": 2, "": 3}})
each("print-method", r'''
{{ 'a'.upper is callable }} {{ [].append is callable }} {{ 5 is callable }} {{ range is callable }}
{{ cycler(1, 2).next is callable }} {{ joiner is callable }} {{ loop is defined }}
''')
