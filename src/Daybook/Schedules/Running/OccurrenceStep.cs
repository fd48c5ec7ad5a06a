using System.Collections.Immutable;
using Daybook.Storage;

namespace Daybook.Schedules.Running;

/// <summary>The last step of a run that is finished; whoever takes it over goes on after it.</summary>
internal sealed class OccurrenceStep : IWord<OccurrenceStep>
{
    public static readonly OccurrenceStep None = new("none");

    /// <summary>The report stands in the queue.</summary>
    public static readonly OccurrenceStep Ordered = new("ordered");

    /// <summary>The report is made.</summary>
    public static readonly OccurrenceStep Made = new("made");

    /// <summary>Nothing stands against its delivery, or somebody released it.</summary>
    public static readonly OccurrenceStep Gated = new("gated");

    /// <summary>Its deliveries are written down.</summary>
    public static readonly OccurrenceStep Delivering = new("delivering");

    private OccurrenceStep(string word) => Word = word;

    public static ImmutableArray<OccurrenceStep> All { get; } = [None, Ordered, Made, Gated, Delivering];

    public string Word { get; }

    public static OccurrenceStep? Find(string word) => All.FirstOrDefault(step => step.Word == word);

    public override string ToString() => Word;
}
