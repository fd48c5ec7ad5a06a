"""Makes cases at random, the same ones for the same seed.

    python3 generate.py SEED COUNT [KIND]    writes COUNT cases as JSON lines, without their expectations

The kinds are those of grammar/, in turn. Each case has dice of its own, so a new kind changes no case of the others.
"""
import json
import sys

from grammar.expressions import Expressions
from grammar.inheritance import Inheritance
from grammar.layout import Layout
from grammar.matrix import Matrix
from grammar.numbers import Numbers
from grammar.scopes import Scopes
from grammar.sequences import Sequences
from grammar.templates import Broken, Templates
from grammar.texts import Texts

KINDS = {"matrix": Matrix, "expression": Expressions, "template": Templates, "broken": Broken, "scopes": Scopes, "layout": Layout,
         "inheritance": Inheritance, "numbers": Numbers, "texts": Texts, "sequences": Sequences}


def generate(seed, count, kinds=tuple(KINDS)):
    """The cases, of each kind in turn."""
    for number in range(count):
        kind = kinds[number % len(kinds)]
        made = KINDS[kind](f"{seed}/{kind}/{number // len(kinds)}").case()
        yield {"id": f"generated-{kind}-{seed}-{number // len(kinds)}", "feature": f"generated-{kind}", **{part: value for part, value in made.items() if value or part == "template"}}


if __name__ == "__main__":
    for made in generate(int(sys.argv[1]), int(sys.argv[2]), tuple(sys.argv[3:]) or tuple(KINDS)):
        print(json.dumps(made, ensure_ascii=False))
