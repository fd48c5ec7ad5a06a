using System.Collections.Immutable;
using System.Globalization;

namespace Daybook.Benchmarks.Load;

/// <param name="Pid">The server's process, for its memory.</param>
/// <param name="Seconds">For each row of reads.</param>
/// <param name="Generations">Reports ordered at once while reading.</param>
/// <param name="SoakHours">Hours of planned load, brought as fast as it goes; 0 leaves the soak out.</param>
/// <param name="Sizes">Rising numbers of reports, at each of which reads are measured anew.</param>
internal sealed record LoadOptions(Uri Address, string Password, int Pid, int Seconds, int Connections, int Generations, double SoakHours, ImmutableArray<int> Sizes)
{
    /// <returns>Null when the arguments are wrong.</returns>
    public static LoadOptions? Parse(string[] arguments)
    {
        if (arguments is not [var address, var password, var pid, .. var rest] || rest.Length % 2 != 0)
            return null;
        var named = Enumerable.Range(0, rest.Length / 2).ToDictionary(i => rest[2 * i], i => rest[2 * i + 1]);
        return new LoadOptions(
            new Uri(address), password, int.Parse(pid, CultureInfo.InvariantCulture),
            (int)Number("--seconds", 10), (int)Number("--connections", 32), (int)Number("--generations", 500), Number("--soak-hours", 0),
            [.. (named.GetValueOrDefault("--sizes") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).Select(size => int.Parse(size, CultureInfo.InvariantCulture))]);

        double Number(string name, double otherwise) => named.TryGetValue(name, out var text) ? double.Parse(text, CultureInfo.InvariantCulture) : otherwise;
    }
}
