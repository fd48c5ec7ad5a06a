using CsCheck;
using Daybook.Export.Charts;

namespace Daybook.Tests.Export.Charts;

public sealed class ValueScaleTests
{
    [Theory]
    [InlineData(new[] { 4.0, 44 }, false, 0, 50, 10)]
    [InlineData(new[] { 880.0, 1290 }, false, 800, 1300, 100)]
    [InlineData(new[] { -3.5, 12 }, true, -5, 15, 5)]
    [InlineData(new[] { 0.0 }, true, 0, 1, 0.2)]
    [InlineData(new[] { 42.0 }, false, 0, 100, 20)]
    [InlineData(new[] { 97.5, 99.9 }, false, 97.5, 100, 0.5)]
    [InlineData(new[] { 97.5, 99.9 }, true, 0, 100, 20)]
    [InlineData(new[] { -8.0, -2 }, false, -8, 0, 2)]
    public void The_axis_has_round_ends_and_steps(double[] values, bool fromZero, double minimum, double maximum, double step)
    {
        var scale = ValueScale.Enclosing(values, fromZero, null, null, ticks: 5);
        Assert.Equal((minimum, maximum, step), (Math.Round(scale.Minimum, 9), Math.Round(scale.Maximum, 9), Math.Round(scale.Step, 9)));
    }

    [Fact]
    public void Wanted_ends_are_kept_unless_a_value_lies_beyond()
    {
        Assert.Equal(100, ValueScale.Enclosing([40], true, null, 100, 5).Maximum);
        Assert.True(ValueScale.Enclosing([140], true, null, 100, 5).Maximum >= 140);
        Assert.Equal(0, ValueScale.Enclosing([40], true, double.NaN, double.PositiveInfinity, 5).Minimum);
    }

    [Fact]
    public void Every_value_is_inside_and_the_ticks_are_few() =>
        Gen.Select(Gen.Double[-1e99, 1e99].Array[1, 20], Gen.Bool, Gen.Int[3, 7]).Always(
            (values, fromZero, ticks) =>
            {
                var scale = ValueScale.Enclosing(values, fromZero, null, null, ticks);
                Assert.All(values, v => Assert.InRange(v, scale.Minimum - scale.Step * 1e-6, scale.Maximum + scale.Step * 1e-6));
                Assert.InRange(scale.Ticks().Count(), 2, ticks + 3);
            },
            iter: 1_000);
}
