namespace Daybook.Documents;

public enum SectionStatus
{
    Ok,

    /// <summary>The block could not be made; <see cref="Section.Reason"/> says why.</summary>
    Failed,

    /// <summary>The block had no data; <see cref="Section.Reason"/> says so.</summary>
    Empty,
}
