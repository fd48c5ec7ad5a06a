using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Daybook.Documents;

/// <summary>How the numbers and dates of a document are written for people. Without one they are <c>1,234.50</c> and <c>2026-05-04</c>.</summary>
/// <param name="Tag">BCP 47, such as <c>de-CH</c>.</param>
/// <param name="DecimalSign">Before the fraction.</param>
/// <param name="GroupSign">Between groups of three digits.</param>
/// <param name="DateOrder">Of <c>d</c>, <c>M</c> and <c>y</c> with what stands between them, such as <c>d.M.y</c>.</param>
public sealed partial record DocumentLocale(string Tag, string DecimalSign, string GroupSign, string DateOrder)
{
    private static readonly FrozenDictionary<string, DocumentLocale> Known = LocaleTable.All.ToFrozenDictionary(locale => locale.Tag, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether numbers of four digits have no groups: <c>1234,5</c> beside <c>12.345,6</c>.</summary>
    public bool GroupsFromFiveDigits { get; init; }

    /// <summary>Whether groups above the first have two digits: <c>12,34,567</c>.</summary>
    public bool GroupsByTwo { get; init; }

    /// <summary>The tags there are, in order.</summary>
    public static ImmutableArray<string> Tags { get; } = [.. LocaleTable.All.Select(locale => locale.Tag).Order(StringComparer.Ordinal)];

    /// <summary>Whether numbers look as they do without a locale.</summary>
    public bool IsNeutral => DecimalSign == "." && GroupSign == "," && !GroupsFromFiveDigits && !GroupsByTwo;

    /// <summary>The date as <c>strftime</c> takes it, such as <c>%d.%m.%Y</c>.</summary>
    public string DateDirectives => DateOrder.Replace("d", "%d", StringComparison.Ordinal).Replace("M", "%m", StringComparison.Ordinal).Replace("y", "%Y", StringComparison.Ordinal);

    /// <returns>Null for a tag that is not known, and for null.</returns>
    public static DocumentLocale? Find(string? tag) => tag is not null && Known.TryGetValue(tag, out var locale) ? locale : null;

    public string Date(DateOnly date) => Date(date, DateOrder);

    /// <summary>Day and month in their order.</summary>
    public string DayAndMonth(DateOnly date) => Date(date, DateOrder.Replace("y.", "", StringComparison.Ordinal).Replace("y", "", StringComparison.Ordinal).Trim(' ', '-', '/'));

    /// <summary>A text in which every number is written as without a locale, with its numbers as the locale writes them.</summary>
    /// <param name="neutral">A text that this program made from a number, never one of a person: <c>-1,234.50%</c>, <c>3.4M</c>.</param>
    public string Number(string neutral) => IsNeutral ? neutral : Numbers().Replace(neutral, match => Of(match.Groups["whole"].Value, match.Groups["fraction"].ValueSpan));

    private static string Date(DateOnly date, string order)
    {
        var text = new StringBuilder();
        foreach (var letter in order)
        {
            _ = letter switch
            {
                'd' => text.Append(CultureInfo.InvariantCulture, $"{date.Day:00}"),
                'M' => text.Append(CultureInfo.InvariantCulture, $"{date.Month:00}"),
                'y' => text.Append(CultureInfo.InvariantCulture, $"{date.Year:0000}"),
                _ => text.Append(letter),
            };
        }

        return text.ToString();
    }

    private string Of(string whole, ReadOnlySpan<char> fraction)
    {
        var digits = whole.Replace(",", "", StringComparison.Ordinal);
        var hasGroups = digits.Length < whole.Length && !(GroupsFromFiveDigits && digits.Length < 5);
        return string.Concat(hasGroups ? Grouped(digits) : digits, fraction.IsEmpty ? "" : DecimalSign, fraction.IsEmpty ? [] : fraction[1..]);
    }

    private string Grouped(string digits)
    {
        var text = new StringBuilder(digits);
        for (var at = digits.Length - 3; at > 0; at -= GroupsByTwo ? 2 : 3)
            text.Insert(at, GroupSign);
        return text.ToString();
    }

    [GeneratedRegex(@"(?<whole>[0-9]+(,[0-9]{3})*)(?<fraction>\.[0-9]+)?", RegexOptions.ExplicitCapture)]
    private static partial Regex Numbers();
}
