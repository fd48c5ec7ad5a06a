using System.Globalization;
using System.Text.RegularExpressions;

namespace Daybook.Pdf.Conformance.Archiving;

/// <summary>Dates as PDF writes them (ISO 32000-1, 7.9.4), such as <c>D:20260504180000+02'00'</c>.</summary>
internal static partial class DateText
{
    /// <returns>Null where the text is no date. Without an offset it counts as UTC.</returns>
    public static DateTimeOffset? Read(string text)
    {
        if (Pattern().Match(text) is not { Success: true } match)
            return null;
        var digits = (match.Groups["date"].Value + "00000101000000"[match.Groups["date"].Length..]);
        var offset = match.Groups["hours"].Success ? match.Groups["sign"].Value + match.Groups["hours"].Value + ":" + (match.Groups["minutes"].Success ? match.Groups["minutes"].Value : "00") : "+00:00";
        return DateTimeOffset.TryParseExact(digits + offset, "yyyyMMddHHmmsszzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
    }

    [GeneratedRegex("^D:(?<date>\\d{4}(\\d\\d){0,5})(Z|(?<sign>[+-])(?<hours>\\d\\d)'?(?<minutes>\\d\\d)?'?)?", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
