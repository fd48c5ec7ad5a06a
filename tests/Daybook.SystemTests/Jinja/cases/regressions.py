"""Templates on which the engine once disagreed with stock Jinja2, found by generated cases; kept small and by hand."""
from . import case, each

# A form feed is white space, and no newline: only \n, \r\n and \r are.
for text in ["a\f\r\nb\n", "a\v\rb", "a\x85\r\nb\u2028c", "{% if true %}\f\r\n{% endif %}x"]:
    case("newline-kinds", text)
    case("newline-kinds", text, trim_blocks=True, lstrip_blocks=True)

each("range-slice", r'''
{{ range(4)[0:1:-1] }} {{ range(4)[-1:0:] }} {{ range(10)[8:2:-2] }} {{ range(10)[::-1] }} {{ range(10)[20:] }} {{ range(2, 20, 3)[1:4:2] }} {{ range(5)[3:1] }} {{ range(5)[3:1]|list }} {{ range(0)[::-1] }}
''')
each("include-undefined", r'''
{% include [gone, 'part'] %} {% include [none, 'part'] ignore missing %}
{% include (gone, other, 'part') without context %}
{% include [] ignore missing %}|
''', {"x": 1}, {"part": "<{{ x }}>"})
each("chainable-markup", r'''
{{ ('<b>'|safe) + gone.x.y }} {{ html|safe + gone }} {{ gone.x ~ (html|safe) }} {{ gone is escaped }} {{ gone.x is escaped }} {{ gone + 'a' }} {{ 'a' + gone }}
''', {"html": "<i>"}, undefined="chainable", autoescape=True)
each("filesize-bounds", r'''
{{ 1e3|filesizeformat }} {{ 999.5|filesizeformat }} {{ 999999.9|filesizeformat }} {{ 1e23|filesizeformat }} {{ 1e24|filesizeformat }} {{ (10 ** 24)|filesizeformat }} {{ (10 ** 24 - 1)|filesizeformat }} {{ 1e27|filesizeformat(true) }} {{ 1e300|filesizeformat }} {{ -1e300|filesizeformat }} {{ '1e24'|filesizeformat }}
''')
# The same name twice in one assignment.
each("assign-twice", r'''
{% set a, a = 1, 2 %}{{ a }}
{% for a, a in [(1, 2)] %}{{ a }}{% endfor %}
{% with a = 1, a = 2 %}{{ a }}{% endwith %}
{% macro m() %}{% set a, a = 1, 2 %}{{ a }}{% endmacro %}{{ m() }}
''')
# White space in names and the underscores of numbers, seen in broken templates.
each("number-names", r'''
{{ 1_000.5_0 }} {{ 1_e3 }} {{ 1e_3 }} {{ 0x1_f }} {{ 1.5.real }} {{ 1 .real }} {{ 1..real }} {{ 00.5 }} {{ 1e3.real }} {{ 0b1.real }} {{ 1.real }}
''')
# A negative number to a fractional power is a complex number in Python.
each("complex-number", r'''
{{ (-4) ** 0.5 }} {{ n ** 0.5 }} {{ 4 ** 0.5 }} {{ (-8) ** (1 / 3) }} {{ (-4.0) ** 2 }} {{ (-4) ** -2 }} {{ (-4) ** 2.0 }} {{ 0 ** 0.5 }}
''', {"n": -9})
# What Jinja2 computes when it compiles: see the known differences.
each("constant-folding", r'''
{{ 'a' if 1[0:] else 'b' }} {{ (1.5)[:2] is defined }} {{ ({'a': 1})[1:] }} {{ n[1:] }} {{ d[1:] }} {{ ('<'|e) ~ x }} {{ x ~ ('<'|e) }} {{ ('<'|e) ~ ('>'|e) }}
{% autoescape flag %}{{ '<' }}{{ ['<'] }}{{ x }}{{ '<' ~ x }}{{ '<'|upper }}{% endautoescape %}
{% autoescape not flag %}{{ '<' }}{{ ['<'] }}{{ x }}{{ '<' ~ x }}{{ '<'|upper }}{% endautoescape %}
{% set l = [[]] * 2 %}{% do l[0].append(1) %}{{ l }}
{% set l = [e] * 2 %}{% do l[0].append(1) %}{{ l }}
''', {"n": 5, "d": {}, "x": "<", "flag": True, "e": []}, autoescape=True, extensions=["do"])
# An include without context inside of something that is captured.
for template in ["a{% filter upper %}b{% include 'part' without context %}c{% endfilter %}d", "{% set s %}b{% include 'part' without context %}c{% endset %}[{{ s }}]", 
                 "a{% for i in [1] %}{% include 'part' without context %}{% endfor %}b", "{% block x %}{% include 'part' without context %}{% endblock %}"]:
    case("include-captured", template, {"x": 1}, {"part": "<{{ x }}>"})
each("for-comma", r'''
{% for a, in [[1]] %}{{ a }}{% endfor %}
{% for (a,) in [[1]] %}{{ a }}{% endfor %}
{% for a, in in [[1, 2]] %}{{ a }}{% endfor %}
{% set a, = [1] %}
{% set (a,) = [1] %}{{ a }}
''')
# A filter or test that does not exist is an error where it is reached, if it stands in a branch.
each("missing-filter-in-branch", r'''
{% if true %}{{ 1|gone }}{% endif %}
{% if true %}{{ 1|gone(2, 3) }}{% endif %}
{% if true %}{{ 1|gone(a=2) }}{% endif %}
{% if false %}{{ 1|gone(a=2) }}{% endif %}ok
{{ 1|gone if false else 'ok' }} {{ (1 is gone) if false else 'ok' }} {{ 1|gone(2) if true else 'ok' }}
{% if true %}{{ 1 is gone }}{% endif %}
{% if 1|gone %}{% endif %}
{% for x in [1]|gone %}{% endfor %}
{% for x in [1] %}{{ x|gone }}{% endfor %}
{% macro m() %}{% if true %}{{ 1|gone }}{% endif %}{% endmacro %}{{ m is defined }}
''')
