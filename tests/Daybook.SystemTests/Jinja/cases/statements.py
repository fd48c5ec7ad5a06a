"""for, if, set, with, scopes, namespace."""
from . import case, each

XS = {"xs": [1, 2, 3, 4, 5], "empty": [], "d": {"a": 1, "b": 2}, "pairs": [[1, "a"], [2, "b"]], "words": ["apple", "Banana", "cherry"]}

each("for", r'''
{% for x in xs %}{{ x }},{% endfor %}
{% for x in empty %}{{ x }}{% else %}none{% endfor %}
{% for x in xs %}{{ x }}{% else %}none{% endfor %}
{% for x in xs if x is odd %}{{ x }},{% endfor %}
{% for x in xs if x > 9 %}{{ x }}{% else %}nothing{% endfor %}
{% for x in xs if x is odd %}{{ loop.index }}/{{ loop.length }}:{{ x }} {% endfor %}
{% for k in d %}{{ k }}{% endfor %}
{% for k, v in d.items() %}{{ k }}={{ v }};{% endfor %}
{% for (k, v) in d.items() %}{{ k }}={{ v }};{% endfor %}
{% for k, v in d|dictsort(reverse=true) %}{{ k }}={{ v }};{% endfor %}
{% for k, v in d|items %}{{ k }}={{ v }};{% endfor %}
{% for a, b in pairs %}{{ a }}{{ b }}{% endfor %}
{% for a, (b, c) in [(1, (2, 3))] %}{{ a }}{{ b }}{{ c }}{% endfor %}
{% for (a, b), c in [((1, 2), 3)] %}{{ a }}{{ b }}{{ c }}{% endfor %}
{% for a, in [[1], [2]] %}{{ a }}{% endfor %}
{% for [a, b] in pairs %}{{ a }}{% endfor %}
{% for c in 'añ😀' %}[{{ c }}]{% endfor %}
{% for x in range(3) %}{{ x }}{% endfor %}
{% for x in 1, 2, 3 %}{{ x }}{% endfor %}
{% for x in (1, 2), (3, 4) %}{{ x }}{% endfor %}
{% for x in [] or [9] %}{{ x }}{% endfor %}
{% for x in xs[1:3] %}{{ x }}{% endfor %}
{% for x in xs|reverse %}{{ x }}{% endfor %}
{% for x in xs if x in [1, 2] if true %}{{ x }}{% endfor %}
{% for x in missing %}{{ x }}{% else %}undefined is empty{% endfor %}
{% for x in xs recursive %}{{ x }}{% endfor %}
{% for x in xs %}{% for y in xs[:2] %}{{ x * y }} {% endfor %}{% endfor %}
{% for x in xs %}{% for x in 'ab' %}{{ x }}{% endfor %}{{ x }}{% endfor %}
{% for x in [[1, 2], [3]] %}{% for x in x %}{{ x }}{% endfor %}|{% endfor %}
{% for x in xs if x > 2 and x < 5 or x == 1 %}{{ x }}{% endfor %}
{% for x in (xs if true else empty) %}{{ x }}{% endfor %}
{% for item in xs: %}{{ item }}{% endfor %}
{% for x in xs if not loop %}{{ x }}{% endfor %}
{% for x in xs -%} {{ x }} {%- endfor %}
{% for x in {'b': 1, 'a': 2} %}{{ x }}{% endfor %}
{% for x in 'abc' if x != 'b' %}{{ loop.index0 }}{{ x }}{{ loop.last }} {% endfor %}
{% for k, v in {'a': 1}.items() if v %}{{ k }}{{ v }}{% endfor %}
{% for x in xs %}{% if x == 3 %}{{ 'three' }}{% else %}{{ x }}{% endif %}{% endfor %}
{{ x }}{% for x in xs %}{% endfor %}{{ x }}
{% for _ in range(2) %}{{ _ }}{% endfor %}
{% for x in xs %}{{ loop.index }}{% else %}{{ loop }}{% endfor %}
{% for x in [1] %}{% for y in [] %}{% else %}{{ loop.index }}{{ x }}{% endfor %}{% endfor %}
''', XS)

each("for-error", r'''
{% for x in 5 %}{% endfor %}
{% for x in none %}{% endfor %}
{% for x in true %}{% endfor %}
{% for a, b in xs %}{% endfor %}
{% for a, b in [[1, 2, 3]] %}{% endfor %}
{% for a, b, c in [[1, 2]] %}{% endfor %}
{% for a, b in ['xyz'] %}{% endfor %}
{% for a, b in ['xy'] %}{{ a }}{{ b }}{% endfor %}
{% for %}{% endfor %}
{% for x %}{% endfor %}
{% for x in %}{% endfor %}
{% for in xs %}{% endfor %}
{% for x in xs %}
{% for x in xs %}{% endif %}
{% for x in xs %}{% else %}{% else %}{% endfor %}
{% for x in xs if %}{% endfor %}
{% for x.y in xs %}{% endfor %}
{% for x[0] in xs %}{% endfor %}
{% for 1 in xs %}{% endfor %}
{% for 'x' in xs %}{% endfor %}
{% for true in xs %}{% endfor %}
{% for loop in xs %}{{ loop }}{% endfor %}
{% for x in xs %}{% set loop = 1 %}{% endfor %}
{% endfor %}
{% for x in xs if true else false %}{{ x }}{% endfor %}
{% for x in xs %}{{ loop.nope }}|{% endfor %}
{% for x in xs %}{{ loop(x) }}{% endfor %}
{% for x in xs %}{{ loop.cycle() }}{% endfor %}
{% for x in xs recursive if x %}{% endfor %}
{% for x in xs recursive recursive %}{% endfor %}
{% else %}
''', XS)

each("loop", r'''
{% for x in xs %}{{ loop.index }}{{ loop.index0 }}{{ loop.revindex }}{{ loop.revindex0 }} {% endfor %}
{% for x in xs %}{{ loop.first }}-{{ loop.last }} {% endfor %}
{% for x in xs %}{{ loop.length }}{% endfor %}
{% for x in xs %}{{ loop.depth }}{{ loop.depth0 }}{% endfor %}
{% for x in xs %}{{ loop.cycle('odd', 'even') }} {% endfor %}
{% for x in xs %}{{ loop.cycle(*['a', 'b', 'c']) }}{% endfor %}
{% for x in xs %}{{ loop.previtem }}<{{ x }}>{{ loop.nextitem }} {% endfor %}
{% for x in xs %}{{ loop.previtem is defined }}{{ loop.nextitem is defined }} {% endfor %}
{% for x in xs %}{{ loop.previtem|default('start') }}{{ loop.nextitem|default('end') }} {% endfor %}
{% for x in [1, 1, 2, 2, 1] %}{{ loop.changed(x) }} {% endfor %}
{% for x in [1, 1, 2] %}{{ loop.changed(x, 'k') }}{{ loop.changed(x) }} {% endfor %}
{% for x in [1, 1.0, true] %}{{ loop.changed(x) }} {% endfor %}
{% for x in [[1], [1], [2]] %}{{ loop.changed(x) }} {% endfor %}
{% for x in xs %}{{ loop.changed() }} {% endfor %}
{% for x in [none, none] %}{{ loop.changed(x) }} {% endfor %}
{% for x in xs if x is even %}{{ loop.previtem }}{{ x }}{{ loop.nextitem }}{{ loop.last }}{{ loop.revindex }} {% endfor %}
{% for x in xs %}{% if not loop.first %}, {% endif %}{{ x }}{% endfor %}
{% for x in xs %}{{ x }}{{ ', ' if not loop.last }}{% endfor %}
{% for x in xs %}{{ ', ' if not loop.last else '.' }}{% endfor %}
{% for x in xs %}{% set outer = loop %}{% for y in 'ab' %}{{ outer.index }}.{{ loop.index }} {% endfor %}{% endfor %}
{% for x in xs %}{% for y in 'ab' %}{{ loop.index }}{% endfor %}{{ loop.index }} {% endfor %}
{% for x in xs %}{{ loop['index'] }}{{ loop.index is odd }} {% endfor %}
{% for x in xs|map('string') %}{{ loop.length }}{{ loop.revindex }}{{ loop.last }} {% endfor %}
{% for x in xs|select('odd') %}{{ loop.index }}/{{ loop.length }}{{ loop.nextitem }} {% endfor %}
{% for x in d.items() %}{{ loop.length }}{{ loop.last }}{{ x }}{% endfor %}
{% for x in range(4) %}{{ loop.length }}{{ loop.revindex0 }} {% endfor %}
{% for x in 'abc' %}{{ loop.index }}{{ x }}{{ loop.nextitem }} {% endfor %}
{% for x in xs %}{{ loop|length }}{% endfor %}
{% for x in xs|batch(2) %}{{ loop.index }}:{{ x }}{{ loop.length }} {% endfor %}
{% for g in [{'k': 1}, {'k': 2}, {'k': 1}]|groupby('k') %}{{ loop.index }}/{{ loop.length }}:{{ g.grouper }}={{ g.list|length }} {% endfor %}
{% for x in xs %}{{ loop is defined }}{% endfor %}{{ loop is defined }}
{% for x in [] %}{% else %}{{ loop is defined }}{% endfor %}
{% for x in xs %}{% if loop.index is divisibleby 2 %}{{ x }}{% endif %}{% endfor %}
{% for x in xs %}{{ loop.missing is defined }}{% endfor %}
{% for x in xs %}{% macro m() %}{{ x }}{% endmacro %}{{ m() }}{% endfor %}
{% for x in xs %}{% macro m() %}{{ loop.index }}{% endmacro %}{{ m() }}{% endfor %}
''', XS)

TREE = {"tree": [{"n": "a", "c": [{"n": "b", "c": [{"n": "c", "c": []}]}, {"n": "d", "c": []}]}, {"n": "e", "c": []}]}
each("loop-recursive", r'''
{% for t in tree recursive %}{{ t.n }}{% if t.c %}({{ loop(t.c) }}){% endif %}{% endfor %}
{% for t in tree recursive %}{{ loop.depth }}{{ loop.depth0 }}{{ t.n }}{{ loop(t.c) }}{% endfor %}
{% for t in tree recursive %}<li>{{ loop.index }}/{{ loop.length }} {{ t.n }}{% if t.c %}<ul>{{ loop(t.c) }}</ul>{% endif %}</li>{% endfor %}
{% for t in tree recursive %}{{ t.n }}[{{ loop(t.c) }}]{% else %}-{% endfor %}
{% for t in tree if t.n != 'd' recursive %}{{ t.n }}{{ loop.last }}{{ loop(t.c) }}{% endfor %}
{% for t in tree recursive %}{{ '  ' * loop.depth0 }}{{ t.n }};{{ loop(t.c) }}{% endfor %}
{% for t in tree recursive %}{{ t.n }}{% for x in t.c %}{{ x.n }}{{ loop.depth }}{% endfor %}{{ loop(t.c) }}{% endfor %}
{% for t in tree recursive %}{% set r = loop(t.c) %}{{ t.n }}{{ r|upper }}{% endfor %}
{% for t in tree recursive %}{{ t.n }}{{ loop(t.c)|length }}{% endfor %}
{% for n in [[1, [2, [3]]], [4]] recursive %}{% if n is iterable %}({{ loop(n) }}){% else %}{{ n }}{% endif %}{% endfor %}
{% for t in tree recursive %}{% set l = loop %}{% for x in [1] %}{{ t.n }}{{ l(t.c) }}{% endfor %}{% endfor %}
{% for t in tree recursive %}{{ loop.previtem.n if loop.previtem }}{{ t.n }}{{ loop(t.c) }}{% endfor %}
{% for t in tree recursive %}{{ loop.changed(t.n) }}{{ loop.cycle('x', 'y') }}{{ loop(t.c) }}{% endfor %}
''', TREE)
case("loop-recursive", "{% for t in tree recursive %}{{ t.n }}{% if t.c %}<ul>{{ loop(t.c) }}</ul>{% endif %}{% endfor %}", TREE, autoescape=True)
case("loop-recursive", "<ul>\n{%- for t in tree recursive %}\n  <li>{{ t.n }}\n  {%- if t.c %}\n    <ul>{{ loop(t.c)|indent(4) }}</ul>\n  {%- endif %}</li>\n{%- endfor %}\n</ul>", TREE)

each("if", r'''
{% if true %}yes{% endif %}
{% if false %}yes{% endif %}|
{% if false %}a{% else %}b{% endif %}
{% if false %}a{% elif true %}b{% else %}c{% endif %}
{% if false %}a{% elif false %}b{% elif 1 %}c{% else %}d{% endif %}
{% if false %}a{% elif false %}b{% endif %}|
{% if x %}t{% else %}f{% endif %}{% if not x %}t{% else %}f{% endif %}
{% if missing %}t{% else %}f{% endif %}
{% if x == 5 and y %}both{% endif %}
{% if x == 5 %}{% if y %}nested{% else %}no{% endif %}{% else %}outer{% endif %}
{% if true: %}colon{% endif %}
{% if 1, %}tuple{% endif %}
{% if [] %}a{% elif {} %}b{% elif '' %}c{% elif 0 %}d{% elif 0.0 %}e{% elif none %}f{% elif () %}g{% else %}all falsy{% endif %}
{% if 'a' in 'abc' %}in{% endif %}
{% if x is defined and x is number %}num{% endif %}
{% if (x if y else 0) %}a{% else %}b{% endif %}
{% if true %}{% set z = 1 %}{% endif %}{{ z }}
{% if false %}{% set z = 1 %}{% endif %}{{ z }}|{{ z is defined }}
{% if false %}{% set x = 1 %}{% endif %}{{ x }}
{% if false %}{% set x = 1 %}{% else %}{% set x = 2 %}{% endif %}{{ x }}
{% if true %}{% set x = 1 %}{% endif %}{{ x }}
{% if true %}{% endif %}|{% if false %}{% else %}{% endif %}|
''', {"x": 5, "y": 0})
each("if-error", r'''
{% if %}{% endif %}
{% if true %}
{% if true %}{% endfor %}
{% if true %}{% else %}{% elif true %}{% endif %}
{% if true %}{% else %}{% else %}{% endif %}
{% if true %}{% elif %}{% endif %}
{% endif %}
{% elif true %}
{% if true else false %}{% endif %}
{% if true %}{% elseif false %}{% endif %}
{% if true %}{% else if false %}{% endif %}
{% if true %}{% end if %}
{% if a = 1 %}{% endif %}
{% if 1 2 %}{% endif %}
{% if true %}{% endif true %}
''')

each("set", r'''
{% set x = 1 %}{{ x }}
{% set x = 1 %}{% set x = x + 1 %}{{ x }}
{% set a, b = 1, 2 %}{{ a }}{{ b }}
{% set a, b = [3, 4] %}{{ a }}{{ b }}
{% set (a, b) = 'xy' %}{{ a }}{{ b }}
{% set a, (b, c) = 1, (2, 3) %}{{ a }}{{ b }}{{ c }}
{% set a, = [5] %}{{ a }}
{% set x = 1, %}{{ x }}
{% set x = 1, 2 %}{{ x }}
{% set x = 'a' if true else 'b' %}{{ x }}
{% set x %}block{% endset %}{{ x }}
{% set x %}{% endset %}[{{ x }}]
{% set x | upper %}block {{ y }}{% endset %}{{ x }}
{% set x | upper | replace('B', 'p') %}block{% endset %}{{ x }}
{% set x | default('d', true) %}{% endset %}{{ x }}
{% set x %}  spaced  {% endset %}[{{ x }}]
{% set x | trim %}  spaced  {% endset %}[{{ x }}]
{% set x %}{% for i in range(3) %}{{ i }}{% endfor %}{% endset %}{{ x }}{{ x|length }}
{% set x %}a{% set y %}b{% endset %}{{ y }}c{% endset %}{{ x }}{{ y }}
{% set y = 2 %}{{ y }}
{{ y }}{% set y = 2 %}{{ y }}
{{ z }}{% set z = 2 %}{{ z }}
{% set x = y %}{% set y = 9 %}{{ x }}{{ y }}
{% set x = [] %}{% set _ = x.append(1) %}{{ x }}
{% set x = {'a': 1} %}{% set _ = x.update({'b': 2}) %}{{ x }}
{% set x = range %}{{ x(2)|list }}
{% set f = 'upper' %}{{ 'a'|map(f)|list }}
{% set true_ = 1 %}{{ true_ }}
{% set x = 1 %}{% for i in [1] %}{% set x = 2 %}{{ x }}{% endfor %}{{ x }}
{% for i in [1, 2] %}{{ x }}{% set x = i %}{{ x }}{% endfor %}
{% for i in [1, 2] %}{% if loop.first %}{% set x = 'first' %}{% endif %}{{ x }}{% endfor %}
{% set x = 1 %}{% for i in [1, 2] %}{{ x }}{% set x = x + 1 %}{{ x }}{% endfor %}{{ x }}
{% set x = 1 %}{% if true %}{% set x = 2 %}{% endif %}{{ x }}
{% set x = 1 %}{% with %}{% set x = 2 %}{{ x }}{% endwith %}{{ x }}
{% set x = 1 %}{% macro m() %}{% set x = 2 %}{{ x }}{% endmacro %}{{ m() }}{{ x }}
{% set x = 1 %}{% filter upper %}{% set x = 'a' %}{{ x }}{% endfilter %}{{ x }}
{% set x = 1 %}{% set y %}{% set x = 2 %}{{ x }}{% endset %}{{ x }}{{ y }}
{% set x = 1 %}{% block b %}{% set x = 2 %}{{ x }}{% endblock %}{{ x }}
{% block b %}{% set q = 2 %}{{ q }}{% endblock %}{{ q }}|
{% set x = 1 %}{% call caller_() %}{% set x = 2 %}{{ x }}{% endcall %}{{ x }}
{% set ns = 5 %}{% set ns = ns * 2 %}{{ ns }}
{% set a = b = 1 %}
{% set loop = 5 %}{{ loop }}
{% set self = 5 %}{{ self }}
{% set range = 5 %}{{ range }}
{% set _x = 1 %}{{ _x }}
{% set ünï = 1 %}{{ ünï }}
{% set x -%}  a  {%- endset %}[{{ x }}]
''', {"y": "ctx"})
each("set-error", r'''
{% set %}
{% set x %}
{% set x = %}
{% set x = 1 %}{% endset %}
{% set 1 = 2 %}
{% set 'x' = 2 %}
{% set x.y = 1 %}
{% set x['y'] = 1 %}
{% set x[0] = 1 %}
{% set true = 1 %}
{% set none = 1 %}
{% set True = 1 %}
{% set a, b = 1 %}
{% set a, b = 1, 2, 3 %}
{% set a, b = [1] %}
{% set a b = 1 %}
{% set x == 1 %}
{% set x += 1 %}
{% set x = 1 y = 2 %}
{% set ns.x = 1 %}
{% set y.x = 1 %}
{% set x | %}a{% endset %}
{% set x | nofilter %}a{% endset %}
{% set x %}a
{% set range(1) = 2 %}
{% set x = y = 1 %}
''', {"y": {"x": 0}})

each("namespace", r'''
{% set ns = namespace(total=0) %}{% for x in [1, 2, 3] %}{% set ns.total = ns.total + x %}{% endfor %}{{ ns.total }}
{% set ns = namespace() %}{% set ns.a = 1 %}{{ ns.a }}{{ ns.b }}|
{% set ns = namespace({'a': 1}, b=2) %}{{ ns.a }}{{ ns.b }}
{% set ns = namespace([('a', 1)]) %}{{ ns.a }}
{% set ns = namespace(found=false) %}{% for x in [1, 2, 3] if not ns.found %}{% if x == 2 %}{% set ns.found = true %}{% endif %}{{ x }}{% endfor %}{{ ns.found }}
{% set ns = namespace(x=1) %}{% if true %}{% set ns.x = 2 %}{% endif %}{{ ns.x }}
{% set ns = namespace(x=1) %}{% macro m() %}{% set ns.x = 2 %}{{ ns.x }}{% endmacro %}{{ m() }}{{ ns.x }}
{% set ns = namespace(x=1) %}{% macro m(ns) %}{% set ns.x = 5 %}{% endmacro %}{{ m(ns) }}{{ ns.x }}
{% set ns = namespace(x=1) %}{% set ns.x %}block{% endset %}{{ ns.x }}
{% set ns = namespace(x=1) %}{% set ns.x | upper %}block{% endset %}{{ ns.x }}
{% set ns = namespace(items=[1]) %}{{ ns.items }}{{ ns['items'] }}
{% set ns = namespace(a=1) %}{{ ns.a is defined }}{{ ns.b is defined }}{{ ns.b|default('d') }}
{% set ns = namespace(a=1) %}{{ ns['a'] }}{{ ns['b'] }}|
{% set ns = namespace(a=[]) %}{% set _ = ns.a.append(1) %}{{ ns.a }}
{% set ns = namespace(a=1) %}{% set other = ns %}{% set other.a = 2 %}{{ ns.a }}
{% set ns = namespace(a=1) %}{% with b = ns %}{% set b.a = 3 %}{% endwith %}{{ ns.a }}
{% set ns = namespace(count=0) %}{% for a in 'ab' %}{% for b in 'cd' %}{% set ns.count = ns.count + 1 %}{{ a }}{{ b }}{{ ns.count }} {% endfor %}{% endfor %}
{% set ns = namespace(a=1) %}{% set ns.a, x = 2, 3 %}{{ ns.a }}{{ x }}
{% set ns = namespace(prev=none) %}{% for x in 'aab' %}{% if x != ns.prev %}{{ x }}{% endif %}{% set ns.prev = x %}{% endfor %}
{{ namespace(a=1) == namespace(a=1) }} {{ namespace(a=1) is mapping }} {{ namespace(a=1) is iterable }} {{ namespace() is sequence }}
{% set ns = namespace(a=1) %}{{ ns.keys }}|{{ ns|string }}
{% set ns = namespace(a=1) %}{{ ns }}{% set ns.b = 'q' %}{{ ns }}
''')
each("namespace-error", r'''
{% set ns = {} %}{% set ns.x = 1 %}
{% set ns.x = 1 %}
{% set ns = namespace(1) %}
{% set ns = namespace({}, {}) %}
{% set ns = namespace(a=1) %}{% set ns.a.b = 1 %}
{% set ns = namespace(a=1) %}{{ ns.b.c }}
{% set ns = namespace(a=1) %}{% for x in ns %}{% endfor %}
{% set ns = namespace(a=1) %}{{ ns|length }}
{% for ns.x in [1] %}{% endfor %}
{% with ns.x = 1 %}{% endwith %}
''')

each("with", r'''
{% with a = 1 %}{{ a }}{% endwith %}{{ a }}|
{% with a = 1, b = 2 %}{{ a }}{{ b }}{% endwith %}
{% with %}{% set a = 1 %}{{ a }}{% endwith %}{{ a }}|
{% with a = 1, b = a %}{{ b }}{% endwith %}
{% set a = 9 %}{% with a = 1, b = a %}{{ b }}{% endwith %}{{ a }}
{% with a, b = (1, 2) %}{{ a }}{{ b }}{% endwith %}
{% with (a, b) = [1, 2] %}{{ a }}{{ b }}{% endwith %}
{% with x = x ~ '!' %}{{ x }}{% endwith %}{{ x }}
{% with a = 1 %}{% with a = 2 %}{{ a }}{% endwith %}{{ a }}{% endwith %}
{% with a = 1 %}{% for i in [1] %}{{ a }}{% endfor %}{% endwith %}
{% with a = [1, 2] %}{% for a in a %}{{ a }}{% endfor %}{{ a }}{% endwith %}
{% with a = 1 %}{% macro m() %}{{ a }}{% endmacro %}{{ m() }}{% endwith %}
{% with a = x if true else y %}{{ a }}{% endwith %}
{% for i in [1, 2] %}{% with j = i * 2 %}{{ j }}{% endwith %}{% endfor %}
{% with a = 1 %}{{ self }}{% endwith %}
''', {"x": "ctx"})
each("with-error", r'''
{% with a = 1 %}
{% with a %}{% endwith %}
{% with a = %}{% endwith %}
{% with a = 1 b = 2 %}{% endwith %}
{% with a = 1, %}{{ a }}{% endwith %}
{% with 1 = a %}{% endwith %}
{% with a.b = 1 %}{% endwith %}
{% with a, b = 1 %}{% endwith %}
{% endwith %}
''')

each("filter-block", r'''
{% filter upper %}abc {{ x }}{% endfilter %}
{% filter replace('a', 'b') %}aXa{% endfilter %}
{% filter upper | replace('A', 'q') %}abc{% endfilter %}
{% filter indent(2) %}a
{% filter trim %}  a  {% endfilter %}|
{% filter upper %}{% filter lower %}AbC{% endfilter %}d{% endfilter %}
{% filter e %}<b>{% endfilter %}
{% filter upper %}{% for i in 'ab' %}{{ i }}{% endfor %}{% endfilter %}
{% filter center(11) %}mid{% endfilter %}|
{% filter length %}abc{% endfilter %}
{% filter list %}abc{% endfilter %}
{% filter int + 1 %}4{% endfilter %}
{% filter %}a{% endfilter %}
{% filter nofilter %}a{% endfilter %}
{% filter 'upper' %}a{% endfilter %}
{% filter upper %}a
{% filter upper() %}a{% endfilter %}
{% filter upper if true %}a{% endfilter %}
{% filter default('d', boolean=true) %}{% endfilter %}
''', {"x": "y"})

each("print-statement", r'''
{% print 1 %}
{% print 1, 2 %}
{% print x %}{% print x|upper, 'b' %}
{% print %}
{% print '<b>' %}
''', {"x": "a"})

each("unknown-tag", r'''
{% foo %}
{% endforr %}
{% 5 %}
{% %}
{% 'a' %}
{% for_ x in y %}{% endfor_ %}
{% trans %}x{% endtrans %}
{% do 1 %}
{% break %}
{% continue %}
{% debug %}
{% url 'x' %}
{% If true %}{% endif %}
{% IF true %}{% ENDIF %}
{% endblock %}
{% endmacro %}
{% endcall %}
{% endset %}
{% endfilter %}
{% endraw %}
{% endautoescape %}
{% import %}
{% elsif x %}
''')
