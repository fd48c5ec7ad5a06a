using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Daybook.Composition;

/// <summary>Finds the figures of a text: numbers, dates, times and version numbers. Digits inside a word or a name (<c>GPT-4</c>, <c>T001</c>) are none.</summary>
internal static partial class FigureReader
{
    private const string Months = "Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?";

    /// <summary>The months in the order of <see cref="Months"/>, by their first three letters.</summary>
    private static readonly string[] MonthNames = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    public static FoundFigures Read(string text)
    {
        var numbers = ImmutableArray.CreateBuilder<Figure>();
        var others = ImmutableArray.CreateBuilder<(string Shown, string Meaning)>();
        foreach (Match match in Token().Matches(Digits(text)))
        {
            if (match.Groups["iso"].Success)
                others.Add((match.Value, match.Value));
            else if (match.Groups["month"].Success)
                others.Add((match.Value, DateOf(match)));
            else if (match.Groups["time"].Success)
                others.Add((match.Value, match.Value.TrimStart('0')));
            else if (match.Groups["dotted"].Success)
                others.Add((match.Value, match.Value));
            else if (NumberOf(match) is { } number)
                numbers.Add(number);
        }

        return new FoundFigures(numbers.ToImmutable(), others.ToImmutable());
    }

    /// <summary>Numbers at the beginning of lines, which count the items of a list.</summary>
    public static string WithoutListNumbers(string text) => ListNumber().Replace(text, "");

    /// <summary>Every script's digits as ASCII, every minus as a hyphen, no special spaces.</summary>
    private static string Digits(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            plain.Append(character switch
            {
                '\u00a0' or '\u2007' or '\u2009' or '\u202f' => '\u00a0',
                '\u2212' => '-',
                _ when char.IsAscii(character) => character,
                _ => CharUnicodeInfo.GetDecimalDigitValue(character) is var digit and >= 0 ? (char)('0' + digit) : character,
            });
        }

        return plain.ToString();
    }

    /// <returns>Null for an ordinal, which counts nothing, and for what no number can hold.</returns>
    private static Figure? NumberOf(Match match)
    {
        if (match.Groups["ordinal"].Success)
            return null;
        var digits = match.Groups["number"].Value.Replace("\u00a0", "", StringComparison.Ordinal);
        // One or two digits behind a single comma are decimals, as much of Europe writes them.
        var isDecimalComma = digits.Contains(',', StringComparison.Ordinal) && !Thousands().IsMatch(digits);
        digits = isDecimalComma ? digits.Replace(',', '.') : digits.Replace(",", "", StringComparison.Ordinal);
        if (!decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
            return null;
        var scale = ScaleOf(match.Groups["scale"].Value);
        if (value > decimal.MaxValue / 1_000_000_000_000m)
            return null;
        var step = StepOf(value.Scale);
        if (match.Groups["about"].Success && value.Scale == 0)
            step = RoundedStep(value);
        return new Figure(match.Groups["figure"].Value.Trim(), value * scale, step * scale, match.Groups["percent"].Success || match.Groups["range"].Success);
    }

    private static decimal StepOf(int decimals)
    {
        var step = 1m;
        for (var i = 0; i < decimals; i++)
            step /= 10;
        return step;
    }

    /// <summary>"About 1,200" is a number rounded to hundreds; at least two digits always count.</summary>
    private static decimal RoundedStep(decimal value)
    {
        var step = 1m;
        while (value >= 100 * step && value % (step * 10) == 0)
            step *= 10;
        return step;
    }

    private static decimal ScaleOf(string word) => word.ToLowerInvariant() switch
    {
        "k" or "thousand" => 1_000m,
        "m" or "million" => 1_000_000m,
        "bn" or "billion" => 1_000_000_000m,
        _ => 1m,
    };

    /// <summary>A date in words as <c>yyyy-MM-dd</c>, or <c>MM-dd</c> without a year.</summary>
    private static string DateOf(Match match)
    {
        var month = Array.IndexOf(MonthNames, match.Groups["month"].Value[..3].ToLowerInvariant()) + 1;
        var day = int.Parse(match.Groups["day"].Value, CultureInfo.InvariantCulture);
        var date = string.Create(CultureInfo.InvariantCulture, $"{month:00}-{day:00}");
        return match.Groups["year"] is { Success: true, Value: var year } ? $"{year}-{date}" : date;
    }

    [GeneratedRegex(
        $"""
        (?<![\p{"{L}"}\d_]|\p{"{L}"}-|\d[.,:])(?:
          (?<iso>\d{"{4}"}-\d\d-\d\d)(?!\d)
        | (?<day>\d{"{1,2}"})(?:st|nd|rd|th)?\s+(?<month>{Months})\b\.?(?:,?\s+(?<year>\d{"{4}"}))?
        | (?<time>\d{"{1,2}"}:\d\d(?::\d\d)?)(?!\d)
        | (?<dotted>\d+(?:\.\d+){"{2,}"})
        | (?<about>(?i:about|around|roughly|nearly|almost|some|over|approximately|more\s+than|less\s+than|under)\s+|[~≈]\s?)?
          (?<figure>(?<number>\d{"{1,3}"}(?:[,\u00a0]\d{"{3}"})+(?:\.\d+)?(?![,.]?\d)|\d+(?:[.,]\d+)?)
            (?:(?<ordinal>st|nd|rd|th)\b|\s?(?<percent>%|percent\b|per\s+cent\b|percentage\s+points?\b)|\s?(?<scale>thousand|million|billion)\b|(?<scale>k|K|M|bn)\b)?)
          (?<range>(?=\s?(?:-|–|—|to|and)\s?\d[\d.,]*\s?(?:%|percent\b|per\s+cent\b)))?
        )
        | \b(?<month>{Months})\b\.?\s+(?<day>\d{"{1,2}"})(?:st|nd|rd|th)?\b(?:,?\s+(?<year>\d{"{4}"}))?
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Token();

    [GeneratedRegex(@"^\d{1,3}(,\d{3})+(\.\d+)?$")]
    private static partial Regex Thousands();

    [GeneratedRegex(@"^[\s#>*+_-]*\(?\d{1,3}[.)](?=[\s*_])", RegexOptions.Multiline)]
    private static partial Regex ListNumber();
}
