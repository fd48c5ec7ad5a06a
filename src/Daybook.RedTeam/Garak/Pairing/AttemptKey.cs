namespace Daybook.RedTeam;

/// <summary>What makes two records the same attempt. Merged logs give every record the same uuid, so the uuid alone does not.</summary>
internal readonly record struct AttemptKey(UInt128 Id, long Seq, int Probe) : IComparable<AttemptKey>
{
    public int CompareTo(AttemptKey other)
    {
        var order = Id.CompareTo(other.Id);
        if (order == 0)
            order = Seq.CompareTo(other.Seq);
        return order != 0 ? order : Probe.CompareTo(other.Probe);
    }
}
