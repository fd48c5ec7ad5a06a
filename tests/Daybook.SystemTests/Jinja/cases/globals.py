"""Global functions: range, dict, lipsum, cycler, joiner, namespace."""
from . import case, each

each("range", r'''
{{ range(0)|list }} {{ range(-3)|list }} {{ range(3, 1)|list }} {{ range(1, 10, 3)|list }} {{ range(10, 1, -3)|list }} {{ range(5)[1] }} {{ range(5)[-1] }} {{ range(5)[9] }}| {{ range(5)|length }} {{ range(5)|first }} {{ range(5)|last }} {{ range(5)|sum }} {{ range(5)|random in range(5) }} {{ 3 in range(5) }} {{ range(3) }} {{ range(1, 3) }} {{ range(1, 9, 2) }} {{ range(3)|string }} {{ range(true)|list }} {{ range(100000)|length }} {{ range(100001)|length }} {{ range(0, 100000)|last }} {{ range(10 ** 20) }} {{ range(0, 10 ** 20, 10 ** 18)|length }} {{ range('3') }} {{ range(3.0) }} {{ range(none) }} {{ range(0, 3, 0) }} {{ range }} {{ range is callable }} {{ range(3) is iterable }} {{ range(3) is sequence }} {{ range(3) is mapping }} {{ range(3) == [0, 1, 2] }} {{ range(2) + range(2) }} {{ range(3)|reverse|list }} {{ range(3)|join }} {{ range(3)|map('string')|list }} {{ range(3)|sort(reverse=true) }} {{ range(3).index(2) }} {{ range(3).nope }}| {{ not range(0) }} {{ range(3) * 2 }} {{ range(-5, 5, 4)|list }}
'''.replace("{{ range }} ", ""))
each("dict-global", r'''
{{ dict() }} {{ dict(a=1) }} {{ dict({'a': 1}) }} {{ dict([['a', 1]]) }} {{ dict(a=1, b=[1, 2], c={}) }} {{ dict(a=1)|length }} {{ dict(a=1) == {'a': 1} }} {{ dict({'a': 1}, a=2, b=3) }} {{ dict(('ab', 'cd')) }} {{ dict({}.items()) }} {{ dict(missing) }} {{ dict(none) }} {{ dict('ab') }} {{ dict(class='x', for='y') }} {{ dict(a=1).a }} {{ dict(items=1)['items'] }} {{ dict(range(0)) }}
''')
each("cycler", r'''
{% set c = cycler('a', 'b', 'c') %}{{ c.next() }}{{ c.next() }}{{ c.current }}{{ c.next() }}{{ c.next() }}
{% set c = cycler('a', 'b') %}{{ c.next() }}{{ c.reset() }}{{ c.next() }}{{ c.current }}
{% set c = cycler(1) %}{{ c.next() }}{{ c.next() }}{{ c.current }}{{ c.pos }}{{ c.items }}
{% set c = cycler('odd', 'even') %}{% for x in range(3) %}{{ c.next() }} {% endfor %}{{ c.current }}
{% set c = cycler('x', 'y') %}{% macro m() %}{{ c.next() }}{% endmacro %}{{ m() }}{{ m() }}{{ m() }}
{% set c = cycler(*[1, 2]) %}{{ c.next() + c.next() }}
{{ cycler() }}
{{ cycler(1).nope }}|
{{ cycler(1)() }}
{{ cycler(1) is callable }}{{ cycler(1) is iterable }}{{ cycler is callable }}
{% for x in cycler(1, 2) %}{{ x }}{% endfor %}
''')
each("joiner", r'''
{% set j = joiner() %}{% for x in range(3) %}{{ j() }}{{ x }}{% endfor %}
{% set j = joiner('|') %}{% for x in range(3) %}{{ j() }}{{ x }}{% endfor %}
{% set j = joiner(sep=' / ') %}{{ j() }}a{{ j() }}b{% if true %}{{ j() }}c{% endif %}
{% set j = joiner(5) %}{{ j() }}{{ j() }}{{ j() + 1 }}
{% set j = joiner() %}{{ j.used }}{{ j() }}{{ j.used }}{{ j.sep }}
{{ joiner(1, 2) }}
{% set j = joiner() %}{{ j(1) }}
{{ joiner() is callable }}
''')
each("lipsum", r'''
{{ lipsum(n=3, html=false).split('\n\n')|length }} {{ lipsum()|length > 100 }} {{ lipsum(2).count('<p>') }} {{ lipsum(n=0) }}| {{ lipsum(1, false, 5, 6).split(' ')|length }} {{ lipsum(1, html=false, min=3, max=4)|wordcount }} {{ lipsum(n=1, html=false)[-1] }} {{ lipsum(n=1, html=false)[0].isupper() }} {{ lipsum is callable }} {{ lipsum(1, max=3) }} {{ lipsum('a') }} {{ lipsum(nope=1) }} {{ lipsum(html=true, n=2).startswith('<p>') }}
''')
each("global-names", r'''
{{ range is defined }}{{ dict is defined }}{{ lipsum is defined }}{{ cycler is defined }}{{ joiner is defined }}{{ namespace is defined }}
{{ len is defined }} {{ str is defined }} {{ int is defined }} {{ max is defined }} {{ now is defined }} {{ enumerate is defined }} {{ zip is defined }} {{ print is defined }} {{ open is defined }} {{ self is defined }} {{ loop is defined }} {{ super is defined }} {{ caller is defined }} {{ varargs is defined }} {{ config is defined }} {{ request is defined }} {{ list is defined }} {{ __builtins__ is defined }} {{ context is defined }} {{ environment is defined }}
{% set range = [1] %}{{ range }}
{{ dict }}{{ 'x' }}
{% for range in [1] %}{{ range }}{% endfor %}{{ range(1)|list }}
{% macro range() %}own{% endmacro %}{{ range() }}
''')
case("global-names", "{{ range }}{{ dict }}", {"range": "mine", "dict": [1]})
case("global-names", "{{ true }}{{ none }}{{ loop }}{{ self }}{{ super }}{{ caller }}", {"true": 1, "none": 2, "loop": "L", "super": "S", "caller": "C"})
case("global-names", "{{ self is defined }}|{{ varargs }}|{{ kwargs }}|{{ l_0_x }}|{{ context }}|{{ environment }}", {"varargs": 1, "kwargs": 2, "context": "c", "environment": "e", "l_0_x": 5})
case("context-names", "{{ class }}{{ import }}{{ def }}{{ lambda }}{{ for }}{{ block }}{{ print }}{{ async }}{{ yield }}{{ None_ }}", {"class": 1, "import": 2, "def": 3, "lambda": 4, "for": 5, "block": 6, "print": 7, "async": 8, "yield": 9})
case("context-names", "{{ ünï }}{{ 日本 }}{{ _x }}{{ __y }}{{ x1 }}{{ X }}{{ x }}", {"ünï": "u", "日本": "jp", "_x": "p", "__y": "d", "x1": 1, "X": "upper", "x": "lower"})
case("context-names", "{{ ℘x }}{{ x·y }}{{ ªb }}", {"℘x": 1, "x·y": 2, "ªb": 3})
case("context-names", "{{ ﬁ }}", {"fi": "normalized", "ﬁ": "raw"})
