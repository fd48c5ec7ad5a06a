"""Renders cases with stock Jinja2 and says what came out.

Reads one case a line (JSON) from standard input and writes one line for each to standard output:

    {"id": ..., "expect": {"text": ...}}              the template rendered
    {"id": ..., "expect": {"error": ..., "message": ...}}   it failed; the name of Python's exception class

With --record the whole case is written back with its "expect" filled in. A case is

    {"id", "feature", "template", "templates"?: {name: source}, "context"?: {...}, "options"?: {...}}

Options are those of jinja2.Environment, with undefined = strict | default | chainable | debug and
extensions = [do, loopcontrols]. The environment is SandboxedEnvironment: templates may change the lists and
dicts they are given (as `do` needs), and reach nothing else. What takes too long or grows too large ends as
TimeoutError or MemoryError.
"""
import copy
import json
import re
import resource
import signal
import sys
import warnings

import jinja2
from jinja2.sandbox import SandboxedEnvironment

UNDEFINED = {
    "strict": jinja2.StrictUndefined,
    "default": jinja2.Undefined,
    "chainable": jinja2.ChainableUndefined,
    "debug": jinja2.DebugUndefined,
}

EXTENSIONS = {"do": "jinja2.ext.do", "loopcontrols": "jinja2.ext.loopcontrols"}

SECONDS_FOR_ONE_CASE = 10
CHARACTERS_OF_ONE_CASE = 1_000_000
BYTES_OF_MEMORY = 4_000_000_000


def environment(case):
    options = copy.deepcopy(case.get("options", {}))
    if "undefined" in options:
        options["undefined"] = UNDEFINED[options["undefined"]]
    if "extensions" in options:
        options["extensions"] = [EXTENSIONS[name] for name in options["extensions"]]
    sources = {"main": case["template"], **case.get("templates", {})}
    return SandboxedEnvironment(loader=jinja2.DictLoader(sources), **options)


def render(case):
    signal.alarm(SECONDS_FOR_ONE_CASE)
    try:
        template = environment(case).get_template("main")
        text = template.render(copy.deepcopy(case.get("context", {})))
        if len(text) > CHARACTERS_OF_ONE_CASE:
            raise MemoryError(f"more than {CHARACTERS_OF_ONE_CASE} characters")
        return {"text": text}
    except Exception as error:
        message = re.sub(r"0x[0-9a-f]{6,}", "0x...", str(error))
        return {"error": type(error).__name__, "message": message}
    finally:
        signal.alarm(0)


def on_alarm(signum, frame):
    raise TimeoutError(f"not done in {SECONDS_FOR_ONE_CASE} s")


def main():
    signal.signal(signal.SIGALRM, on_alarm)
    warnings.simplefilter("ignore")
    resource.setrlimit(resource.RLIMIT_AS, (BYTES_OF_MEMORY, BYTES_OF_MEMORY))
    record = "--record" in sys.argv[1:]
    for line in sys.stdin.buffer:
        case = json.loads(line)
        expect = render(case)
        answer = {**case, "expect": expect} if record else {"id": case["id"], "expect": expect}
        sys.stdout.buffer.write(json.dumps(answer, ensure_ascii=False).encode("utf-8", "surrogatepass") + b"\n")


if __name__ == "__main__":
    main()
