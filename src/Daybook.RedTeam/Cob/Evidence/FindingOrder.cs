namespace Daybook.RedTeam;

/// <summary>A total order of findings that does not depend on the order they arrive in: the gravest first, then the earliest, then by place.</summary>
internal sealed class FindingOrder : IComparer<Finding>
{
    public static FindingOrder GravestFirst { get; } = new();

    public int Compare(Finding? x, Finding? y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        var order = x.Severity.CompareTo(y.Severity);
        if (order == 0)
            order = Nullable.Compare(x.Timestamp, y.Timestamp);
        return order != 0 ? order : ByPlace(x, y);
    }

    public static int ByPlace(Finding x, Finding y)
    {
        var order = string.CompareOrdinal(x.SourceFile, y.SourceFile);
        if (order == 0)
            order = x.SourceLine.CompareTo(y.SourceLine);
        if (order == 0)
            order = string.CompareOrdinal(x.Scorer, y.Scorer);
        return order != 0 ? order : string.CompareOrdinal(x.Response, y.Response);
    }
}
