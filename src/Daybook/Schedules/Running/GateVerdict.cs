namespace Daybook.Schedules.Running;

/// <summary>What stands between a report and its delivery.</summary>
/// <param name="State">Null lets it pass; else held or failed.</param>
/// <param name="Reason">Why it is held, has failed or passes without being delivered; null where it is delivered.</param>
/// <param name="Text">A sentence for people; null where the reason says all.</param>
internal sealed record GateVerdict(OccurrenceState? State, string? Reason, string? Text = null)
{
    public static readonly GateVerdict Open = new(null, null);

    public static GateVerdict Hold(string reason, string? text = null) => new(OccurrenceState.Held, reason, text);
}
