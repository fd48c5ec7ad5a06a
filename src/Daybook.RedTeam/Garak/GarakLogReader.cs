using Daybook.Composition;

namespace Daybook.RedTeam;

/// <summary>Reads a log and counts it, in memory that does not grow with the log.</summary>
/// <param name="capacity">How many records of attempts are held in memory; what exceeds them goes through a temporary file.</param>
internal sealed class GarakLogReader(GarakFile file, GarakOptions options, int capacity = GarakLogReader.DefaultCapacity)
{
    private const int DefaultCapacity = 1 << 15;

    private const int LinesBetweenReports = 1000;

    /// <exception cref="DataSourceException">The file is refused as a whole, or cannot be read.</exception>
    public Task<GarakLog> ReadAsync(CancellationToken cancellationToken) => ReadAsync(null, cancellationToken);

    /// <inheritdoc cref="ReadAsync(CancellationToken)"/>
    /// <param name="progress">Gets the number of bytes read, now and then.</param>
    public async Task<GarakLog> ReadAsync(IProgress<long>? progress, CancellationToken cancellationToken)
    {
        using var ledger = new AttemptLedger(file.Name, capacity);
        var log = await CountAsync(ledger, null, progress, cancellationToken).ConfigureAwait(false);
        if (!ledger.HasRepeats)
            return log;
        ledger.Rewind();
        var again = await CountAsync(ledger, log.Bytes, progress, cancellationToken).ConfigureAwait(false);
        return (again.Lines, again.Runs.Length) == (log.Lines, log.Runs.Length) ? again : throw LogRefusal.Changed(file.Name);
    }

    /// <param name="length">How much of the file to read; null for all there is.</param>
    private async Task<GarakLog> CountAsync(AttemptLedger ledger, long? length, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        await using var stream = file.Open();
        using var scan = new LogScan(stream, file.Name, length ?? stream.Length, options.Limits);
        var count = new LogCount(file.Name, ledger, options);
        while (await scan.NextAsync(cancellationToken).ConfigureAwait(false))
        {
            count.Add(scan.Record, scan.LineNumber);
            if (progress is not null && scan.LineNumber % LinesBetweenReports == 0)
                progress.Report(scan.BytesRead);
        }

        return count.Finish(scan);
    }
}
