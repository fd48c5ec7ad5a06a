using System.Globalization;
using System.Numerics;
using System.Text.Json;
using Daybook.Documents;

namespace Daybook.Composition;

/// <summary>Makes the cells of one column. A value that is not of the column's type stays as text; null is an empty cell, never zero.</summary>
/// <param name="locale">Writes numbers that stand among texts; null writes <c>1,234.5</c>.</param>
internal sealed class CellMaker(TableColumnType type, int? decimals, string? currency, DocumentLocale? locale)
{
    public CellType CellType => type switch
    {
        TableColumnType.Text => CellType.Text,
        TableColumnType.Integer => CellType.Integer,
        TableColumnType.Decimal => CellType.Decimal,
        TableColumnType.Percent or TableColumnType.Ratio => CellType.Percent,
        TableColumnType.Money => CellType.Money,
        TableColumnType.Date => CellType.Date,
        TableColumnType.DateTime => CellType.DateTime,
        TableColumnType.Boolean => CellType.Boolean,
        TableColumnType.Severity => CellType.Severity,
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, null),
    };

    public bool CanBeSummed => type is TableColumnType.Integer or TableColumnType.Decimal or TableColumnType.Money;

    /// <summary>The type that the data itself suggests.</summary>
    public static TableColumnType TypeOf(DataType data) => data switch
    {
        DataType.Text or DataType.Nested => TableColumnType.Text,
        DataType.Integer => TableColumnType.Integer,
        DataType.Decimal or DataType.Float => TableColumnType.Decimal,
        DataType.Boolean => TableColumnType.Boolean,
        DataType.Date => TableColumnType.Date,
        DataType.Instant => TableColumnType.DateTime,
        _ => throw new ArgumentOutOfRangeException(nameof(data), data, null),
    };

    public Cell Make(object? value)
    {
        if (value is null or JsonElement { ValueKind: JsonValueKind.Null })
            return new EmptyCell();
        return Typed(value is JsonElement element ? Scalar(element) : value) ?? Text(ReadableText.Of(value, locale));
    }

    public static TextCell Text(string text) => new(text.Length == 0 ? [] : [new TextInline(text)]);

    private Cell? Typed(object value) => type switch
    {
        TableColumnType.Text => null,
        TableColumnType.Integer => Integer(value) is { } number ? new IntegerCell(number) : null,
        TableColumnType.Decimal => Number(value) is { } number ? new DecimalCell(number) : null,
        TableColumnType.Percent => Number(value) is { } number ? new PercentCell(number) : null,
        TableColumnType.Ratio => Number(value) is { } number && Math.Abs(number) <= decimal.MaxValue / 100 ? new PercentCell(number * 100) : null,
        TableColumnType.Money => Number(value) is { } number ? new MoneyCell(MinorUnits.Extend(number, currency!), currency!) : null,
        TableColumnType.Date => Date(value) is { } date ? new DateCell(date) : null,
        TableColumnType.DateTime => Instant(value) is { } instant ? new DateTimeCell(instant) : null,
        TableColumnType.Boolean => value is bool flag ? new BooleanCell(flag) : null,
        TableColumnType.Severity => value is string word && SeverityWords.TryParse(word, out var severity) ? new SeverityCell(severity) : null,
        _ => throw new ArgumentOutOfRangeException(nameof(value), type, null),
    };

    private static object Scalar(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => element.GetString()!,
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number when JsonScalar.NumberType(element) is var type && type != DataType.Nested => JsonScalar.Read(element, type),
        _ => element,
    };

    private static BigInteger? Integer(object value) => value switch
    {
        long number => number,
        decimal number when decimal.IsInteger(number) => new BigInteger(number),
        double number when double.IsInteger(number) && Math.Abs(number) < 1e15 => new BigInteger(number),
        JsonElement { ValueKind: JsonValueKind.Number } big when BigInteger.TryParse(big.GetRawText(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };

    /// <summary>Floats lose their binary noise unless the column says how many decimals it shows.</summary>
    private decimal? Number(object value) => value switch
    {
        long number => number,
        decimal number => number,
        double number when decimals is not null && double.IsFinite(number) && Math.Abs(number) < 1e15 => (decimal)number,
        double number => ReadableText.Decimal(number),
        _ => null,
    };

    private static DateOnly? Date(object value) => value switch
    {
        DateOnly date => date,
        string text when DateOnly.TryParseExact(text, ValueJson.DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) => date,
        _ => null,
    };

    private static DateTimeOffset? Instant(object value) => value switch
    {
        DateTimeOffset instant => instant,
        string text when InstantText.TryParse(text, out var instant) => instant,
        _ => null,
    };
}
