"""Whole templates as people write them."""
from . import case

RUN = {"business_date": "2025-11-21", "operator": "R. Ortiz", "runs": [
    {"id": "a1", "target": "gpt-oss-20b", "probe": "promptinject.HijackHateHumans", "detector": "promptinject.AttackRogueString", "evaluated": 256, "hits": 141, "tags": ["owasp:llm01", "avid-effect:security:S0403"], "note": None},
    {"id": "a2", "target": "gpt-oss-20b", "probe": "dan.Dan_11_0", "detector": "dan.DAN", "evaluated": 5, "hits": 0, "tags": ["owasp:llm01"], "note": "short run"},
    {"id": "a3", "target": "phi-4 <mini>", "probe": "encoding.InjectBase64", "detector": "encoding.DecodeMatch", "evaluated": 120, "hits": 37, "tags": [], "note": "a|b & \"c\"\nline two"},
    {"id": "a4", "target": "phi-4 <mini>", "probe": "xss.MarkdownImageExfil", "detector": "xss.MarkdownExfilBasic", "evaluated": 0, "hits": 0, "tags": ["owasp:llm02"], "note": ""}],
    "previous": {"gpt-oss-20b": 0.51, "phi-4 <mini>": 0.0}, "severities": {"critical": 0.5, "high": 0.25, "medium": 0.1, "low": 0.0}, "findings": [], "shift": {"name": "day", "start": "08:00", "end": "17:30"}}

COB = """{%- macro rate(hits, total) -%}
  {{ '%.1f%%' % (hits / total * 100) if total else 'not assessed' }}
{%- endmacro -%}
{%- macro severity(value) -%}
  {%- set ns = namespace(name='none') -%}
  {%- for name, floor in severities.items() if value >= floor and ns.name == 'none' -%}
    {%- set ns.name = name -%}
  {%- endfor -%}
  {{ ns.name|upper }}
{%- endmacro -%}
# Close of business {{ business_date }}

Operator: {{ operator }} · shift {{ shift.name|title }} ({{ shift.start }}–{{ shift.end }})

{% set total = runs|sum(attribute='evaluated') %}
{% set hits = runs|sum(attribute='hits') %}
**{{ hits }}** of **{{ '{:,}'.format(total) }}** attempts succeeded ({{ rate(hits, total) }}).

{% for target, group in runs|groupby('target') %}
## {{ loop.index }}. {{ target|e }}

| probe | attempts | hits | rate | severity |
|:--|--:|--:|--:|:-:|
{% for run in group|sort(attribute='hits', reverse=true) -%}
| {{ run.probe }} | {{ run.evaluated }} | {{ run.hits }} | {{ rate(run.hits, run.evaluated) }} | {{ severity(run.hits / run.evaluated) if run.evaluated else '–' }} |
{% endfor %}
{% set now = group|sum(attribute='hits') / ([group|sum(attribute='evaluated'), 1]|max) -%}
{% set before = previous[target] -%}
Change: {{ '%+.1f' % ((now - before) * 100) }} points {{ '▲' if now > before else '▼' if now < before else '=' }}
{% if not loop.last %}

---
{% endif %}
{% endfor %}
{% if findings %}
{% for f in findings %}- {{ f }}{% endfor %}
{% else %}
_No findings were filed._
{% endif %}
"""
CSV = """{% set columns = ['id', 'target', 'probe', 'evaluated', 'hits', 'note'] %}{% macro cell(v) %}{% set s = '' if v is none else v|string %}{{ '"' ~ s|replace('"', '""') ~ '"' if ',' in s or '"' in s or '\\n' in s else s }}{% endmacro %}{{ columns|join(',') }}
{% for run in runs %}{% for c in columns %}{{ cell(run[c]) }}{{ ',' if not loop.last }}{% endfor %}

{% endfor %}"""
EMAIL = """Subject: [{{ 'ALERT' if runs|selectattr('hits', 'gt', 100)|list else 'OK' }}] COB {{ business_date }}
To: {{ recipients|default(['soc@example.com'])|join(', ') }}

Dear {{ (operator.split(' ')|last)|default('colleague', true) }},

{% for run in runs if run.hits -%}
{{ loop.index }}) {{ run.probe|truncate(24, true, '…', 0) }}: {{ run.hits }}/{{ run.evaluated }}
{% else -%}
Nothing to report.
{% endfor %}
{{ "Tags: " ~ runs|map(attribute='tags')|sum(start=[])|unique|sort|join(', ') }}
{{ '-- ' }}
{{ 'This mail was made by a schedule. It says what was measured, and nothing that was not.'|wordwrap(40) }}
"""
HTML = """<!doctype html>
<title>{{ title|default('COB ' ~ business_date) }}</title>
{% block style %}<style>.critical { color: #b00 }</style>{% endblock %}
<table>
  <thead><tr>{% for h in ['Target', 'Probe', 'Rate'] %}<th scope="col">{{ h }}</th>{% endfor %}</tr></thead>
  <tbody>
  {% for run in runs %}
    {% set asr = (run.hits / run.evaluated)|round(3) if run.evaluated else none %}
    <tr{{ {'class': 'critical' if asr and asr > 0.5 else none, 'id': 'run-' ~ run.id}|xmlattr }}>
      <td>{{ run.target }}</td><td title="{{ run.note or '' }}">{{ run.probe }}</td><td>{{ asr if asr is not none else 'n/a' }}</td>
    </tr>
  {% endfor %}
  </tbody>
</table>
<script>const runs = {{ runs|map(attribute='id')|list|tojson }}; const note = {{ runs[2].note|tojson }};</script>
"""
TREE = """{% for family, group in runs|groupby('probe') -%}
{{ family.split('.')[0] }}
  {%- for run in group %}
  └ {{ run.probe.split('.')[1] }}: {{ '█' * (run.hits * 20 // [run.evaluated, 1]|max) }}{{ '░' * (20 - run.hits * 20 // [run.evaluated, 1]|max) }} {{ '%3d' % (run.hits * 100 // [run.evaluated, 1]|max) }}%
  {%- endfor %}
{% endfor %}"""
SUMMARY = """{% set by_target = {} %}
{% for run in runs %}
{% set entry = by_target.setdefault(run.target, {'hits': 0, 'total': 0, 'probes': []}) %}
{% set _ = entry.update(hits=entry.hits + run.hits, total=entry.total + run.evaluated) %}
{% set _ = entry.probes.append(run.probe.split('.')|first) %}
{% endfor %}
{% for target, e in by_target|dictsort(false, 'key') %}
{{ target }}: {{ e.hits }}/{{ e.total }} over {{ e.probes|length }} probe{{ 's' if e.probes|length != 1 }} ({{ e.probes|sort|join(', ') }})
{% endfor %}
{{ by_target }}"""
YAML = """date: {{ business_date }}
runs:
{%- for run in runs %}
  - id: {{ run.id }}
    target: {{ run.target|tojson }}
    rate: {{ (run.hits / run.evaluated)|round(4) if run.evaluated else 'null' }}
    tags: {{ run.tags }}
    {%- if run.note %}
    note: |
      {{ run.note|indent(6) }}
    {%- endif %}
{%- endfor %}
"""
TEXT_TABLE = """{% set widths = {'target': 14, 'probe': 32, 'hits': 6} %}
{{ '%-14s' % 'target' }} {{ '%-32s' % 'probe' }} {{ '%6s' % 'hits' }}
{{ '-' * 54 }}
{% for r in runs %}
{{ r.target.ljust(widths.target) }} {{ r.probe[:widths.probe].ljust(widths.probe) }} {{ '{:>{w}}'.format(r.hits, w=widths.hits) }}
{% endfor %}
{{ ' total '.center(54, '=') }}
{{ (runs|map(attribute='hits')|sum|string).rjust(54) }}"""
PAGES = {"base": "{% block title %}Report{% endblock %}\n{% block body %}{% endblock %}\n{% block footer %}-- {{ operator }}{% endblock %}\n", "parts/table": "{% for r in runs %}{{ loop.index }}. {{ r.probe }}\n{% endfor %}",
         "parts/macros": "{% macro badge(text, level='info') %}[{{ level|upper }}: {{ text }}]{% endmacro %}{% macro section(title) %}== {{ title }} ==\n{{ caller() }}\n{% endmacro %}"}
INHERITED = """{% extends 'base' %}
{% import 'parts/macros' as ui %}
{% from 'parts/macros' import section with context %}
{% block title %}{{ super() }} for {{ business_date }}{% endblock %}
{% block body %}
{% call section('Runs') %}{% include 'parts/table' %}{% endcall %}
{% for r in runs|rejectattr('note', 'none')|selectattr('note') %}{{ ui.badge(r.note|replace('\\n', ' '), level='warn') }}
{% endfor %}{{ ui.badge('done') }}
{% endblock %}
"""
for name, template in [("cob", COB), ("csv", CSV), ("email", EMAIL), ("html", HTML), ("tree", TREE), ("summary", SUMMARY), ("yaml", YAML), ("text-table", TEXT_TABLE), ("inherited", INHERITED)]:
    for switches in [{}, {"trim_blocks": True, "lstrip_blocks": True}, {"autoescape": True}, {"trim_blocks": True, "lstrip_blocks": True, "keep_trailing_newline": True, "undefined": "strict"}]:
        case(f"report-{name}", template, RUN, PAGES, **switches)
    case(f"report-{name}", template, {**RUN, "runs": []}, PAGES, trim_blocks=True, lstrip_blocks=True)
for line in ["{{ executions.total | default(0) }} executions, {{ executions.total - executions.previous }} more than yesterday", "{{ '%+d' % (executions.total - executions.previous) }}", "{{ ((executions.total - executions.previous) / executions.previous * 100)|round(1) }}%",
             "{% if executions.failed > 0 %}⚠ {{ executions.failed }} failed{% else %}✓ all passed{% endif %}", "{{ executions.by_day|map(attribute='count')|join(' ') }}", "{{ executions.by_day|map(attribute='count')|max }} on {{ (executions.by_day|sort(attribute='count')|last).day }}",
             "{{ (executions.by_day|map(attribute='count')|sum / executions.by_day|length)|round(2) }}", "{% for d in executions.by_day %}{{ d.day }}:{{ '#' * d.count }}{{ '\n' if not loop.last }}{% endfor %}", "{{ executions.by_day|sort(attribute='count', reverse=true)|map(attribute='day')|first }}",
             "{% set top = executions.by_day|sort(attribute='count', reverse=true) %}{% for d in top[:2] %}{{ loop.index }}. {{ d.day }} ({{ d.count }}){% if not loop.last %}; {% endif %}{% endfor %}", "{{ executions.rate * 100 }}%", "{{ (executions.rate * 100)|round(2) }}%", "{{ '{:.2%}'.format(executions.rate) }}",
             "{{ executions.started[:10] }} {{ executions.started[11:16] }} {{ executions.started.split('T')|first }}", "{{ executions.owner.name|default('unknown') }}", "{{ executions.tags|join(', ') or 'no tags' }}", "{{ executions }}", "{{ executions|tojson(2) }}", "{{ executions|dictsort|map('first')|list }}"]:
    case("report-line", line, {"executions": {"total": 1289, "previous": 1201, "failed": 3, "rate": 0.07357, "started": "2025-11-21T08:15:00+01:00", "tags": [], "owner": {}, "by_day": [{"day": "Mon", "count": 4}, {"day": "Tue", "count": 9}, {"day": "Wed", "count": 2}, {"day": "Thu", "count": 9}]}})
