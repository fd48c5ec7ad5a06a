using CsCheck;

namespace Daybook.Tests;

/// <summary>
/// Property tests that try the same values in every run, so that none fails by chance. Where a value fails, CsCheck starts again from its
/// seed and looks for a smaller one. DAYBOOK_TEST_SEED tries other values.
/// </summary>
internal static class Seeded
{
    private const int DefaultIterations = 100;

    private static readonly ulong Start = ulong.TryParse(Environment.GetEnvironmentVariable("DAYBOOK_TEST_SEED"), out var seed) ? seed : 20260504;

    public static void Always<T>(this Gen<T> values, Action<T> assert, int iter = DefaultIterations)
    {
        var random = new PCG(1, Start);
        for (var i = 0; i < iter; i++)
        {
            var seed = random.ToString();
            var value = values.Generate(random, null, out _);
            if (Record.Exception(() => assert(value)) is not { } failure)
                continue;
            values.Sample(assert, seed: seed, iter: 1000, threads: 1);
            throw new InvalidOperationException($"Value {i} from the seed {seed} fails.", failure);
        }
    }

    public static void Always<T>(this Gen<T> values, Func<T, bool> holds, int iter = DefaultIterations) => values.Always(value => Assert.True(holds(value), $"{value}"), iter);

    public static void Always<T1, T2>(this Gen<(T1, T2)> values, Action<T1, T2> assert, int iter = DefaultIterations) => values.Always(value => assert(value.Item1, value.Item2), iter);

    public static void Always<T1, T2>(this Gen<(T1, T2)> values, Func<T1, T2, bool> holds, int iter = DefaultIterations) =>
        values.Always(value => Assert.True(holds(value.Item1, value.Item2), $"{value}"), iter);

    public static void Always<T1, T2, T3>(this Gen<(T1, T2, T3)> values, Action<T1, T2, T3> assert, int iter = DefaultIterations) =>
        values.Always(value => assert(value.Item1, value.Item2, value.Item3), iter);

    public static void Always<T1, T2, T3, T4>(this Gen<(T1, T2, T3, T4)> values, Action<T1, T2, T3, T4> assert, int iter = DefaultIterations) =>
        values.Always(value => assert(value.Item1, value.Item2, value.Item3, value.Item4), iter);

    public static void Always<T1, T2, T3, T4>(this Gen<(T1, T2, T3, T4)> values, Func<T1, T2, T3, T4, bool> holds, int iter = DefaultIterations) =>
        values.Always(value => Assert.True(holds(value.Item1, value.Item2, value.Item3, value.Item4), $"{value}"), iter);

    public static async Task AlwaysAsync<T1, T2, T3>(this Gen<(T1, T2, T3)> values, Func<T1, T2, T3, Task> assert, int iter = DefaultIterations)
    {
        var random = new PCG(1, Start);
        for (var i = 0; i < iter; i++)
        {
            var seed = random.ToString();
            var (first, second, third) = values.Generate(random, null, out _);
            if (await Record.ExceptionAsync(() => assert(first, second, third)) is { } failure)
                throw new InvalidOperationException($"Value {i} from the seed {seed} fails: {first}, {second}, {third}", failure);
        }
    }
}
