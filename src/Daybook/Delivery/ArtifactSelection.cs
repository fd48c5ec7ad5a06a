using System.Collections.Immutable;
using Daybook.Delivery.Channels;
using Daybook.Reports;

namespace Daybook.Delivery;

/// <summary>Which artifacts of a report go out, and how.</summary>
internal static class ArtifactSelection
{
    private const string Usual = "pdf";

    /// <param name="traits">Null where the server does not have the channel.</param>
    /// <param name="exports">All of the report, also those that failed.</param>
    public static ImmutableArray<DistributedArtifact> Of(ChannelTarget target, ChannelTraits? traits, ImmutableArray<StoredExport> exports)
    {
        var linksOnly = traits is { MaximumBytes: 0 };
        return [.. Choices(target, traits, exports).Select(choice => Of(choice with { AsLink = choice.AsLink || linksOnly }, exports))];
    }

    private static IEnumerable<ArtifactChoice> Choices(ChannelTarget target, ChannelTraits? traits, ImmutableArray<StoredExport> exports)
    {
        if (target.Artifacts is { } chosen)
            return chosen;
        var formats = exports.Select(export => export.Format).Distinct().ToList();
        return (traits is { ReachesPeople: false } || !formats.Contains(Usual) ? formats : [Usual]).Select(format => new ArtifactChoice(format, false));
    }

    /// <summary>The newest that was made of a format.</summary>
    private static DistributedArtifact Of(ArtifactChoice choice, ImmutableArray<StoredExport> exports)
    {
        var made = exports.LastOrDefault(export => export.Format == choice.Format && export.Sha256 is not null);
        return made is null
            ? new DistributedArtifact(choice.Format, null, null, null, null, 0, choice.AsLink, exports.LastOrDefault(export => export.Format == choice.Format)?.ErrorMessage ?? "the report was not exported in this format")
            : new DistributedArtifact(choice.Format, made.Id.Value, made.FileName, made.MediaType, made.Sha256, made.FileSizeBytes ?? 0, choice.AsLink);
    }
}
