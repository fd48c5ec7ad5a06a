using System.Globalization;
using System.Numerics;
using CsCheck;
using Daybook.Jinja.Python;

namespace Daybook.Tests.Jinja.Python;

public sealed class FixedPointTests
{
    /// <summary>As Python's <c>format(value, 'z.Nf')</c> gives them.</summary>
    [Theory]
    [InlineData(0, 0, "0")]
    [InlineData(0, 2, "0.00")]
    [InlineData(2.5, 0, "2")]
    [InlineData(3.5, 0, "4")]
    [InlineData(0.125, 2, "0.12")]
    [InlineData(0.375, 2, "0.38")]
    [InlineData(2.675, 2, "2.67")]
    [InlineData(1.005, 2, "1.00")]
    [InlineData(-0.04, 1, "0.0")]
    [InlineData(-2.5, 0, "-2")]
    [InlineData(149.72500000000002, 2, "149.73")]
    [InlineData(0.05, 20, "0.05000000000000000278")]
    [InlineData(1e22, 0, "10000000000000000000000")]
    [InlineData(9007199254740993, 1, "9007199254740992.0")]
    [InlineData(5e-324, 3, "0.000")]
    [InlineData(double.NaN, 1, "nan")]
    [InlineData(double.NegativeInfinity, 1, "-inf")]
    public void Numbers_round_as_python_rounds_and_zero_has_no_sign(double value, int decimals, string expected) =>
        Assert.Equal(expected, FixedPoint.Format(value, decimals, grouped: false));

    [Theory]
    [InlineData(-1234567.89, 1, "-1,234,567.9")]
    [InlineData(999.995, 2, "1,000.00")]
    [InlineData(999.5, 0, "1,000")]
    [InlineData(123, 0, "123")]
    [InlineData(1e21, 2, "1,000,000,000,000,000,000,000.00")]
    public void Thousands_are_grouped(double value, int decimals, string expected) => Assert.Equal(expected, FixedPoint.Format(value, decimals, grouped: true));

    [Theory]
    [InlineData(0, 0, "0")]
    [InlineData(-1234, 2, "-1,234.00")]
    [InlineData(long.MinValue, 1, "-9,223,372,036,854,775,808.0")]
    public void Integers_are_exact(long value, int decimals, string expected)
    {
        Assert.Equal(expected, FixedPoint.Format(value, decimals, grouped: true));
        Assert.Equal(expected, FixedPoint.Format((BigInteger)value, decimals, grouped: true));
    }

    /// <summary>The other way to the same text: .NET prints the exact value, which is led to the even digit where it lies half-way.</summary>
    [Fact]
    public void Any_number_has_its_exact_digits() =>
        Gen.Select(Gen.OneOf(Gen.Double, Gen.Double[-1e6, 1e6], Gen.Int[-1_000_000, 1_000_000].Select(n => n / 64.0)), Gen.Int[0, 20], Gen.Bool).Always(
            (value, decimals, grouped) =>
            {
                if (double.IsFinite(value))
                    Assert.Equal(Exact(value, decimals, grouped), FixedPoint.Format(value, decimals, grouped));
            },
            iter: 20_000);

    private static string Exact(double value, int decimals, bool grouped)
    {
        var format = (grouped ? "N" : "F") + decimals.ToString(CultureInfo.InvariantCulture);
        var text = value.ToString(format, CultureInfo.InvariantCulture);
        var expansion = value.ToString("F1100", CultureInfo.InvariantCulture);
        var rest = expansion.AsSpan(expansion.IndexOf('.', StringComparison.Ordinal) + 1 + decimals);
        if ((text[^1] - '0') % 2 == 1 && rest[0] == '5' && !rest[1..].ContainsAnyInRange('1', '9'))
            text = Math.BitDecrement(Math.Abs(value)).ToString(format, CultureInfo.InvariantCulture).Insert(0, value < 0 ? "-" : "");
        return text.AsSpan().ContainsAnyInRange('1', '9') ? text : text.TrimStart('-');
    }
}
