"""One operator, filter, test, method or format on values of every type."""
from .data import *
from .expressions import Expressions


class Matrix(Expressions):
    def case(self):
        return data_case(f"{{{{ {self.meeting()} }}}}", self.environment_options())

    def meeting(self):
        value = self.value()
        form = self.below(10)
        if form < 4:
            return f"({value})|{self.pick(FILTERS)}"
        if form < 6:
            return f"({value}) {self.pick(BINARY)} ({self.value()})"
        if form == 6:
            return f"({value}) is {self.pick(['', 'not '])}{self.pick(TESTS)}"
        if form == 7:
            return f"({value}).{self.pick(METHODS)}"
        if form == 8:
            return f"{self.pick(FORMATS)!r} % ({value})" if self.chance(0.5) else f"'{{{self.pick(SPECS)}}}'.format({value})"
        return f"({value})|{self.pick(FILTERS)}|{self.pick(FILTERS)}"
