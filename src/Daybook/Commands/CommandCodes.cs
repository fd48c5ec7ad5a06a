namespace Daybook.Commands;

/// <summary>Every code that only commands print; <c>docs/reference/errors.md</c> explains each.</summary>
internal static class CommandCodes
{
    public const string FormatNotMade = "format_not_made";
    public const string UnusedOption = "unused_option";
    public const string OptionsConflict = "options_conflict";
}
