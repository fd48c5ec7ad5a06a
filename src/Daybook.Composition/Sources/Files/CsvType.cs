using System.Globalization;
using System.Text.RegularExpressions;

namespace Daybook.Composition;

/// <summary>What the values of one CSV column have in common. A value becomes a number only if the number prints as the same text.</summary>
/// <remarks>
/// So <c>007</c>, <c>+5</c>, <c>1e5</c>, <c>1,000</c> and <c> 5</c> make a column of text. A date is <c>2026-05-04</c>; an instant needs an
/// offset: <c>2026-05-04T17:00:00Z</c>. Empty fields say nothing about the type.
/// </remarks>
internal sealed partial class CsvType
{
    private static readonly string[] InstantFormats = ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    private bool _seen;
    private bool _isInteger = true;
    private bool _isDecimal = true;
    private bool _isBoolean = true;
    private bool _isDate = true;
    private bool _isInstant = true;

    public DataType Type =>
        !_seen ? DataType.Text
        : _isInteger ? DataType.Integer
        : _isDecimal ? DataType.Decimal
        : _isBoolean ? DataType.Boolean
        : _isDate ? DataType.Date
        : _isInstant ? DataType.Instant
        : DataType.Text;

    public void Add(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return;
        _seen = true;
        _isInteger = _isInteger && IsInteger(text);
        _isDecimal = _isDecimal && IsDecimal(text);
        _isBoolean = _isBoolean && IsBoolean(text);
        _isDate = _isDate && IsDate(text);
        _isInstant = _isInstant && IsInstant(text);
    }

    /// <returns>False when the text is not of the type.</returns>
    public static bool TryRead(string? text, DataType type, out object? value)
    {
        value = null;
        if (type == DataType.Text)
            value = text;
        else if (!string.IsNullOrEmpty(text))
            value = Read(text, type);
        return value is not null || string.IsNullOrEmpty(text);
    }

    private static object? Read(string text, DataType type) => type switch
    {
        DataType.Integer => IsInteger(text) ? long.Parse(text, CultureInfo.InvariantCulture) : null,
        DataType.Decimal => IsDecimal(text) ? decimal.Parse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture) : null,
        DataType.Float => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null,
        DataType.Boolean => IsBoolean(text) ? text.Equals("true", StringComparison.OrdinalIgnoreCase) : null,
        DataType.Date => IsDate(text) ? DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null,
        DataType.Instant => IsInstant(text) ? DateTimeOffset.ParseExact(text, InstantFormats, CultureInfo.InvariantCulture, DateTimeStyles.None) : null,
        DataType.Text or DataType.Nested => text,
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, null),
    };

    private static bool IsInteger(string text) =>
        text.Length <= 20 && text != "-0" && IntegerSyntax().IsMatch(text) && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);

    private static bool IsDecimal(string text) =>
        text.Length <= 31 && DecimalSyntax().IsMatch(text) && text.Count(char.IsAsciiDigit) <= 28 && text != "-0";

    private static bool IsBoolean(string text) =>
        text.Equals("true", StringComparison.OrdinalIgnoreCase) || text.Equals("false", StringComparison.OrdinalIgnoreCase);

    private static bool IsDate(string text) =>
        text.Length == 10 && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static bool IsInstant(string text) =>
        text.Length is >= 20 and <= 35 && OffsetSyntax().IsMatch(text)
        && DateTimeOffset.TryParseExact(text, InstantFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    [GeneratedRegex(@"^-?(0|[1-9][0-9]*)\z")]
    private static partial Regex IntegerSyntax();

    [GeneratedRegex(@"^-?(0|[1-9][0-9]*)(\.[0-9]+)?\z")]
    private static partial Regex DecimalSyntax();

    [GeneratedRegex(@"(Z|[+-][0-9]{2}:[0-9]{2})\z")]
    private static partial Regex OffsetSyntax();
}
