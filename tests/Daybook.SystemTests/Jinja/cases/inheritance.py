"""extends, block, super, self, include, import, from."""
from . import case

BASE = {"base": "[{% block a %}base a{% endblock %}|{% block b %}base b{% endblock %}]"}


def child(template, context=None, templates=BASE, feature="inheritance", **options):
    case(feature, template, context, templates, **options)


child("{% extends 'base' %}")
child("{% extends 'base' %}{% block a %}child a{% endblock %}")
child("{% extends 'base' %}{% block b %}child b{% endblock %}{% block a %}child a{% endblock %}")
child("{% extends 'base' %}{% block c %}unused{% endblock %}")
child("{% extends 'base' %}outside is dropped{% block a %}x{% endblock %} dropped {{ 1 / 0 }}")
child("before{% extends 'base' %}after")
child("{% set x = 1 %}{% extends 'base' %}{% block a %}{{ x }}{% endblock %}")
child("{% extends 'base' %}{% set x = 1 %}{% block a %}{{ x }}{% endblock %}")
child("{% extends 'base' %}{% block a %}{{ x }}{% endblock %}{% set x = 1 %}")
child("{% extends 'base' %}{% macro m() %}macro{% endmacro %}{% block a %}{{ m() }}{% endblock %}")
child("{% extends 'base' %}{% block a %}{{ super() }}+child{% endblock %}")
child("{% extends 'base' %}{% block a %}{{ super() }}{{ super() }}{% endblock %}")
child("{% extends 'base' %}{% block a %}{{ super()|upper }}{{ super()|length }}{% endblock %}")
child("{% extends 'base' %}{% block a %}{% set s = super() %}<{{ s }}>{% endblock %}")
child("{% extends 'base' %}{% block a %}{{ self.b() }}{% endblock %}")
child("{% extends 'base' %}{% block a %}x{% endblock a %}{% block b %}y{% endblock b %}")
child("{% extends name %}{% block a %}dyn{% endblock %}", {"name": "base"})
child("{% extends 'ba' ~ 'se' %}{% block a %}dyn{% endblock %}")
child("{% extends 'base' if x else 'other' %}{% block a %}dyn{% endblock %}", {"x": False}, {**BASE, "other": "({% block a %}{% endblock %})"})
child("{% if x %}{% extends 'base' %}{% endif %}{% block a %}cond{% endblock %}", {"x": True})
child("{% if x %}{% extends 'base' %}{% endif %}{% block a %}cond{% endblock %}!", {"x": False})
child("{% extends x and 'base' or 'base' %}", {"x": 1})
child("{% extends 'mid' %}{% block a %}leaf({{ super() }}){% endblock %}", templates={**BASE, "mid": "{% extends 'base' %}{% block a %}mid({{ super() }}){% endblock %}"})
child("{% extends 'mid' %}{% block b %}leaf{% endblock %}", templates={**BASE, "mid": "{% extends 'base' %}{% block a %}mid({{ super() }}){% endblock %}"})
child("{% extends 'mid' %}{% block a %}{{ super.super() }}{% endblock %}", templates={**BASE, "mid": "{% extends 'base' %}{% block a %}mid{% endblock %}"})
child("{% extends 'mid' %}{% block a %}{{ super.super()|upper }}{{ super() }}{% endblock %}", templates={**BASE, "mid": "{% extends 'base' %}{% block a %}mid{% endblock %}"})
child("{% extends '3' %}{% block a %}4{{ super() }}{{ super.super() }}{{ super.super.super() }}{% endblock %}",
      templates={"1": "{% block a %}1{% endblock %}", "2": "{% extends '1' %}{% block a %}2{% endblock %}", "3": "{% extends '2' %}{% block a %}3{% endblock %}"})
child("{% extends 'mid' %}{% block inner %}leaf{% endblock %}", templates={**BASE, "mid": "{% extends 'base' %}{% block a %}<{% block inner %}mid{% endblock %}>{% endblock %}"})
child("{% extends 'mid' %}{% block inner %}leaf {{ super() }}{% endblock %}{% block a %}{{ super() }}!{% endblock %}",
      templates={**BASE, "mid": "{% extends 'base' %}{% block a %}<{% block inner %}mid{% endblock %}>{% endblock %}"})
child("{% block a %}x{% block b %}y{% endblock %}z{% endblock %}{{ self.a() }}{{ self.b() }}")
child("{% block a %}x{% endblock %}{{ self.a() }}{{ self.a() | upper }}")
child("{{ self.a() }}{% block a %}x{% endblock %}")
child("{% extends 'base' %}{% block a %}{% for i in [1, 2] %}{{ i }}{% endfor %}{% endblock %}")
child("{% for i in [1, 2] %}{% block item scoped %}{{ i }}{% endblock %}{% endfor %}")
child("{% for i in [1, 2] %}{% block item %}[{{ i }}]{% endblock %}{% endfor %}")
child("{% for i in [1, 2] %}{% block item scoped %}{{ loop.index }}{% endblock %}{% endfor %}")
child("{% extends 'list' %}{% block item %}<{{ x }}>{% endblock %}", templates={"list": "{% for x in [1, 2] %}{% block item scoped %}{{ x }}{% endblock %}{% endfor %}"})
child("{% extends 'list' %}{% block item %}<{{ x }}>{% endblock %}", templates={"list": "{% for x in [1, 2] %}{% block item %}{{ x }}{% endblock %}{% endfor %}"})
child("{% extends 'list' %}{% block item %}<{{ super() }}>{% endblock %}", templates={"list": "{% for x in [1, 2] %}{% block item scoped %}{{ x }}{% endblock %}{% endfor %}"})
child("{% extends 'list' %}{% block item scoped %}<{{ x }}>{% endblock %}", templates={"list": "{% for x in [1, 2] %}{% block item %}{{ x }}{% endblock %}{% endfor %}"})
child("{% with a = 1 %}{% block b %}{{ a }}{% endblock %}{% endwith %}|")
child("{% with a = 1 %}{% block b scoped %}{{ a }}{% endblock %}{% endwith %}|")
child("{% set a = 1 %}{% block b %}{{ a }}{% endblock %}")
child("{% if false %}{% block b %}never{% endblock %}{% endif %}|")
child("{% extends 'req' %}{% block a %}given{% endblock %}", templates={"req": "{% block a required %}{% endblock %}"})
child("{% extends 'req' %}", templates={"req": "{% block a required %}{% endblock %}"})
child("{% extends 'req' %}{% block a %}{{ super() }}given{% endblock %}", templates={"req": "{% block a required %}  {% endblock %}"})
child("{% block a required %}{# comment #}  {% endblock %}")
child("{% block a required %}text{% endblock %}")
child("{% block a required %}{{ x }}{% endblock %}")
child("{% block a scoped required %}{% endblock %}")
child("{% block a required scoped %}{% endblock %}")
child("{% extends 'mid' %}{% block a %}given{% endblock %}", templates={"req": "{% block a required %}{% endblock %}", "mid": "{% extends 'req' %}"})
child("{% extends 'base' %}{% block a %}{% include 'part' %}{% endblock %}", {"v": 1}, {**BASE, "part": "part {{ v }}"})
child("{% extends 'base' %}{% block a %}{% extends 'base' %}{% endblock %}")
child("{% extends 'base' %}{% extends 'base' %}")
child("{% extends 'base' %}{% block a %}1{% endblock %}{% block a %}2{% endblock %}")
child("{% block a %}1{% endblock %}{% block a %}2{% endblock %}")
child("{% block a %}1{% endblock b %}")
child("{% block %}{% endblock %}")
child("{% block 1a %}{% endblock %}")
child("{% block my-block %}{% endblock %}")
child("{% block 'a' %}{% endblock %}")
child("{% block a %}")
child("{% block a scoped scoped %}{% endblock %}")
child("{% extends %}")
child("{% extends 'missing' %}")
child("{% extends missing %}")
child("{% extends none %}")
child("{% extends 5 %}")
child("{% extends ['missing', 'base'] %}{% block a %}list{% endblock %}")
child("{% extends 'main' %}")
child("{{ super() }}")
child("{% block a %}{{ super() }}{% endblock %}")
child("{% extends 'base' %}{% block a %}{{ super.super() }}{% endblock %}")
child("{% extends 'base' %}{% block c %}{{ super() }}{% endblock %}{% block a %}{{ self.c() }}{% endblock %}")
child("{{ self.nope() }}")
child("{{ self.nope }}|{{ self.nope is defined }}")
child("{% extends 'base' %}{% block a %}{{ super is defined }}{{ super is callable }}{% endblock %}")
child("{% extends 'base' %}{% block a %}{{ super() if true }}{% endblock %}", {"x": 1}, {"base": "{% block a %}{{ x }}{{ 1 / 0 if false }}{% endblock %}"})
child("{% extends 'base' %}{% block a %}{% set x = 2 %}{{ super() }}{{ x }}{% endblock %}", {"x": 1}, {"base": "{% block a %}{{ x }}{% endblock %}{{ x }}"})
child("{% extends 'base' %}{% block a %}{{ x }}{% endblock %}", {"x": "ctx"}, {"base": "{% set x = 'base' %}{% block a %}{% endblock %}{{ x }}"})
child("{% extends 'base' %}{% set x = 'child' %}", {"x": "ctx"}, {"base": "{{ x }}{% block a %}{{ x }}{% endblock %}"})
child("{% extends 'base' %}{% set x = 'child' %}{% block a %}{{ x }}{% endblock %}", {"x": "ctx"}, {"base": "{% set x = 'base' %}{{ x }}{% block a %}{{ x }}{% endblock %}"})
child("{% extends 'base' %}{% block a %}{{ m('x') }}{% endblock %}", {}, {"base": "{% macro m(a) %}m{{ a }}{% endmacro %}{% block a %}{% endblock %}"})
child("{% extends 'base' %}{% import 'lib' as lib %}{% block a %}{{ lib.m() }}{% endblock %}", {}, {**BASE, "lib": "{% macro m() %}lib{% endmacro %}"})
child("{% extends 'base' %}{% from 'lib' import m %}{% block a %}{{ m() }}{% endblock %}", {}, {**BASE, "lib": "{% macro m() %}lib{% endmacro %}"})
child("{% extends 'base' %}{% block a %}<{{ super() }}>{{ x }}{% endblock %}", {"x": "<"}, {"base": "{% block a %}<i>{{ x }}</i>{% endblock %}"}, autoescape=True)
child("{% block a %}<i>{% endblock %}{{ self.a() }}{{ self.a()|upper }}", autoescape=True)
child("{%- extends 'base' -%}\n\n{%- block a -%}\n  a\n{%- endblock -%}\n", templates=BASE)
child("{% extends 'base' %}\n{% block a %}\n  a\n{% endblock %}\n", templates={"base": "<\n  {% block a %}\n  {% endblock %}\n>\n"}, trim_blocks=True, lstrip_blocks=True)
child("{% extends 'base' %}\n{% block a %}\n  a\n{% endblock %}\n", templates={"base": "<\n  {% block a %}\n  {% endblock %}\n>\n"})
child("{% for x in [1] %}{% extends 'base' %}{% endfor %}{% block a %}x{% endblock %}")
child("{% extends 'base' %}{% block a %}{% block new %}n{% endblock %}{% endblock %}{% block b %}{{ self.new() }}{% endblock %}")
child("{% macro m() %}{% block a %}x{% endblock %}{% endmacro %}{{ m() }}")
child("{% set q %}{% block a %}x{% endblock %}{% endset %}[{{ q }}]")
child("{% filter upper %}{% block a %}x{% endblock %}{% endfilter %}")
child("{% call m() %}{% block a %}x{% endblock %}{% endcall %}")

PARTS = {"part": "<{{ x }}>", "setter": "{% set x = 'changed' %}{{ x }}", "bad": "{{ 1 / 0 }}", "broken": "{% if %}", "nested": "n({% include 'part' %})",
         "loopy": "{{ loop }}|{{ i }}", "deep": "{% include 'nested' %}", "ws": "  a  \n", "self": "{% block b %}inc{% endblock %}", "nl": "line\n"}


def include(template, context=None, templates=PARTS, feature="include", **options):
    case(feature, template, {"x": "ctx"} if context is None else context, templates, **options)


for template in [
        "{% include 'part' %}", "{% include 'part' %}{% include 'part' %}", "{% include name %}", "{% include 'pa' ~ 'rt' %}", "{% set x = 'set' %}{% include 'part' %}",
        "{% for x in [1, 2] %}{% include 'part' %}{% endfor %}", "{% with x = 'w' %}{% include 'part' %}{% endwith %}", "{% include 'part' with context %}",
        "{% include 'part' without context %}", "{% include 'part' ignore missing %}", "{% include 'nope' ignore missing %}|", "{% include 'nope' ignore missing with context %}|",
        "{% include 'nope' ignore missing without context %}|", "{% include 'part' ignore missing without context %}", "{% include ['nope', 'part'] %}", "{% include ('nope', 'part') %}",
        "{% include ['nope', 'nada'] ignore missing %}|", "{% include [] ignore missing %}|", "{% include 'nested' %}", "{% include 'deep' %}", "{% include 'setter' %}{{ x }}",
        "{% for i in [1, 2] %}{% include 'loopy' %}{% endfor %}", "{% for i in [1] %}{% include 'loopy' without context %}{% endfor %}", "{% macro m(x) %}{% include 'part' %}{% endmacro %}{{ m('arg') }}",
        "{% set q %}{% include 'part' %}{% endset %}{{ q|upper }}", "{% filter upper %}{% include 'part' %}{% endfilter %}", "[{% include 'ws' %}]", "[{%- include 'ws' -%}]", "a\n{% include 'nl' %}\nb",
        "{% if true %}{% include 'part' %}{% endif %}", "{% include 'self' %}{% block b %}own{% endblock %}", "{% block b %}{% include 'part' %}{% endblock %}", "{% include 'part' if x else 'nope' %}",
        "{% include missing_name ignore missing %}|", "{% include none ignore missing %}|", "{% include x2|default('part') %}", "{% set x = 1 %}{% if true %}{% set x = 2 %}{% include 'part' %}{% endif %}",
        "{% for x in [1] %}{% set x = 5 %}{% include 'part' %}{% endfor %}"]:
    include(template, {"x": "ctx", "name": "part"})
for template in ["{% include 'nope' %}", "{% include ['nope', 'nada'] %}", "{% include [] %}", "{% include 'bad' %}", "{% include 'broken' %}", "{% include 'bad' ignore missing %}", "{% include 'broken' ignore missing %}",
                 "{% include %}", "{% include 'part' ignore %}", "{% include 'part' with %}", "{% include 'part' missing %}", "{% include missing_name %}", "{% include none %}", "{% include 5 %}", "{% include 'part' 'part' %}",
                 "{% include 'part' with context ignore missing %}", "{% include missing.x %}", "{% include {'a': 1} %}"]:
    include(template, feature="include-error")
include("{% include 'part' %}", {"x": "<"}, autoescape=True)
include("{% autoescape true %}{% include 'part' %}{% endautoescape %}", {"x": "<"})
include("{% include 'a' %}", {"x": 1}, {"a": "A{% include 'b' %}", "b": "B{% include 'c' %}", "c": "C{{ x }}"})
include("{% include 'child' %}", {"x": 1}, {**BASE, "child": "{% extends 'base' %}{% block a %}inc{{ x }}{% endblock %}"})
include("{% for x in [1, 2] %}{% include 'row' %}{% endfor %}", {}, {"row": "{{ x }}{% if loop is defined %}{{ loop.index }}{% endif %}\n"})
include("{% for f in files %}{% include f %}{% endfor %}", {"files": ["a", "b"]}, {"a": "A", "b": "B"})

LIB = {"lib": "{% macro m(a='d') %}m({{ a }}){% endmacro %}{% set v = 'val' %}{% set _p = 'private' %}{% macro ctx() %}{{ x }}{% endmacro %}{% macro _q() %}{% endmacro %}text",
       "forms": "{% macro input(name, value='', type='text') -%}\n<input name=\"{{ name }}\" value=\"{{ value|e }}\" type=\"{{ type }}\">\n{%- endmacro %}",
       "broken": "{% if %}", "bad": "{{ 1 / 0 }}", "usesx": "{% set v = x %}", "nested": "{% import 'lib' as lib %}{% macro n() %}{{ lib.m('n') }}{% endmacro %}",
       "cond": "{% if true %}{% macro c() %}c{% endmacro %}{% set cv = 1 %}{% endif %}", "loopset": "{% for i in [1] %}{% set lv = i %}{% endfor %}"}
for template in [
        "{% import 'lib' as lib %}{{ lib.m() }}", "{% import 'lib' as lib %}{{ lib.m('x') }}{{ lib.v }}", "{% import 'lib' as lib %}{{ lib.ctx() }}|", "{% import 'lib' as lib with context %}{{ lib.ctx() }}",
        "{% import 'lib' as lib without context %}{{ lib.ctx() }}|", "{% import 'lib' as lib %}{{ lib._p }}|{{ lib.nope }}|{{ lib.nope is defined }}", "{% import 'lib' as lib %}{{ lib }}", "{% import 'lib' as lib %}{{ lib|string|length }}",
        "{% from 'lib' import m %}{{ m(1) }}", "{% from 'lib' import m, v %}{{ m(1) }}{{ v }}", "{% from 'lib' import m as renamed %}{{ renamed(2) }}{{ m is defined }}", "{% from 'lib' import m as a, v as b %}{{ a(b) }}",
        "{% from 'lib' import m, %}{{ m() }}", "{% from 'lib' import ctx %}{{ ctx() }}|", "{% from 'lib' import ctx with context %}{{ ctx() }}", "{% from 'lib' import ctx, m with context %}{{ ctx() }}{{ m() }}",
        "{% from 'lib' import ctx without context %}{{ ctx() }}|", "{% from 'lib' import nope %}|", "{% from 'lib' import nope %}{{ nope is defined }}", "{% import name as lib %}{{ lib.m() }}", "{% from name import m %}{{ m() }}",
        "{% for i in [1] %}{% import 'lib' as lib %}{{ lib.m(i) }}{% endfor %}{{ lib is defined }}", "{% macro o() %}{% from 'lib' import m %}{{ m('in') }}{% endmacro %}{{ o() }}",
        "{% set x = 'set' %}{% import 'lib' as lib with context %}{{ lib.ctx() }}", "{% import 'usesx' as u %}{{ u.v }}|", "{% import 'usesx' as u with context %}{{ u.v }}", "{% import 'nested' as n %}{{ n.n() }}", "{% import 'cond' as c %}{{ c.c() }}{{ c.cv }}",
        "{% import 'loopset' as l %}{{ l.lv is defined }}", "{% import 'lib' as lib %}{% set lib2 = lib %}{{ lib2.m() }}", "{% import 'lib' as lib %}{{ lib['m']('s') }}{{ lib['v'] }}", "{% from 'forms' import input %}{{ input('a', '<\"', type='password') }}",
        "{% import 'forms' as f %}\n<p>{{ f.input('user') }}</p>\n<p>{{ f.input('pw', type='password') }}</p>", "{% import 'lib' as lib %}{% include 'part2' %}", "{% from 'lib' import m %}{% call m() %}x{% endcall %}",
        "{% from 'lib' import m %}{% block b %}{{ m() }}{% endblock %}", "{% block b %}{% from 'lib' import m %}{{ m() }}{% endblock %}", "{% import 'lib' as m %}{{ m.m() }}", "{% import 'lib' as lib %}{{ lib.m is callable }}{{ lib.m.name }}",
        "{% if true %}{% from 'lib' import m %}{% endif %}{{ m() }}", "{% from 'lib' import m %}{% from 'forms' import input as m %}{{ m('z') }}"]:
    case("import", template, {"x": "ctx", "name": "lib"}, {**LIB, "part2": "{{ lib.m('inc') }}"})
for template in ["{% import 'nope' as n %}", "{% import ['nope', 'lib'] as n %}{{ n.m() }}", "{% import 'lib' %}", "{% import 'lib' as %}", "{% import 'lib' as 5 %}", "{% import as x %}", "{% import 'lib' as a.b %}", "{% import 'lib' as a, b %}",
                 "{% from 'lib' %}", "{% from 'lib' import %}", "{% from 'lib' import * %}", "{% from 'lib' import _p %}", "{% from 'lib' import m as %}", "{% from 'lib' import m v %}", "{% from import m %}", "{% from 'nope' import m %}",
                 "{% from 'lib' import nope %}{{ nope() }}", "{% import 'broken' as b %}", "{% import 'bad' as b %}", "{% import 'lib' as lib %}{{ lib.nope() }}", "{% import 'lib' as lib ignore missing %}", "{% from 'lib' import 'm' %}", "{% from 'lib' import m as _x %}{{ _x() }}",
                 "{% from 'lib' import m with %}", "{% import missing as m %}", "{% import none as m %}", "{% from lib.m import x %}"]:
    case("import-error", template, {"x": "ctx"}, LIB)
case("import", "{% import 'lib' as lib %}{{ lib.m('<') }}", {}, {"lib": "{% macro m(a) %}<b>{{ a }}</b>{% endmacro %}"}, autoescape=True)
case("import", "{% import 'lib' as lib %}{{ lib }}", {}, {"lib": "<b>{% set a = 1 %}</b>"}, autoescape=True)
case("import", "{% import 'counter' as c %}{{ c.n.v }}{% set c.n = 1 %}", {}, {"counter": "{% set n = namespace(v=1) %}"})
case("import", "{% import 'a' as a %}{% import 'a' as b %}{% set _ = a.l.append(1) %}{{ a.l }}{{ b.l }}", {}, {"a": "{% set l = [] %}"})
case("import", "{% import 'a' as a with context %}{% import 'a' as b with context %}{% set _ = a.l.append(1) %}{{ a.l }}{{ b.l }}", {}, {"a": "{% set l = [] %}"})
