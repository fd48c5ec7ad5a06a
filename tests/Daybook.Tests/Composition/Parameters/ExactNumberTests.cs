using System.Globalization;
using CsCheck;
using Daybook.Composition;

namespace Daybook.Tests.Composition.Parameters;

public class ExactNumberTests
{
    [Fact]
    public void Numbers_compare_as_decimals_do() =>
        Gen.Select(Gen.Decimal[-1000, 1000], Gen.Decimal[-1000, 1000], Gen.Int[0, 5]).Always((left, right, digits) =>
        {
            var (a, b) = (decimal.Round(left, digits), decimal.Round(right, digits));
            Assert.Equal(a.CompareTo(b), Parse(a.ToString(CultureInfo.InvariantCulture)).CompareTo(Parse(b.ToString(CultureInfo.InvariantCulture))));
        });

    [Theory]
    [InlineData("1", "1.000")]
    [InlineData("1e3", "1000")]
    [InlineData("-2.5E-3", "-0.0025")]
    [InlineData("0", "-0.0e7")]
    public void Different_texts_can_be_the_same_number(string left, string right) => Assert.Equal(0, Parse(left).CompareTo(Parse(right)));

    [Fact]
    public void Digits_beyond_those_of_a_double_count() =>
        Assert.True(Parse("0.30000000000000000001").CompareTo(Parse("0.3")) > 0);

    [Fact]
    public void A_number_too_large_to_compare_is_none()
    {
        Assert.Null(ExactNumber.Parse("1e1001"));
        Assert.Null(ExactNumber.Parse("1e99999999999"));
        Assert.Null(ExactNumber.Parse(new string('9', 1001)));
    }

    private static ExactNumber Parse(string text) => ExactNumber.Parse(text)!.Value;
}
