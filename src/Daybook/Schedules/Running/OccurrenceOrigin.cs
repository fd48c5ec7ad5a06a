using System.Collections.Immutable;
using Daybook.Storage;

namespace Daybook.Schedules.Running;

/// <summary>Why there is an occurrence.</summary>
internal sealed class OccurrenceOrigin : IWord<OccurrenceOrigin>
{
    /// <summary>The schedule's rule names it.</summary>
    public static readonly OccurrenceOrigin Scheduled = new("scheduled");

    /// <summary>Somebody wanted one now.</summary>
    public static readonly OccurrenceOrigin Manual = new("manual");

    /// <summary>Somebody makes up for dates that have no report.</summary>
    public static readonly OccurrenceOrigin Backfill = new("backfill");

    /// <summary>Goes to whoever asked for it alone, marked as a test, and is no run of the schedule.</summary>
    public static readonly OccurrenceOrigin Test = new("test");

    private OccurrenceOrigin(string word) => Word = word;

    public static ImmutableArray<OccurrenceOrigin> All { get; } = [Scheduled, Manual, Backfill, Test];

    public string Word { get; }

    public static OccurrenceOrigin? Find(string word) => All.FirstOrDefault(origin => origin.Word == word);

    public override string ToString() => Word;
}
