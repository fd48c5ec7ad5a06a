namespace Daybook.RedTeam;

/// <summary>Every reason for which a log is refused as a whole; <c>docs/reference/errors.md</c> explains each.</summary>
internal static class LogRefusalCodes
{
    public const string LfsPointer = "log_lfs_pointer";
    public const string Compressed = "log_compressed";
    public const string Html = "log_html";
    public const string Binary = "log_binary";
    public const string Empty = "log_empty";
    public const string NotJson = "log_not_json";
    public const string NotGarak = "log_not_garak";
    public const string TooLarge = "log_too_large";
    public const string TooManyLines = "log_too_many_lines";
    public const string TooManyRuns = "log_too_many_runs";
    public const string LineTooLong = "log_line_too_long";
    public const string Changed = "log_changed";
    public const string NoRoom = "log_no_room";
}
