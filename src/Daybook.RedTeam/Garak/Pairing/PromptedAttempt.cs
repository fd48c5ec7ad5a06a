namespace Daybook.RedTeam;

/// <summary>A record of an attempt without a uuid. Sorted, those of a probe with equal prompts stand together in the order of the file.</summary>
/// <param name="Prompt">A hash.</param>
internal readonly record struct PromptedAttempt(UInt128 Prompt, int Probe, bool IsScored, long Line) : IComparable<PromptedAttempt>
{
    public bool HasPromptOf(PromptedAttempt other) => Prompt == other.Prompt && Probe == other.Probe;

    public int CompareTo(PromptedAttempt other)
    {
        var order = Prompt.CompareTo(other.Prompt);
        if (order == 0)
            order = Probe.CompareTo(other.Probe);
        return order != 0 ? order : Line.CompareTo(other.Line);
    }
}
