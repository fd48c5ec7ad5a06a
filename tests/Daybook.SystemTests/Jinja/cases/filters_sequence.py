"""Filters on sequences and mappings."""
from . import case, each

USERS = {"users": [{"name": "bob", "age": 30, "city": "Rome", "ok": True, "tags": ["a", "b"], "addr": {"zip": "2"}}, {"name": "Alice", "age": 25, "city": "rome", "ok": False, "tags": [], "addr": {"zip": "10"}},
                   {"name": "carol", "age": 30, "city": "Oslo", "ok": True, "tags": ["c"], "addr": {"zip": "1"}}, {"name": "Dave", "age": 9, "city": "Oslo", "ok": None, "addr": {}}],
         "words": ["banana", "Apple", "cherry", "apple", "Banana"], "nums": [3, 1, 2, 10, -5, 2.5], "d": {"b": 2, "A": 3, "c": 1}, "rows": [[3, "c"], [1, "a"], [2, "b"]], "mixed": [1, "a", None]}

each("filter-first-last", r'''
{{ [1, 2]|first }} {{ [1, 2]|last }} {{ 'abc'|first }} {{ 'abc'|last }} {{ []|first }}| {{ []|last }}| {{ ''|first }}| {{ {'a': 1, 'b': 2}|first }} {{ {'a': 1, 'b': 2}|last }} {{ range(5)|last }} {{ (1, 2)|first }} {{ d.items()|first }} {{ [[]]|first }} {{ []|first is defined }} {{ []|first|default('d') }}
{{ nums|map('string')|first }} {{ 'a😀'|last }} {{ missing|first }}| {{ [none]|first }} {{ d.values()|last }} {{ d.items()|last }}
''', USERS)
each("filter-first-last-error", r'''
{{ 5|first }}
{{ none|first }}
{{ 5|last }}
{{ nums|map('string')|last }}
{{ missing|last }}
{{ [1]|first(2) }}
''', USERS)
each("filter-join", r'''
{{ [1, 2, 3]|join }} {{ [1, 2, 3]|join(', ') }} {{ [1, none, 'x', 2.0, true]|join('-') }} {{ []|join(',') }}| {{ ['a']|join(',') }} {{ 'abc'|join('.') }} {{ {'a': 1, 'b': 2}|join(',') }} {{ range(3)|join }} {{ [[1], {}]|join('|') }} {{ [1, 2]|join(0) }} {{ [1, 2]|join(d='+') }} {{ [1, 2]|join(none) }}
{{ users|join(', ', attribute='name') }} {{ users|join(', ', 'age') }} {{ users|join('/', attribute='addr.zip') }} {{ rows|join(',', attribute=0) }} {{ rows|join(',', '1') }} {{ users|map(attribute='tags')|map('join', '+')|join(';') if false else '' }} {{ users|join(attribute='city') }} {{ ['é', '😀']|join('ñ') }} {{ [missing, 1]|join(',') }} {{ missing|join(',') }}|
''', USERS)
each("filter-join-error", r'''
{{ 5|join }}
{{ none|join(',') }}
{{ [1]|join(',', 'a', 'b') }}
{{ true|join }}
''')
each("filter-sort", r'''
{{ nums|sort }} {{ nums|sort(true) }} {{ nums|sort(reverse=true) }} {{ words|sort }} {{ words|sort(case_sensitive=true) }} {{ words|sort(true, true) }} {{ words|sort(reverse=true) }}
{{ users|sort(attribute='name')|map(attribute='name')|join(',') }} {{ users|sort(attribute='age')|map(attribute='name')|join(',') }} {{ users|sort(attribute='age,name')|map(attribute='name')|join(',') }} {{ users|sort(attribute='age', reverse=true)|map(attribute='name')|join(',') }} {{ users|sort(attribute='name', case_sensitive=true)|map(attribute='name')|join(',') }}
{{ users|sort(attribute='city,age')|map(attribute='name')|join(',') }} {{ users|sort(attribute='city')|map(attribute='name')|join(',') }} {{ rows|sort }} {{ rows|sort(attribute=1) }} {{ rows|sort(attribute='0') }} {{ users[:3]|sort(attribute='addr.zip')|map(attribute='name')|join(',') }}
{{ 'banana'|sort }} {{ 'bA'|sort }} {{ 'bA'|sort(case_sensitive=true) }} {{ d|sort }} {{ d.items()|sort }} {{ d.values()|sort }} {{ []|sort }} {{ (3, 1, 2)|sort }} {{ range(3)|sort(reverse=true) }} {{ [true, false, 2, 0.5]|sort }} {{ [[2, 'b'], [2, 'a'], [1, 'z']]|sort }} {{ ['b', 'B', 'a', 'A']|sort }} {{ ['b', 'B', 'a', 'A']|sort(reverse=true) }}
{{ ['é', 'z', 'e', 'Z', 'É']|sort }} {{ ['ß', 'ss', 'sz']|sort }} {{ ['10', '9', '1']|sort }} {{ ['😀', '￿', 'a']|sort }} {{ missing|sort }} {{ ['_', 'a', 'B', '1']|sort }} {{ [1, 1.0, true]|sort }} {{ [2 ** 70, 1e30, -1]|sort }}
''', USERS)
each("filter-sort-error", r'''
{{ mixed|sort }}
{{ [1, 'a']|sort }}
{{ [none, none]|sort }}
{{ 5|sort }}
{{ none|sort }}
{{ [{}, {}]|sort }}
{{ users|sort }}
{{ users|sort(attribute='nope') }}
{{ users|sort(attribute='tags.0') }}
{{ [1]|sort(foo=1) }}
''', USERS)
each("filter-dictsort", r'''
{{ d|dictsort }} {{ d|dictsort(true) }} {{ d|dictsort(false, 'value') }} {{ d|dictsort(reverse=true) }} {{ d|dictsort(by='value', reverse=true) }} {{ d|dictsort(case_sensitive=true, by='key', reverse=true) }} {{ {}|dictsort }} {{ {2: 'x', 10: 'y', 1: 'z'}|dictsort }} {{ {'x': 'b', 'y': 'A', 'z': 'c'}|dictsort(by='value') }} {{ {'x': 'b', 'y': 'A'}|dictsort(true, 'value') }}
{% for k, v in d|dictsort %}{{ k }}:{{ v }} {% endfor %}
''', USERS)
each("filter-dictsort-error", r'''
{{ d|dictsort(by='foo') }}
{{ [1]|dictsort }}
{{ {1: 'a', 'b': 2}|dictsort }}
{{ missing|dictsort }}
{{ none|dictsort }}
{{ {'a': 1, 'b': none}|dictsort(by='value') }}
''', USERS)
each("filter-unique", r'''
{{ [1, 2, 1, 3, 2]|unique|list }} {{ words|unique|list }} {{ words|unique(true)|list }} {{ words|unique(case_sensitive=true)|list }} {{ users|unique(attribute='age')|map(attribute='name')|list }} {{ users|unique(attribute='city')|map(attribute='name')|list }} {{ users|unique(true, 'city')|map(attribute='name')|list }} {{ 'aAbB'|unique|join }} {{ [1, 1.0, true, '1']|unique|list }} {{ []|unique|list }} {{ [none, none]|unique|list }} {{ [(1, 2), (1, 2)]|unique|list }} {{ missing|unique|list }}
''', USERS)
each("filter-unique-error", r'''
{{ [[1], [1]]|unique|list }}
{{ 5|unique|list }}
{{ [{}]|unique|list }}
{{ users|unique(attribute='tags')|list }}
''', USERS)
each("filter-min-max", r'''
{{ nums|min }} {{ nums|max }} {{ words|min }} {{ words|max }} {{ words|min(true) }} {{ words|max(case_sensitive=true) }} {{ users|min(attribute='age') is mapping }} {{ (users|max(attribute='age')).name }} {{ (users|min(attribute='name')).name }} {{ 'bAc'|min }} {{ []|min }}| {{ []|max is defined }} {{ [1, 1.0]|max }} {{ [1.0, 1]|max }} {{ ['a', 'A']|min }} {{ ['A', 'a']|max }} {{ d|min }} {{ d.values()|max }} {{ (d.items()|max)[0] }} {{ [[1, 2], [1]]|min }} {{ [true, 2]|min }} {{ rows|max(attribute=1) }} {{ missing|max }}| {{ range(5)|max }}
''', USERS)
each("filter-min-max-error", r'''
{{ mixed|min }}
{{ 5|max }}
{{ [none, none]|max }}
{{ [{}, {}]|min }}
{{ users|min(attribute='nope') }}
{{ []|max + 1 }}
''', USERS)
each("filter-sum", r'''
{{ nums|sum }} {{ [1, 2]|sum(start=10) }} {{ users|sum(attribute='age') }} {{ users|sum('age', 100) }} {{ []|sum }} {{ []|sum(start=5) }} {{ [0.1, 0.2, 0.3]|sum }} {{ [0.1] * 10|sum if false else ([0.1] * 10)|sum }} {{ [1.5, true, 2]|sum }} {{ [[1], [2]]|sum(start=[]) }} {{ rows|sum(attribute=0) }} {{ [(1,), (2,)]|sum(start=()) }} {{ [2 ** 62, 2 ** 62, 2 ** 62]|sum }} {{ [1e308, 1e308]|sum }} {{ missing|sum }} {{ {'1': 2}.values()|sum }} {{ range(101)|sum }}
''', USERS)
each("filter-sum-error", r'''
{{ ['a', 'b']|sum }}
{{ ['a', 'b']|sum(start='') }}
{{ [1, none]|sum }}
{{ 5|sum }}
{{ users|sum }}
{{ users|sum(attribute='name') }}
{{ users|sum(attribute='nope') }}
''', USERS)
each("filter-map", r'''
{{ words|map('upper')|list }} {{ words|map('upper')|join(',') }} {{ users|map(attribute='name')|list }} {{ users|map(attribute='addr.zip')|list }} {{ users|map(attribute='nope', default='-')|list }} {{ users|map(attribute='tags.0', default='none')|list }} {{ rows|map(attribute=0)|list }} {{ rows|map(attribute='1')|list }} {{ rows|map('first')|list }} {{ ['1', '2']|map('int')|sum }} {{ [1.26, 2.55]|map('round', 1)|list }} {{ words|map('replace', 'a', 'o')|list }} {{ ['ab', 'cd']|map('reverse')|list }}
{{ words|map('truncate', 4, true, '', 0)|list }} {{ ['a', 'b']|map('default', 'x')|list }} {{ [none, 'b']|map('default', 'x', true)|list }} {{ [[2, 1], [4, 3]]|map('sort')|list }} {{ [[2, 1], [4, 3]]|map('sort', reverse=true)|list }} {{ []|map('upper')|list }} {{ 'ab'|map('upper')|list }} {{ missing|map('upper')|list }} {{ none|map('upper')|list }} {{ [[1, 2], [3]]|map('length')|list }} {{ [1, 2]|map('string')|map('length')|sum }} {{ users|map(attribute='age')|map('string')|join('+') }} {{ d|map('upper')|list }} {{ d.items()|map('last')|list }} {{ d.items()|map(attribute=1)|list }}
{% for x in words|map('lower') %}{{ x }} {% endfor %} {{ words|map('length')|select('gt', 5)|list }} {{ users|map(attribute='nope')|list }} {{ users|map(attribute='addr')|map(attribute='zip')|map('default', '?')|list }} {{ [1, 2]|map('format') is iterable }} {{ ['%s!', '%d?']|map('format', 5)|list }} {{ users|map(attribute='name', default='x')|map('first')|join }}
''', USERS)
each("filter-map-error", r'''
{{ [1]|map|list }}
{{ [1]|map(foo=1)|list }}
{{ [1]|map('nope')|list }}
{{ [1]|map(attribute='a', foo=1)|list }}
{{ 5|map('upper')|list }}
{{ [1]|map('replace')|list }}
{{ [none]|map('int', 'a', 'b', 'c')|list }}
{{ ['a']|map(5)|list }}
{{ users|map(attribute='nope.deep')|list }}
{{ users|map(attribute='addr.zip.x.y')|list }}
''', USERS)
each("filter-select", r'''
{{ nums|select('odd')|list }} {{ [1, 2, 3, 4]|select('even')|list }} {{ [0, 1, '', 'a', none, [], [0]]|select|list }} {{ [0, 1, '', 'a', none]|reject|list }} {{ [1, 2, 3]|select('gt', 1)|list }} {{ [1, 2, 3]|reject('gt', 1)|list }} {{ [1, 2, 3]|select('>', 1)|list }} {{ [1, 2, 3]|select('equalto', 2)|list }} {{ [1, 2, 3]|select('==', 2)|list }} {{ [1, 2, 3]|reject('in', [1, 2])|list }} {{ [1, 'a', none]|select('string')|list }} {{ [1, 'a', none]|reject('none')|list }} {{ 'abc'|select('ne', 'b')|join }} {{ [3, 6, 7]|select('divisibleby', 3)|list }} {{ [missing, 1]|select('defined')|list }}
{{ users|selectattr('ok')|map(attribute='name')|list }} {{ users|rejectattr('ok')|map(attribute='name')|list }} {{ users|selectattr('age', 'gt', 26)|map(attribute='name')|list }} {{ users|selectattr('age', 'equalto', 30)|map(attribute='name')|list }} {{ users|rejectattr('age', 'eq', 30)|map(attribute='name')|list }} {{ users|selectattr('ok', 'none')|map(attribute='name')|list }} {{ users|selectattr('tags')|map(attribute='name')|list }} {{ users|selectattr('tags', 'undefined')|map(attribute='name')|list }} {{ users|selectattr('addr.zip', 'defined')|map(attribute='name')|list }} {{ users|selectattr('city', 'in', ['Oslo'])|map(attribute='name')|list }} {{ users|selectattr('name', 'lower')|map(attribute='name')|list }} {{ rows|selectattr(0, 'ge', 2)|list }} {{ rows|selectattr('1', 'eq', 'a')|list }} {{ users|selectattr('nope')|list }} {{ users|rejectattr('nope')|list|length }}
{{ users|selectattr('ok')|rejectattr('age', 'lt', 30)|selectattr('city', 'ne', 'Rome')|map(attribute='name')|first }} {{ users|selectattr('ok')|list|length }} {{ users|selectattr('nope', 'defined')|list }} {{ []|select|list }} {{ none|select|list }} {{ missing|selectattr('a')|list }} {{ [1, 2, 3, 4, 5]|select('odd')|map('string')|join('-') }} {{ [1, 2]|select('sameas', 2)|list }} {{ d|select('upper')|list }}
''', USERS)
each("filter-select-error", r'''
{{ [1]|select('nope')|list }}
{{ [1]|select('gt')|list }}
{{ [1]|select('gt', 1, 2)|list }}
{{ users|selectattr|list }}
{{ users|selectattr('age', 'nope')|list }}
{{ users|selectattr('name', 'gt', 5)|list }}
{{ 5|select|list }}
{{ ['a']|select('odd')|list }}
{{ users|selectattr('nope.deep')|list }}
{{ [1]|select(foo=1)|list }}
{{ users|selectattr(attr='age')|list }}
{{ users|selectattr('age', 'divisibleby', 0)|list }}
''', USERS)
each("filter-groupby", r'''
{% for k, g in users|groupby('age') %}{{ k }}:{{ g|map(attribute='name')|join(',') }} {% endfor %}
{% for k, g in users|groupby('city') %}{{ k }}:{{ g|map(attribute='name')|join(',') }} {% endfor %}
{% for k, g in users|groupby('city', case_sensitive=true) %}{{ k }}:{{ g|map(attribute='name')|join(',') }} {% endfor %}
{% for g in users|groupby('city') %}{{ g.grouper }}={{ g.list|length }}{{ g[0] }}{{ g[1]|length }} {% endfor %}
{% for k, g in users|groupby('state', default='XX') %}{{ k }}:{{ g|length }} {% endfor %}
{% for k, g in users|groupby('addr.zip', 'none') %}{{ k }}:{{ g|map(attribute='name')|join(',') }} {% endfor %}
{% for k, g in rows|groupby(0) %}{{ k }}:{{ g }} {% endfor %}
{% for k, g in rows|groupby('1')|reverse %}{{ k }}:{{ g }} {% endfor %}
{{ rows|groupby(0) }} {{ []|groupby('a') }} {{ ['a', 'B', 'A']|groupby(0) }} {{ (users|groupby('age')|first).grouper }} {{ users|groupby('age')|map('first')|list }} {{ users|groupby('age')|map(attribute='grouper')|list }} {{ users|groupby('age')|length }} {{ ['ab', 'ac', 'b']|groupby(0)|list }}
{{ (rows|groupby(0))[0] }} {{ (rows|groupby(0))[0]|length }} {{ (rows|groupby(0))[0].list }} {{ rows|groupby(attribute=0) }} {{ (rows|groupby(0))[0] == (1, [[1, 'a']]) }}
{{ (rows|groupby(0))[0].index is callable }} {{ (rows|groupby(0))[0].count is callable }} {{ (rows|groupby(0))[0]._fields }}|
''', USERS)
each("filter-groupby-error", r'''
{{ users|groupby }}
{{ users|groupby('state') }}
{{ [1, 'a']|groupby('x') }}
{{ 5|groupby('a') }}
{{ [{'a': 1}, {'a': 'x'}]|groupby('a') }}
{{ [{'a': none}, {'a': none}]|groupby('a') }}
{{ users|groupby('tags') }}
''', USERS)
each("filter-batch-slice", r'''
{{ range(7)|batch(3)|list }} {{ range(7)|batch(3, 'x')|list }} {{ range(6)|batch(3, 'x')|list }} {{ []|batch(3)|list }} {{ range(2)|batch(5)|list }} {{ range(2)|batch(5, 0)|list }} {{ 'abcde'|batch(2)|map('join')|list }} {{ range(3)|batch(1)|list }} {{ range(3)|batch(linecount=2, fill_with='-')|list }} {{ range(3)|batch(2, none)|list }} {{ range(3)|batch(0)|list }}
{{ range(7)|slice(3)|list }} {{ range(7)|slice(3, 'x')|list }} {{ range(6)|slice(3, 'x')|list }} {{ []|slice(3)|list }} {{ []|slice(3, 'x')|list }} {{ range(2)|slice(5)|list }} {{ range(2)|slice(5, '-')|list }} {{ 'abcde'|slice(2)|list }} {{ range(10)|slice(slices=4, fill_with=0)|list }} {{ range(3)|slice(1)|list }} {{ range(8)|slice(3, '')|list }} {{ range(8)|slice(3, false)|list }}
{% for row in range(5)|batch(2, '&nbsp;') %}{% for c in row %}[{{ c }}]{% endfor %};{% endfor %}
{% for col in range(5)|slice(2) %}{{ loop.index }}:{{ col|join('+') }} {% endfor %} {{ missing|batch(2)|list }} {{ missing|slice(2)|list }} {{ d|batch(2)|list }} {{ d.items()|batch(2)|list }}
''', USERS)
each("filter-batch-slice-error", r'''
{{ range(3)|slice(0)|list }}
{{ 5|batch(2)|list }}
{{ 5|slice(2)|list }}
{{ [1]|batch|list }}
{{ [1]|slice|list }}
{{ [1]|slice('2')|list }}
{{ [1]|batch(2)|length }}
{{ [1, 2, 3]|batch('2', 'x')|list }}
{{ [1]|slice(-1)|list }}
{{ [1, 2]|batch(2)|first|nope }}
''')
each("filter-list-items", r'''
{{ 'abc'|list }} {{ (1, 2)|list }} {{ {'a': 1}|list }} {{ range(3)|list }} {{ []|list }} {{ missing|list }} {{ {'a': 1, 'b': 2}|items|list }} {{ missing|items|list }} {{ d.values()|list }} {{ d|items|first }} {% for k, v in d|items %}{{ k }}{{ v }}{% endfor %} {{ '😀é'|list }} {{ {}|items|list }} {{ [1, 2]|list == [1, 2] }}
{{ [1, 2, 3]|reverse|list }} {{ (1, 2)|reverse|list }} {{ range(3)|reverse|list }} {{ d|reverse|list }} {{ d.items()|reverse|list }} {{ [1, 2]|map('string')|reverse|list }} {% for x in [1, 2]|reverse %}{{ x }}{% endfor %} {{ [[1], [2]]|reverse|first }} {{ missing|reverse|list }} {{ d.keys()|reverse|join }} {{ d.values()|reverse|join }}
{% set l = [1, 2] %}{% set c = l|list %}{% set _ = c.append(3) %}{{ l }}{{ c }}{{ l is sameas c }}
''', USERS)
each("filter-list-items-error", r'''
{{ 5|list }}
{{ none|list }}
{{ true|list }}
{{ [1]|items|list }}
{{ none|items|list }}
{{ 'ab'|items|list }}
{{ 5|reverse }}
{{ none|reverse }}
{{ range(3)|reverse|length }}
''')
each("filter-random", r'''
{{ [5]|random }} {{ 'a'|random }} {{ []|random }}| {{ []|random is defined }} {{ range(7, 8)|random }} {{ [1, 2, 3]|random in [1, 2, 3] }} {{ missing|random }}|
''')
each("filter-default", r'''
{{ missing|default('d') }} {{ missing|d('d') }} {{ 'v'|default('d') }} {{ ''|default('d') }}| {{ ''|default('d', true) }} {{ none|default('d') }} {{ none|default('d', true) }} {{ 0|default('d', boolean=true) }} {{ false|default('d') }} {{ missing|default }}| {{ missing|default(default_value='k') }} {{ missing|default(0) + 1 }} {{ missing|default([])|length }} {{ d.nope|default('x') }} {{ d.b|default('x') }} {{ missing|default(d.nope|default('deep')) }} {{ [] | default('e', true) }} {{ missing|default(none) }} {{ users[9]|default('no user') }} {{ users[0].nope|default('n') }} {{ (missing|default({})).x|default('y') }}
{{ missing|default(missing2) }}| {{ missing|default(missing2)|default('z') }} {{ ''|default(missing, true) is defined }} {{ []|first|default('empty') }} {{ 'x'|default(1 / 0 if false else 2) }}
''', USERS)
each("filter-attr", r'''
{{ 'abc'|attr('upper') is callable }} {{ ('abc'|attr('upper'))() }} {{ d|attr('b') }}| {{ d|attr('items') is callable }} {{ d|attr('nope') is defined }} {{ (d|attr('keys'))()|list }} {{ 5|attr('real') }} {{ d|attr('__class__') is defined }} {{ users[0]|attr('name') }}| {{ missing|attr('x') if false }}| {{ none|attr('x') }}|
''', USERS)
each("filter-tojson", r'''
{{ 1|tojson }} {{ 1.0|tojson }} {{ 'a'|tojson }} {{ none|tojson }} {{ true|tojson }} {{ [1, 'a', none, true, 1.5]|tojson }} {{ {'b': 1, 'a': [1]}|tojson }} {{ ()|tojson }} {{ (1, 2)|tojson }} {{ {}|tojson }} {{ []|tojson }} {{ '<>&\'"'|tojson }} {{ 'é日😀\n\t\\\u2028'|tojson }} {{ {1: 'a', 2.5: 'b', true: 'c', none: 'd'}|tojson if false else '' }} {{ {'1': 1}|tojson }}
{{ {'a': {'b': [1, {'c': 2}]}}|tojson(2) }}
{{ [1, [2, []], {}]|tojson(indent=4) }}
{{ {'a': 1}|tojson(0) }}|{{ [1, 2]|tojson(1) }}|{{ {}|tojson(2) }}|{{ []|tojson(2) }}
{{ 1e309|tojson }} {{ (1e309 - 1e309)|tojson }} {{ 1e20|tojson }} {{ 1e-7|tojson }} {{ (2 ** 70)|tojson }} {{ -0.0|tojson }} {{ 0.1|tojson }} {{ 1e16|tojson }}
{{ {2: 'a', 1: 'b'}|tojson }} {{ {1.5: 'x', 1: 'y'}|tojson }} {{ {true: 1}|tojson }} {{ {none: 1}|tojson }} {{ {'z': 1, 'a': 2, 'M': 3}|tojson }} {{ '\0\x1f\x7f\x80'|tojson }} {{ '/'|tojson }} {{ '\ud7ff\ue000\uffff'|tojson }} {{ ['<script>']|tojson|length }} {{ {'<': '>'}|tojson }}
{{ ('<b>'|safe)|tojson }} {{ [('<b>'|safe)]|tojson }} {{ {'a': 1}|tojson|safe }} {{ {'a': 1}|tojson|upper }} {{ 'x'|tojson ~ 'y' }} {{ [1]|tojson is escaped }} {{ 'a'|tojson is string }}
{{ {'b': 1, 'a': 2}|tojson('\t') }}
''', USERS)
each("filter-tojson-error", r'''
{{ missing|tojson }}
{{ [missing]|tojson }}
{{ range(3)|tojson }}
{{ {(1, 2): 1}|tojson }}
{{ [1]|map('string')|tojson }}
{{ {1: 'a', 'b': 2}|tojson }}
{{ namespace()|tojson }}
{{ {'a': 1}.items()|tojson }}
{{ 'a'.upper|tojson }}
{% set l = [] %}{% set _ = l.append(l) %}{{ l|tojson }}
''')
