using Daybook.Composition;
using Daybook.Documents;

namespace Daybook.Tests.Composition.Filters;

public sealed class ChangeTextTests
{
    [Theory]
    [InlineData(112.5, 100, "+12.5%")]
    [InlineData(97, 100, "-3.0%")]
    [InlineData(100, 100, "0.0%")]
    [InlineData(99.99, 100, "0.0%")]
    [InlineData(100.01, 100, "0.0%")]
    [InlineData(5, 0, "N/A")]
    [InlineData(0, 0, "N/A")]
    [InlineData(0, 4, "-100.0%")]
    [InlineData(-5, -10, "+50.0%")]
    [InlineData(double.PositiveInfinity, 1, "N/A")]
    [InlineData(1e308, 1e-300, "N/A")]
    public void A_change_is_signed_and_never_infinite_or_minus_zero(double value, double previous, string expected) =>
        Assert.Equal(expected, ChangeText.Of(value, previous));

    [Fact]
    public void A_missing_figure_has_no_change()
    {
        Assert.Equal("N/A", ChangeText.Of(null, 1));
        Assert.Equal("N/A", ChangeText.Of(1, null));
    }

    [Theory]
    [InlineData("+12.5%", ChangeDirection.Up)]
    [InlineData("-3.0%", ChangeDirection.Down)]
    [InlineData("0.0%", ChangeDirection.Flat)]
    [InlineData("N/A", null)]
    [InlineData("", null)]
    public void The_direction_is_read_from_the_shown_change(string change, ChangeDirection? direction) =>
        Assert.Equal(direction, ChangeText.DirectionOf(change));
}
