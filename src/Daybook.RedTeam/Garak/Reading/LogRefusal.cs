using System.Globalization;
using System.Text;
using Daybook.Composition;

namespace Daybook.RedTeam;

/// <summary>The reasons for which a whole log is refused. Each message names the file, what was found and what to do.</summary>
internal static class LogRefusal
{
    private const int ExcerptLength = 80;

    public static DataSourceException TooLarge(string file, long size, long limit) =>
        Refuse(LogRefusalCodes.TooLarge, $"'{file}' has {size:N0} bytes, more than the limit of {limit:N0}; split the log by run or raise the limit.");

    public static DataSourceException TooManyLines(string file, long limit) =>
        Refuse(LogRefusalCodes.TooManyLines, $"'{file}' has more lines than the limit of {limit:N0}; split the log by run or raise the limit.");

    public static DataSourceException TooManyRuns(string file, long limit) =>
        Refuse(LogRefusalCodes.TooManyRuns, $"'{file}' holds more runs than the limit of {limit:N0}; split the log by run or raise the limit.");

    public static DataSourceException LineTooLong(string file, long line, long limit, ReadOnlySpan<byte> start) => Refuse(
        LogRefusalCodes.LineTooLong,
        $"'{file}', line {line}: the line is longer than the limit of {limit:N0} bytes; is this a garak log? It begins: {Excerpt(start)}");

    /// <param name="column">1-based, in characters.</param>
    public static DataSourceException NotJson(string file, long line, int column, ReadOnlySpan<byte> text, string what) => Refuse(
        LogRefusalCodes.NotJson,
        $"'{file}', line {line}, column {column}: {what}, so nothing of the file was read; the line begins: {Excerpt(text)}");

    public static DataSourceException Empty(string file) =>
        Refuse(LogRefusalCodes.Empty, $"'{file}' holds no line of text; check that the scan has started writing it.");

    public static DataSourceException NotGarak(string file, string recognised) => Refuse(
        LogRefusalCodes.NotGarak,
        $"'{file}' is JSON, one object a line, but no garak report or hitlog: {recognised}; name a file such as 'garak.….report.jsonl'.");

    public static DataSourceException Changed(string file) => Refuse(
        LogRefusalCodes.Changed,
        $"'{file}' was shortened or replaced while the report was made; make the report again when the scan has finished.");

    public static DataSourceException NoRoom(Exception reason) => new(
        LogRefusalCodes.NoRoom,
        $"A large log needs room for a temporary file: {reason.Message} Free some space, or name a folder that has it in TMPDIR.",
        reason);

    /// <summary>The first characters of a line between quotes, escaped.</summary>
    public static string Excerpt(ReadOnlySpan<byte> line)
    {
        var text = Encoding.UTF8.GetString(line[..Math.Min(line.Length, ExcerptLength * 4)]);
        return $"\"{Printable(text)}\"";
    }

    /// <summary>The first characters of a text with everything that is not plainly printable escaped.</summary>
    public static string Printable(string text)
    {
        var printable = new StringBuilder();
        foreach (var rune in text.EnumerateRunes().Take(ExcerptLength))
        {
            if (rune.Value is '"' or '\\')
                printable.Append('\\').Append((char)rune.Value);
            else if (IsHidden(Rune.GetUnicodeCategory(rune)))
                printable.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:x4}");
            else
                printable.Append(rune.ToString());
        }

        return printable.ToString();
    }

    private static bool IsHidden(UnicodeCategory category) => category
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
        or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    private static DataSourceException Refuse(string code, FormattableString message) => new(code, message.ToString(CultureInfo.InvariantCulture));
}
