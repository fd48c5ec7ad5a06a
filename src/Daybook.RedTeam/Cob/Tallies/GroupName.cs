namespace Daybook.RedTeam;

/// <summary>Name of a group; null where the log gives none. An unnamed target is counted in the totals and never as a model.</summary>
internal readonly record struct GroupName(string? Name)
{
    public bool IsNamed => !string.IsNullOrEmpty(Name);
}
