"""What every generator is made of."""
import random


class Dice:
    def __init__(self, seed):
        self.random = random.Random(seed)

    def pick(self, choices):
        return self.random.choice(choices)

    def chance(self, probability):
        return self.random.random() < probability

    def below(self, *bounds):
        return self.random.randrange(*bounds)

    def number_of(self, least, most):
        return self.random.randint(least, most)

    def many(self, least, most, make):
        return [make() for _ in range(self.number_of(least, most))]
