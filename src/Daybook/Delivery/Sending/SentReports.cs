using Daybook.Delivery.Messages;
using Daybook.Documents;
using Daybook.Export;
using Daybook.Reports;
using Daybook.Storage;

namespace Daybook.Delivery.Sending;

/// <summary>Reports that are being sent: read and drawn once for all their recipients, and let go of when nothing is sent any more.</summary>
internal sealed class SentReports(ContentStore contents, MessageTheme theme)
{
    private const int Most = 16;

    /// <summary>As documents stand in the store, unpacked; the one that was read last stays whatever it weighs.</summary>
    private const long MostBytes = 8_000_000;

    private readonly Lock _lock = new();
    private readonly List<Kept> _kept = [];

    /// <param name="report">One that is made.</param>
    public async Task<SentReport> ReadAsync(Session session, StoredReport report, CancellationToken cancellationToken)
    {
        // A report that is made again keeps its id.
        var (id, sha256) = (report.Id, report.DocumentSha256!);
        if (Find(id, sha256) is { } known)
            return known;
        var content = await contents.ReadAsync(session, sha256, cancellationToken).ConfigureAwait(false);
        return Keep(new Kept(id, sha256, content.Length, new SentReport(DocumentJson.Read(content), theme.Of(report), new DrawnPictures())));
    }

    public void Clear()
    {
        lock (_lock)
            _kept.Clear();
    }

    private SentReport? Find(ReportId id, string sha256)
    {
        lock (_lock)
        {
            var at = _kept.FindIndex(kept => kept.Id == id && kept.Sha256 == sha256);
            if (at < 0)
                return null;
            var found = _kept[at];
            _kept.RemoveAt(at);
            _kept.Add(found);
            return found.Report;
        }
    }

    /// <returns>What another kept meanwhile, else this.</returns>
    private SentReport Keep(Kept read)
    {
        lock (_lock)
        {
            if (Find(read.Id, read.Sha256) is { } known)
                return known;
            _kept.Add(read);
            while (_kept.Count > Most || (_kept.Count > 1 && _kept.Sum(kept => kept.Bytes) > MostBytes))
                _kept.RemoveAt(0);
            return read.Report;
        }
    }

    private sealed record Kept(ReportId Id, string Sha256, long Bytes, SentReport Report);
}
