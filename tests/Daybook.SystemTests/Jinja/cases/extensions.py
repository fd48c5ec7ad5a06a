"""The extensions do and loopcontrols; the sandbox."""
from . import each

each("do", r'''
{% set l = [] %}{% do l.append(1) %}{% do l.append(2) %}{{ l }}
{% set d = {} %}{% do d.update({'a': 1}) %}{{ d }}
{% set l = [] %}{% for x in range(3) %}{% do l.append(x * x) %}{% endfor %}{{ l }}
{% set d = {} %}{% for w in ['a', 'b', 'a'] %}{% do d.update({w: d.get(w, 0) + 1}) %}{% endfor %}{{ d }}
{% do 1 %}|{% do 'text' %}|{% do none %}
{% set l = [] %}{% do l.append(1) if true %}{% do l.append(2) if false %}{{ l }}
{% do 1, 2 %}
{% do missing %}
{% do missing.x %}
{% do 1 / 0 %}
{% do %}
{% do x = 1 %}
{% macro m() %}side{% endmacro %}{% do m() %}|
{% set ns = namespace(x=[]) %}{% do ns.x.append(1) %}{{ ns.x }}
a {%- do 1 -%} b
{% set l = [3, 1] %}{% do l.sort() %}{{ l }}{% do l.clear() %}{{ l }}
''', extensions=["do"])
each("loopcontrols", r'''
{% for x in range(5) %}{% if x == 3 %}{% break %}{% endif %}{{ x }}{% endfor %}
{% for x in range(5) %}{% if x is odd %}{% continue %}{% endif %}{{ x }}{% endfor %}
{% for x in range(5) %}{% break %}{{ x }}{% else %}else{% endfor %}|
{% for x in range(3) %}{% continue %}{% else %}else{% endfor %}|
{% for x in [] %}{% break %}{% else %}else{% endfor %}
{% for x in range(3) %}{% for y in range(3) %}{% if y == 1 %}{% break %}{% endif %}{{ x }}{{ y }} {% endfor %}{% endfor %}
{% for x in range(3) %}{% for y in range(3) %}{% if y == 1 %}{% continue %}{% endif %}{{ x }}{{ y }} {% endfor %}.{% endfor %}
{% for x in range(5) if x > 0 %}{% if loop.index == 2 %}{% continue %}{% endif %}{{ x }}{% if loop.last %}!{% endif %}{% endfor %}
{% for x in range(5) %}{% if x == 2 %}{% break %}{% endif %}{% set y = x %}{{ y }}{% endfor %}{{ y }}|
{% for x in range(4) %}{{ x }}{% if x == 1 %}{% break %}{% endif %},{% endfor %}
{% for x in range(3) %}{% with y = x %}{% if y == 1 %}{% continue %}{% endif %}{{ y }}{% endwith %}{% endfor %}
{% for x in range(3) %}{% set z %}{{ x }}{% endset %}{% if x == 1 %}{% break %}{% endif %}{{ z }}{% endfor %}
{% for t in [[1, [2]], [3]] recursive %}{% if t is number %}{{ t }}{% continue %}{% endif %}({{ loop(t) }}){% endfor %}
{% for x in range(3) %}{% if x %}{% break %}{% else %}a{% endif %}{% endfor %}
{% for x in range(9) %}{% if x < 2 %}{% continue %}{% elif x > 4 %}{% break %}{% endif %}{{ x }}{{ loop.previtem }}{% endfor %}
{% break %}
{% continue %}
{% if true %}{% break %}{% endif %}
{% for x in [1] %}{% endfor %}{% break %}
{% for x in [1] %}{% break x %}{% endfor %}
{% for x in [1] %}{% else %}{% break %}{% endfor %}
{% for x in [1, 2] %}{% for y in [] %}{% else %}{% break %}{% endfor %}{{ x }}{% endfor %}
{% macro m() %}{% break %}{% endmacro %}
{% for x in [1, 2] %}{% macro m() %}{% break %}{% endmacro %}{{ m() }}{% endfor %}
{% for x in [1, 2] %}{% set a %}{% break %}{% endset %}{{ x }}{% endfor %}
{% for x in [1, 2] %}{% filter upper %}a{% continue %}{% endfilter %}{{ x }}{% endfor %}
{% for x in [1, 2] %}{% block b %}{% break %}{% endblock %}{% endfor %}
{% for x in [1, 2] %}{% call m() %}{% break %}{% endcall %}{% endfor %}
''', extensions=["loopcontrols"])
each("both-extensions", r'''
{% set out = [] %}{% for x in range(10) %}{% if x is even %}{% continue %}{% endif %}{% if x > 7 %}{% break %}{% endif %}{% do out.append(x) %}{% endfor %}{{ out }}
''', extensions=["do", "loopcontrols"])

each("sandbox", r'''
{{ ''.__class__ }}
{{ ''.__class__.__mro__ }}
{{ ''['__class__'] }}
{{ ''['__class__']['__mro__'] }}
{{ ''|attr('__class__') }}
{{ ''|attr('__class__')|attr('__mro__') }}
{{ [].__class__.__base__.__subclasses__() }}
{{ ().__class__.__bases__[0].__subclasses__() }}
{{ {}.__init__ }}
{{ 5 .__class__ }}
{{ none.__class__ }}
{{ true.__class__ is defined }}
{{ x._private }}
{{ x['_private'] }}
{{ x.__len__ }}
{{ x.__len__() }}
{{ x.__dict__ }}
{{ range.__globals__ }}
{{ range.__class__ }}
{{ lipsum.__globals__ }}
{{ lipsum.__globals__['os'] }}
{{ cycler.__init__.__globals__ }}
{{ joiner.__init__ }}
{{ namespace.__init__ }}
{{ dict.mro }}
{{ dict.mro() }}
{{ dict.__subclasses__() }}
{{ dict.fromkeys(['a']) }}
{{ self.__class__ }}
{{ self._TemplateReference__context }}
{% macro m() %}{% endmacro %}{{ m.__call__ }}
{% macro m() %}{% endmacro %}{{ m._func }}
{% for x in [1] %}{{ loop.__class__ }}{% endfor %}
{% for x in [1] %}{{ loop._iterator }}{% endfor %}
{{ [1]|map(attribute='__class__')|list }}
{{ [1]|map(attribute='__class__.__name__')|list }}
{{ [[1]]|selectattr('__len__')|list }}
{{ ['a']|groupby('__class__') }}
{{ ['a', 'b']|sort(attribute='__class__') }}
{{ '{0.__class__}'.format(5) }}
{{ '{0.__class__.__mro__}'.format(5) }}
{{ '{a.__class__.__name__}'.format(a=5) }}
{{ ('{0.__class__.x}'|safe).format(5) }}
{{ '{0[__class__]}'.format({}) }}
{{ '{0[__class__]}'.format([]) }}
{{ '{x.__class__.y}'.format_map({'x': 5}) }}
{{ '%s' % ''.__class__ }}
{{ ''.__class__|default('blocked') }}
{{ ''.__class__ is defined }}
{{ ''.__class__ ~ 'x' }}
{% if ''.__class__ %}t{% else %}f{% endif %}
{% for c in ''.__class__ %}{{ c }}{% endfor %}
{{ ''.__class__() }}
{{ ''.__doc__ }}
{{ x.items.__self__ }}
{{ x.items.__func__ }}
{{ ''.join.__class__ }}
{{ [].append.__self__ }}
{% set s = ''.__class__ %}{{ s is defined }}
{{ dict(__class__=1).__class__ }}
{{ {'__class__': 'own'}['__class__'] }}
{{ {'_a': 'own'}._a }}
{{ {'__class__': 'own'}.__class__ }}
{{ '__import__("os")' }}
{{ __import__('os') }}
{{ eval('1') }}
{{ open('/etc/passwd') }}
{{ [].__class__.mro() }}
{{ (1).real.__class__ }}
{{ x.GetType() }}
{{ x.GetType is defined }}
{{ ''.Length is defined }}
{{ ''.ToString() }}
{{ [].Count is defined }}
{{ [].Items is defined }}
{{ x.Keys is defined }}
{{ 5 .GetHashCode() }}
{{ x.Entries is defined }}
{{ (1.5).GetType is defined }}
{{ range.Method is defined }}
{{ none.ToString is defined }}
{{ ''|attr('Length') is defined }}
{{ x|attr('Count') is defined }}
{% set x._y = 1 %}
{% set ns = namespace() %}{% set ns._y = 1 %}{{ ns._y }}
{% set ns = namespace() %}{% set ns.__class__ = 1 %}{{ ns.__class__ }}
{{ 9 ** 9 ** 2 > 1 }}
{{ ('a' * 1000)|length }}
''', {"x": {"_private": "secret", "a": 1}})
