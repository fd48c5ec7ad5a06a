using System.Globalization;
using Daybook.RedTeam;

namespace Daybook.Tests.RedTeam.Cob;

public sealed class ChangeTextTests
{
    [Theory]
    [InlineData("112.5", "100", "+12.5%")]
    [InlineData("97", "100", "-3.0%")]
    [InlineData("100", "100", "0.0%")]
    [InlineData("0", "0", "N/A")]
    [InlineData("5", "0", "N/A")]
    [InlineData("5", null, "N/A")]
    [InlineData(null, "5", "N/A")]
    [InlineData("0", "5", "-100.0%")]
    [InlineData("99999", "100000", "0.0%")]
    [InlineData("100001", "100000", "0.0%")]
    [InlineData("700", "100", "+600.0%")]
    public void Change_of_a_count(string? now, string? before, string text) => Assert.Equal(text, ChangeText.OfCount(Decimal(now), Decimal(before)));

    [Theory]
    [InlineData("12.34", "10", "+2.3 pp")]
    [InlineData("10", "12.35", "-2.4 pp")]
    [InlineData("10", "10", "0.0 pp")]
    [InlineData("10", "0", "+10.0 pp")]
    [InlineData("9.96", "10", "0.0 pp")]
    [InlineData(null, "10", "N/A")]
    [InlineData("10", null, "N/A")]
    public void Change_of_a_rate_is_in_percentage_points(string? now, string? before, string text) =>
        Assert.Equal(text, ChangeText.OfRate(Decimal(now), Decimal(before)));

    [Theory]
    [InlineData("12", "7", "+5")]
    [InlineData("7", "12", "-5")]
    [InlineData("7", "7", "0")]
    [InlineData("12000", "7", "+11,993")]
    [InlineData("7", "9.5", "-2.5")]
    [InlineData("7", null, "N/A")]
    public void Difference_of_two_counts(string? now, string? before, string text) =>
        Assert.Equal(text, ChangeText.OfDifference(Decimal(now), Decimal(before)));

    private static decimal? Decimal(string? text) => text is null ? null : decimal.Parse(text, CultureInfo.InvariantCulture);
}
