using System.Collections.Immutable;
using System.Text.Json;
using Daybook.Composition;

namespace Daybook.RedTeam;

/// <summary>The close-of-business object of garak logs.</summary>
internal sealed class GarakCobReader(
    RedTeamReading reading, CobSettings settings, ReportPeriod period, ImmutableArray<string> origins) : ValueReader
{
    private ImmutableArray<DataNote>? _quality;

    public override IReadOnlyList<string> Origins => origins;

    /// <summary>The object's own data-quality list once it was read; what concerns the files before.</summary>
    public override IReadOnlyList<DataNote> Notes => _quality ?? DataQuality.Merge(reading.Notes);

    public override async Task<JsonElement> ReadAsync(CancellationToken cancellationToken)
    {
        var value = await CobBuilder.BuildAsync(reading, settings, period, cancellationToken).ConfigureAwait(false);
        _quality =
        [
            .. value.GetProperty("quality").EnumerateArray().Select(note => new DataNote(
                note.GetProperty("code").GetString()!,
                note.GetProperty("message").GetString()!,
                note.GetProperty("count").GetInt64(),
                note.GetProperty("blocking").GetBoolean())),
        ];
        var assessment = value.GetProperty("assessment");
        if (assessment.GetProperty("state").GetString() == "not_assessed")
            _quality = [new DataNote(GarakNoteCodes.NoData, $"{assessment.GetProperty("headline").GetString()}.", 0, IsBlocking: true), .. _quality];
        return value;
    }

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
