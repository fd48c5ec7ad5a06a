"""The tests of `is`: every one on every kind of value, and with its arguments."""
from . import case, each

VALUES = ["none", "true", "false", "0", "1", "2", "-3", "2.0", "2.5", "10 ** 20", "''", "'abc'", "'ABC'", "'aB'", "'12'", "[]", "[1]", "()", "(1,)", "{}", "{'a': 1}", "range(2)", "missing", "('x'|safe)", "[1]|map('string')", "range", "'a'.upper", "namespace()",
          "{}.items()", "{1: 2}.keys()", "loop", "cycler(1)", "joiner()", "dict", "m"]
PLAIN = ["defined", "undefined", "none", "boolean", "true", "false", "integer", "float", "number", "string", "mapping", "sequence", "iterable", "callable", "escaped", "lower", "upper"]

for test in PLAIN:
    checks = " ".join(f"{{{{ ({value}) is {test} }}}}" for value in VALUES)
    case(f"test-{test}", "{% macro m() %}{% endmacro %}" + checks)
    case(f"test-{test}", " ".join(f"{{{{ ({value}) is not {test} }}}}" for value in VALUES[:20]))
for test in ["odd", "even"]:
    for value in ["0", "1", "2", "-1", "-2", "2.0", "2.5", "3.0", "true", "false", "2 ** 70", "2 ** 70 + 1", "'a'", "none", "[]", "missing", "''", "'%d'", "1e309"]:
        case(f"test-{test}", f"{{{{ ({value}) is {test} }}}}")

each("test-divisibleby", r'''
{{ 6 is divisibleby 3 }} {{ 6 is divisibleby(4) }} {{ 6.0 is divisibleby 3 }} {{ 7.5 is divisibleby 2.5 }} {{ 0 is divisibleby 5 }} {{ -6 is divisibleby 3 }} {{ 2 ** 70 is divisibleby 2 }} {{ (2 ** 70) is divisibleby 2 }} {{ 6 is divisibleby num=3 }} {{ 6 is divisibleby(num=3) }} {{ true is divisibleby 1 }} {{ 6 is divisibleby x }} {{ 6 is divisibleby 1 + 1 }}
{{ 6 is divisibleby 0 }} {{ 6 is divisibleby }} {{ 6 is divisibleby 'a' }} {{ 'a' is divisibleby 2 }} {{ none is divisibleby 2 }} {{ 6 is divisibleby(1, 2) }} {{ '%s' is divisibleby 2 }}
''', {"x": 2})
each("test-compare", r'''
{{ 1 is eq 1 }} {{ 1 is equalto 1.0 }} {{ 1 is == 1 }} {{ 1 is ne 2 }} {{ 1 is != 2 }} {{ 1 is lt 2 }} {{ 1 is lessthan 2 }} {{ 1 is < 2 }} {{ 1 is le 1 }} {{ 1 is <= 1 }} {{ 2 is gt 1 }} {{ 2 is greaterthan 1 }} {{ 2 is > 1 }} {{ 2 is ge 2 }} {{ 2 is >= 2 }} {{ 'a' is lt 'b' }} {{ 'a' is eq('a') }} {{ [1] is eq [1] }} {{ 1 is eq true }} {{ none is eq none }} {{ 1 is not eq 2 }} {{ 1 is gt 'a' }} {{ none is lt 1 }} {{ 1 is eq }} {{ 1 is eq(1, 2) }} {{ 'a' is eq 'a' and true }} {{ 5 is eq 2 + 3 }} {{ 5 is eq (2 + 3) }} {{ missing is eq missing }} {{ missing is eq none }} {{ 2 is gt(1) and 2 is lt(3) }} {{ 1 is eq -1 }} {{ -1 is eq(-1) }} {{ 'a' is eq "a" }} {{ 1 is eq x }} {{ 1 is eq x.y }} {{ 1 is eq x[0] }} {{ 1 is eq [1][0] }} {{ 'ab' is eq 'a' ~ 'b' }} {{ 1 is eq none }} {{ none is eq none is none }}
''', {"x": 1})
each("test-in", r'''
{{ 1 is in [1, 2] }} {{ 3 is in [1, 2] }} {{ 'a' is in 'abc' }} {{ 'a' is in {'a': 1} }} {{ 1 is not in [2] }} {{ 1 is in(range(3)) }} {{ 'k' is in d }} {{ 1 is in 5 }} {{ 1 is in 'abc' }} {{ 1 is in }} {{ none is in [none] }} {{ missing is in [1] }} {{ 1 is in missing }} {{ [] is in [[]] }} {{ [] is in {} }} {{ 1 is in (1, 2) }} {{ 1 is in [1] and 2 is in [2] }}
''', {"d": {"k": 1}})
each("test-sameas", r'''
{{ true is sameas true }} {{ none is sameas none }} {{ false is sameas 0 }} {{ 1 is sameas true }} {{ x is sameas x }} {{ [] is sameas [] }} {{ x is sameas y }} {{ none is sameas(false) }} {{ x.l is sameas x.l }} {{ 1 is sameas 1.0 }} {{ x.l is sameas x['l'] }} {{ x is sameas }} {{ {} is sameas {} }}
{% set a = [] %}{% set b = a %}{{ a is sameas b }}{{ a is sameas [] }}
''', {"x": {"l": []}, "y": {"l": []}})
each("test-filter-test", r'''
{{ 'upper' is filter }} {{ 'nope' is filter }} {{ 'odd' is test }} {{ 'nope' is test }} {{ 'upper' is test }} {{ 'odd' is filter }} {{ 'd' is filter }} {{ '==' is test }} {{ 5 is filter }} {{ 'in' is test }} {{ '' is filter }} {{ none is test }} {{ [1] is filter }} {{ 'e' is filter }} {{ 'items' is filter }} {{ 'divisibleby' is test }} {{ ['upper', 'nope']|select('filter')|list }}
{% if 'markdown' is filter %}a{% else %}b{% endif %}
''')
for name in ["abs", "attr", "batch", "capitalize", "center", "count", "d", "default", "dictsort", "e", "escape", "filesizeformat", "first", "float", "forceescape", "format", "groupby", "indent", "int", "items", "join", "last", "length", "list", "lower", "map",
             "max", "min", "pprint", "random", "reject", "rejectattr", "replace", "reverse", "round", "safe", "select", "selectattr", "slice", "sort", "string", "striptags", "sum", "title", "tojson", "trim", "truncate", "unique", "upper", "urlencode",
             "urlize", "wordcount", "wordwrap", "xmlattr"]:
    case("test-filter-exists", f"{{{{ '{name}' is filter }}}}")
for name in ["boolean", "callable", "defined", "divisibleby", "eq", "equalto", "escaped", "even", "false", "filter", "float", "ge", "greaterthan", "gt", "in", "integer", "iterable", "le", "lessthan", "lower", "lt", "mapping", "ne", "none", "number", "odd", "sameas",
             "sequence", "string", "test", "true", "undefined", "upper", "!=", "<", "<=", "==", ">", ">="]:
    case("test-test-exists", f"{{{{ '{name}' is test }}}}")
each("test-lower-upper", r'''
{{ 'abc' is lower }} {{ 'aBc' is lower }} {{ '123' is lower }} {{ 'a1' is lower }} {{ 'ABC' is upper }} {{ 'A1' is upper }} {{ '' is upper }} {{ 5 is lower }} {{ none is lower }} {{ true is upper }} {{ 'é' is lower }} {{ 'ß' is lower }} {{ 'ª' is lower }} {{ 'Ⅷ' is upper }} {{ 'ǅ' is upper }} {{ 'ǅ' is lower }} {{ '日本' is lower }} {{ 'Ⓐ' is upper }} {{ 'a😀' is lower }} {{ ' a ' is lower }} {{ [] is lower }} {{ ['a'] is lower }}
''')
each("test-syntax", r'''
{{ 1 is odd }} {{ 1 is odd() }} {{ 1 is not odd }} {{ not 1 is odd }} {{ not 1 is not odd }} {{ x is defined }} {{ x.y is defined }} {{ x.y.z is defined }} {{ x['a'] is defined }} {{ missing.y is defined }} {{ x is defined and x is mapping }} {{ x is not none and x is not string }} {{ (x is defined) and 1 }} {{ x is defined is true }} {{ x is foo.bar }} {{ x is nope }} {{ x is not nope }} {{ x is odd(1) }} {{ x is 5 }} {{ x is }} {{ 1 is not }} {{ 1 is not not odd }} {{ 1 is odd or 1/0 }} {{ 1 if 1 is odd else 2 }} {{ x is None }} {{ none is None }} {{ true is True }} {{ 1 is Odd }} {{ 5 is divisibleby 5 is true }} {{ [1, 2] is iterable }} {{ [1, 2] is sequence and [1, 2] is not mapping }} {{ 4 is divisibleby 2 if true else 3 }} {{ 'a' is string ~ 'b' }} {{ 1 is number + 1 }} {{ 2 is divisibleby 2 or false }} {{ 2 is divisibleby 2 and false }} {{ 2 is divisibleby 2 else 1 }} {{ 1 + 1 is even }} {{ (1 + 1) is even }} {{ 2 * 2 is even }} {{ -2 is even }} {{ 'a' ~ 'b' is string }} {{ 1 == 1 is true }} {{ x.a is eq x.b }} {{ x.a is eq x.b|int }} {{ x.a|string is eq x.b }}
''', {"x": {"y": 1, "a": 1, "b": "1"}})
each("test-select-names", r'''
{{ [1, 2.0, '3', none, true]|select('number')|list }} {{ [1, 2.0, '3', none, true]|select('integer')|list }} {{ [1, 2.0, '3', none, true]|select('boolean')|list }} {{ [[], {}, '', (1,)]|select('sequence')|list }} {{ [[], {}, 'a']|select('mapping')|list }} {{ [1, 2, 3]|select('ge', 2)|list }} {{ [1, 2, 3]|reject('divisibleby', 2)|list }} {{ ['a', 'B']|select('lower')|list }} {{ [1, none]|select('defined')|list }} {{ [1, none]|reject('none')|list }} {{ [1, 2]|select('in', (2, 3))|list }} {{ [true, 1]|select('true')|list }} {{ [false, 0]|select('false')|list }} {{ [1, 2]|select('!=', 1)|list }} {{ [range, 1]|select('callable')|list|length }}
''')
