namespace Daybook.RedTeam;

/// <summary>A record of an attempt with a uuid. Sorted, the records of an attempt stand together: scored ones first, equal ones of these side by side.</summary>
/// <param name="Content">A hash of a scored record; 0 for others.</param>
internal readonly record struct KeyedAttempt(AttemptKey Key, int Status, long Content, long Line) : IComparable<KeyedAttempt>
{
    public int CompareTo(KeyedAttempt other)
    {
        var order = Key.CompareTo(other.Key);
        if (order == 0)
            order = other.Status.CompareTo(Status);
        if (order == 0)
            order = Content.CompareTo(other.Content);
        return order != 0 ? order : Line.CompareTo(other.Line);
    }
}
