namespace Daybook.Reports.Comparison;

/// <summary>The words for what happened to a thing between two reports.</summary>
internal static class Change
{
    public const string Added = "added";
    public const string Removed = "removed";
    public const string Changed = "changed";

    public static string Of(bool isOld, bool isNew) => isOld ? isNew ? Changed : Removed : Added;
}
