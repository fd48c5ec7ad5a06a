"""macro, call, caller, varargs, kwargs, closures."""
from . import case, each

each("macro", r'''
{% macro m() %}body{% endmacro %}{{ m() }}{{ m() }}
{% macro m(a) %}[{{ a }}]{% endmacro %}{{ m(1) }}{{ m('x') }}{{ m() }}{{ m(none) }}
{% macro m(a, b=2) %}{{ a }}{{ b }}{% endmacro %}{{ m(1) }}{{ m(1, 3) }}{{ m(b=4, a=5) }}
{% macro m(a=1, b=a) %}{{ a }}{{ b }}{% endmacro %}{{ m() }}{{ m(5) }}{{ m(5, 6) }}{{ m(b=7) }}
{% macro m(a, b=a ~ '!') %}{{ b }}{% endmacro %}{{ m('x') }}
{% macro m(a=x) %}{{ a }}{% endmacro %}{% set x = 'later' %}{{ m() }}
{% macro m(a=[]) %}{% set _ = a.append(1) %}{{ a }}{% endmacro %}{{ m() }}{{ m() }}
{% macro m(a=none) %}{{ a }}{{ a is none }}{% endmacro %}{{ m() }}{{ m(none) }}
{% macro m(a) %}{{ a is defined }}{{ a|default('d') }}{% endmacro %}{{ m() }}{{ m(1) }}
{% macro m(a, b) %}{{ a }}-{{ b }}{% endmacro %}{{ m(b=1) }}
{% macro m() %}{{ varargs }}{{ varargs|length }}{% endmacro %}{{ m() }}{{ m(1, 2) }}
{% macro m(a) %}{{ a }}{{ varargs }}{% endmacro %}{{ m(1, 2, 3) }}
{% macro m() %}{{ kwargs }}{% endmacro %}{{ m(a=1, b='x') }}
{% macro m() %}{% for k, v in kwargs.items() %}{{ k }}={{ v }} {% endfor %}{% endmacro %}{{ m(z=1, a=2) }}
{% macro m() %}{{ varargs }}{{ kwargs }}{% endmacro %}{{ m(1, b=2) }}
{% macro m(varargs) %}{{ varargs }}{% endmacro %}{{ m(1) }}
{% macro m() %}{% set varargs = 5 %}{{ varargs }}{% endmacro %}{{ m() }}
{% macro m() %}{{ x }}{% endmacro %}{{ m() }}
{% macro m() %}{{ x }}{% endmacro %}{% set x = 'changed' %}{{ m() }}
{% set x = 'set' %}{% macro m() %}{{ x }}{% endmacro %}{{ m() }}
{% set x = 'set' %}{% macro m() %}{{ x }}{% endmacro %}{% set x = 'again' %}{{ m() }}
{% macro m() %}{{ y }}{% endmacro %}{% for y in [1, 2] %}{{ m() }}{% endfor %}|
{% for y in [1, 2] %}{% macro m() %}{{ y }}{% endmacro %}{{ m() }}{% endfor %}
{% for y in [1, 2] %}{% macro m() %}{{ y }}{% endmacro %}{% endfor %}{{ m }}|
{% macro outer() %}{% macro inner() %}i{{ x }}{% endmacro %}o{{ inner() }}{% endmacro %}{{ outer() }}{{ inner is defined }}
{% macro outer(a) %}{% macro inner(b) %}{{ a }}{{ b }}{% endmacro %}{{ inner(2) }}{% endmacro %}{{ outer(1) }}
{% macro fact(n) %}{% if n > 1 %}{{ n * fact(n - 1)|int }}{% else %}1{% endif %}{% endmacro %}{{ fact(5) }}
{% macro a(n) %}{% if n %}a{{ b(n - 1) }}{% endif %}{% endmacro %}{% macro b(n) %}{% if n %}b{{ a(n - 1) }}{% endif %}{% endmacro %}{{ a(5) }}
{{ m() }}{% macro m() %}late{% endmacro %}
{% macro m() %}1{% endmacro %}{% macro m() %}2{% endmacro %}{{ m() }}
{% macro m(x) %}{{ x }}{% endmacro %}{{ m(1)|length }}{{ m('ab')|upper }}{{ m('a') ~ m('b') }}{{ m(1) + m(2) }}
{% macro m(x) %}{{ x }}{% endmacro %}{{ [1, 2]|map('string')|map('upper')|list }}{{ m(m(m('x'))) }}
{% macro m() %}{% endmacro %}[{{ m() }}]{{ m()|length }}{{ m() == '' }}{{ 'f' if not m() }}
{% macro m(a, b=1) %}{% endmacro %}{{ m.name }} {{ m.arguments }} {{ m.catch_kwargs }} {{ m.catch_varargs }} {{ m.caller }}
{% macro m() %}{{ varargs }}{{ kwargs }}{{ caller }}{% endmacro %}{{ m.name }} {{ m.arguments }} {{ m.catch_kwargs }} {{ m.catch_varargs }} {{ m.caller }}
{% macro m(a=1, b=2, c=3) %}{{ a }}{{ b }}{{ c }}{% endmacro %}{{ m(c=9) }}{{ m(7, c=9) }}{{ m(*[4, 5]) }}{{ m(**{'b': 8}) }}{{ m(*[4], **{'c': 8}) }}
{% macro m(a, ) %}{{ a }}{% endmacro %}{{ m(1) }}
{% macro m(caller=5) %}{{ caller }}{% endmacro %}{{ m() }}
{% macro m(true_=1) %}{{ true_ }}{% endmacro %}{{ m() }}
{% macro m(x) -%}  a  {%- endmacro %}[{{ m(1) }}]
{% macro m(x) %}{% set x = x ~ '!' %}{{ x }}{% endmacro %}{{ m('a') }}
{% macro m(x) %}{% if x %}{% set y = 1 %}{% endif %}{{ y }}{% endmacro %}{{ m(true) }}{{ m(false) }}|
{% macro m(x) %}{% for x in x %}{{ x }}{% endfor %}{{ x }}{% endmacro %}{{ m([1, 2]) }}
{% macro m(a, b=[1, {'k': 'v'}]) %}{{ b[1].k }}{% endmacro %}{{ m(0) }}
{% set m = 1 %}{% macro m() %}x{% endmacro %}{{ m() }}
{% macro m() %}x{% endmacro %}{% set m = 1 %}{{ m }}
{% set f %}{% macro m() %}x{% endmacro %}{{ m() }}{% endset %}{{ f }}
{% macro loop_() %}{% for i in [1] %}{{ loop.index }}{% endfor %}{% endmacro %}{{ loop_() }}
{% if true %}{% macro m() %}in if{% endmacro %}{% endif %}{{ m() }}
{% with %}{% macro m() %}w{% endmacro %}{{ m() }}{% endwith %}{{ m is defined }}
{% macro m(a) %}{{ a.b.c }}{% endmacro %}{{ m({'b': {'c': 1}}) }}
{% macro _private() %}p{% endmacro %}{{ _private() }}
{% macro m() %}{{ caller is defined }}{% endmacro %}{{ m() }}
{% macro m() %}{{ self }}{% endmacro %}{{ m() }}
''', {"x": "ctx"})
each("macro-error", r'''
{% macro %}{% endmacro %}
{% macro m %}{% endmacro %}
{% macro m( %}{% endmacro %}
{% macro m(a b) %}{% endmacro %}
{% macro m(a=1, b) %}{% endmacro %}
{% macro m(a, a) %}{% endmacro %}
{% macro m(1) %}{% endmacro %}
{% macro m(a.b) %}{% endmacro %}
{% macro m(*args) %}{% endmacro %}
{% macro m(**kw) %}{% endmacro %}
{% macro m((a, b)) %}{% endmacro %}
{% macro m() %}
{% macro m() %}{% endfor %}
{% macro m.x() %}{% endmacro %}
{% macro 'm'() %}{% endmacro %}
{% macro m(a) %}{{ a }}{% endmacro %}{{ m(1, 2) }}
{% macro m(a) %}{{ a }}{% endmacro %}{{ m(b=1) }}
{% macro m(a) %}{{ a }}{% endmacro %}{{ m(1, a=2) }}
{% macro m() %}{{ a }}{% endmacro %}{{ m(1) }}
{% macro m() %}{{ a }}{% endmacro %}{{ m(a=1) }}
{% macro m() %}{{ caller() }}{% endmacro %}{{ m() }}
{% macro m(caller) %}{{ caller() }}{% endmacro %}{% call m() %}x{% endcall %}
{% macro m(a) %}{{ a.b.c }}{% endmacro %}{{ m({}) }}
{% macro m() %}{{ m2() }}{% endmacro %}{{ m() }}
{% macro m() %}{% endmacro m %}
{% macro m() %}{{ varargs }}{% endmacro %}{{ m(a=1) }}
{% macro m() %}{{ kwargs }}{% endmacro %}{{ m(1) }}
{% macro true() %}{% endmacro %}{{ true() }}
{% macro m(true) %}{% endmacro %}
{% macro m(x, y=1/0) %}{{ x }}{% endmacro %}{{ m(1) }}
''')

each("call-block", r'''
{% macro m() %}<{{ caller() }}>{% endmacro %}{% call m() %}body{% endcall %}
{% macro m(a) %}<{{ a }}{{ caller() }}>{% endmacro %}{% call m(1) %}body{% endcall %}
{% macro m() %}{{ caller('x') }}{{ caller('y') }}{% endmacro %}{% call(v) m() %}[{{ v }}]{% endcall %}
{% macro m() %}{{ caller(1, 2) }}{% endmacro %}{% call(a, b) m() %}{{ a }}+{{ b }}{% endcall %}
{% macro m() %}{{ caller(1) }}{% endmacro %}{% call(a, b=5) m() %}{{ a }}+{{ b }}{% endcall %}
{% macro m() %}{{ caller(b=1) }}{% endmacro %}{% call(a=3, b=5) m() %}{{ a }}+{{ b }}{% endcall %}
{% macro m(xs) %}{% for x in xs %}{{ caller(x) }}{% endfor %}{% endmacro %}{% call(x) m([1, 2]) %}<li>{{ x }}</li>{% endcall %}
{% macro m() %}{{ caller() }}{% endmacro %}{% set q = 'closure' %}{% call m() %}{{ q }}{% endcall %}
{% macro m() %}{% set q = 'inner' %}{{ caller() }}{% endmacro %}{% set q = 'outer' %}{% call m() %}{{ q }}{% endcall %}
{% macro m() %}{{ caller() }}{% endmacro %}{% for i in [1, 2] %}{% call m() %}{{ i }}{{ loop.index }}{% endcall %}{% endfor %}
{% macro a() %}A{{ caller() }}{% endmacro %}{% macro b() %}B{{ caller() }}{% endmacro %}{% call a() %}{% call b() %}x{% endcall %}{% endcall %}
{% macro a() %}A{{ caller() }}{% endmacro %}{% macro b() %}{% call a() %}[{{ caller() }}]{% endcall %}{% endmacro %}{% call b() %}x{% endcall %}
{% macro m() %}{% if caller %}with{% else %}without{% endif %}{% endmacro %}{{ m() }}{% call m() %}{% endcall %}
{% macro m() %}{{ caller is defined }}{% endmacro %}{{ m() }}{% call m() %}{% endcall %}
{% macro m(caller=none) %}{{ caller() if caller else 'no' }}{% endmacro %}{{ m() }}{% call m() %}yes{% endcall %}
{% macro m() %}{{ caller()|upper }}{{ caller()|length }}{% endmacro %}{% call m() %}body{% endcall %}
{% macro m() %}{{ caller }}{% endmacro %}{% call m() %}{% endcall %}
{% macro m() %}{{ caller.name }}{{ caller.arguments }}{% endmacro %}{% call(a) m() %}{% endcall %}
{% macro m() %}{{ caller() }}{{ varargs }}{{ kwargs }}{% endmacro %}{% call m(1, k=2) %}b{% endcall %}
{% macro m() %}ignores{% endmacro %}{{ m() }}
{% macro m() %}{{ caller() }}{% endmacro %}{% call m() %}{% set z = 1 %}{{ z }}{% endcall %}{{ z is defined }}
{% call range(3) %}{% endcall %}
{% call 'a'.upper() %}{% endcall %}
{% call dict(a=1) %}x{% endcall %}
{% macro m() %}{{ caller(1) }}{% endmacro %}{% call(x) m() -%}  {{ x }}  {%- endcall %}
{% macro dialog(title) %}<div><h2>{{ title }}</h2>{{ caller() }}</div>{% endmacro %}{% call dialog('Hi') %}<p>{{ x }}</p>{% endcall %}
''', {"x": "ctx"})
each("call-block-error", r'''
{% call m %}{% endcall %}
{% call %}{% endcall %}
{% call m() %}
{% call m()|upper %}{% endcall %}
{% call 5 %}{% endcall %}
{% call(1) m() %}{% endcall %}
{% macro m() %}none{% endmacro %}{% call m() %}x{% endcall %}
{% macro m() %}{{ caller(1) }}{% endmacro %}{% call m() %}x{% endcall %}
{% macro m() %}{{ caller(b=1) }}{% endmacro %}{% call(a) m() %}x{% endcall %}
{% macro m() %}{{ caller() }}{% endmacro %}{% call(a) m() %}{{ a.b }}{% endcall %}
{% call missing() %}{% endcall %}
{% call m() %}{% endcall call %}
{% call(a=1, b) m() %}{% endcall %}
''')
case("call-block", """{% macro table(rows, cols) %}
| {{ cols|join(' | ') }} |
|{% for c in cols %}---|{% endfor %}

{% for row in rows %}| {% for c in cols %}{{ caller(row, c) }} |{{ ' ' if not loop.last }}{% endfor %}

{% endfor %}
{% endmacro %}
{% call(row, col) table(rows, ['id', 'state']) %}{{ row[col]|default('-') }}{% endcall %}""", {"rows": [{"id": 1, "state": "ok"}, {"id": 2}]})
case("macro-autoescape", "{% macro m(a) %}<b>{{ a }}</b>{% endmacro %}{{ m('<') }}|{{ m('<')|upper }}|{{ m(m('<')) }}|{{ '<' ~ m('&') }}|{{ m('<'|safe) }}", autoescape=True)
case("macro-autoescape", "{% macro m() %}<b>{{ caller() }}</b>{% endmacro %}{% call m() %}<i>{{ x }}</i>{% endcall %}", {"x": "<&>"}, autoescape=True)
case("macro-autoescape", "{% macro m(a) %}<b>{{ a }}</b>{% endmacro %}{% autoescape true %}{{ m('<') }}{% endautoescape %}{{ m('<') }}")
case("macro-autoescape", "{% autoescape true %}{% macro m(a) %}<b>{{ a }}</b>{% endmacro %}{{ m('<') }}{% endautoescape %}{{ m is defined }}")
case("macro-autoescape", "{% macro m(a) %}<b>{{ a }}</b>{% endmacro %}{% autoescape false %}{{ m('<') }}{{ m('<')|e }}{% endautoescape %}{{ m('<') }}", autoescape=True)
