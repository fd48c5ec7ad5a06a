using Daybook.Composition;

namespace Daybook.Tests.Composition.Parameters;

public class ParameterPatternTests
{
    [Fact]
    public void A_pattern_that_would_take_for_ever_elsewhere_answers() =>
        Assert.False(new ParameterPattern("(a+)+").Matches(new string('a', 100_000) + "!"));

    [Fact]
    public void The_whole_text_must_match()
    {
        var pattern = new ParameterPattern("INC-[0-9]+|NONE");

        Assert.True(pattern.Matches("INC-7"));
        Assert.True(pattern.Matches("NONE"));
        Assert.False(pattern.Matches("INC-7 or NONE"));
        Assert.False(pattern.Matches("NONE\n"));
    }

    [Fact]
    public void Parentheses_cannot_escape_from_the_whole() => Assert.ThrowsAny<ArgumentException>(() => new ParameterPattern("a)|(b"));
}
