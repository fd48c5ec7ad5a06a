using System.Collections.Immutable;
using System.Text.Json;
using Daybook.Composition;

namespace Daybook.RedTeam;

/// <summary>The close-of-business object of garak logs.</summary>
internal sealed class GarakCobReader(RedTeamReading reading, CobSettings settings, ReportPeriod period, ImmutableArray<string> origins) : ValueReader
{
    public override IReadOnlyList<string> Origins => origins;

    /// <summary>What concerns the files; the object's own data-quality list holds the rest.</summary>
    public override IReadOnlyList<DataNote> Notes => DataQuality.Merge(reading.Notes);

    public override Task<JsonElement> ReadAsync(CancellationToken cancellationToken) => CobBuilder.BuildAsync(reading, settings, period, cancellationToken);

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
