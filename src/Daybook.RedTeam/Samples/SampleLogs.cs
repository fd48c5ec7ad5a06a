using System.Collections.Immutable;

namespace Daybook.RedTeam;

/// <summary>
/// Writes invented garak logs: a fortnight of three targets that ends on a business date. The same arguments always give the same bytes.
/// </summary>
public static class SampleLogs
{
    /// <summary>The end of the working day the samples are placed before.</summary>
    public static TimeOnly Close { get; } = new(18, 0);

    /// <param name="folder">Created when it does not exist; logs of the same name are replaced.</param>
    /// <param name="businessDate">The last day. Times are wall times without a zone, as garak writes them: read them in the report's zone.</param>
    /// <returns>The names of the files written, in order.</returns>
    public static async Task<ImmutableArray<string>> WriteAsync(
        string folder, DateOnly businessDate, SampleSize size, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        var files = ImmutableArray.CreateBuilder<string>();
        foreach (var run in SampleStory.Runs(businessDate, Close))
        {
            var writer = new SampleRunWriter(run, size);
            writer.Write();
            await WriteAsync(run.Prefix + ".report.jsonl", writer.Report).ConfigureAwait(false);
            if (!writer.Hitlog.IsEmpty)
                await WriteAsync(run.Prefix + ".hitlog.jsonl", writer.Hitlog).ConfigureAwait(false);
        }

        return files.ToImmutable();

        async Task WriteAsync(string name, ReadOnlyMemory<byte> content)
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, name), content, cancellationToken).ConfigureAwait(false);
            files.Add(name);
        }
    }

    /// <summary>Writes one complete log of at least <paramref name="bytes"/> bytes in constant memory, for measuring how fast logs are read.</summary>
    public static async Task WriteLargeAsync(Stream output, DateOnly businessDate, long bytes, CancellationToken cancellationToken)
    {
        await using var writer = new LargeSampleWriter(output, businessDate);
        await writer.WriteAsync(bytes, cancellationToken).ConfigureAwait(false);
    }
}
