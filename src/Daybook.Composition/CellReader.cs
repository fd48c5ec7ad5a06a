using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;
using Daybook.Documents;

namespace Daybook.Composition;

/// <summary>Types for cells that were written as text. A cell is typed only when its typed form prints exactly as the text does.</summary>
internal static partial class CellReader
{
    /// <summary>How an empty cell prints.</summary>
    public const string NoValue = "–";

    private const int MaxDigits = 28;

    /// <summary><c>1,234</c>, <c>12.50</c>, <c>3.5%</c>, <c>EUR 1,234.50</c> or <c>2026-05-04</c>; null for anything else, such as <c>1234</c>, which may be an id.</summary>
    /// <param name="locale">In which the text is written. Where its signs mean something else than here, numbers that have any stay as they are: nobody can tell 1.234 from 1,234.</param>
    public static Cell? Read(string text, DocumentLocale? locale)
    {
        if (text == NoValue)
            return new EmptyCell();
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return new DateCell(date);
        if (locale is { IsNeutral: false } && text.AsSpan().ContainsAny('.', ','))
            return null;
        var match = NumberSyntax().Match(text);
        if (!match.Success || text.Count(char.IsAsciiDigit) > MaxDigits || IsNegativeZero(match.Groups["number"].ValueSpan))
            return null;
        var number = decimal.Parse(match.Groups["number"].ValueSpan, NumberStyles.Number, CultureInfo.InvariantCulture);
        if (match.Groups["percent"].Success)
            return match.Groups["currency"].Success ? null : new PercentCell(number);
        if (match.Groups["currency"].Success)
            return new MoneyCell(number, match.Groups["currency"].Value);
        return match.Groups["fraction"].Success ? new DecimalCell(number) : new IntegerCell(new BigInteger(number));
    }

    /// <summary>The type that all cells share, and the cells in it; null when they do not share one or all are empty.</summary>
    public static (CellType Type, ImmutableArray<Cell> Cells)? ReadColumn(IReadOnlyCollection<string> texts, DocumentLocale? locale)
    {
        var cells = texts.Select(text => text.Length == 0 ? new TextCell([]) : Read(text, locale)).ToList();
        if (cells.Contains(null))
            return null;
        var types = cells.Where(cell => cell is not (EmptyCell or TextCell)).Select(cell => TypeOf(cell!)).Distinct().ToList();
        return types switch
        {
            [var only] => (only, [.. cells!]),
            [CellType.Integer or CellType.Decimal, CellType.Integer or CellType.Decimal] => (CellType.Decimal, [.. cells.Select(AsDecimal!)]),
            _ => null,
        };
    }

    private static Cell AsDecimal(Cell cell) => cell is IntegerCell integer ? new DecimalCell((decimal)integer.Value) : cell;

    private static CellType TypeOf(Cell cell) => cell switch
    {
        IntegerCell => CellType.Integer,
        DecimalCell => CellType.Decimal,
        PercentCell => CellType.Percent,
        MoneyCell => CellType.Money,
        DateCell => CellType.Date,
        _ => throw new ArgumentException($"{cell.GetType().Name} is never read from text", nameof(cell)),
    };

    private static bool IsNegativeZero(ReadOnlySpan<char> number) => number[0] == '-' && !number.ContainsAnyInRange('1', '9');

    [GeneratedRegex(@"^((?<currency>[A-Z]{3}) )?(?<number>-?(0|[1-9][0-9]{0,2}(,[0-9]{3})*)(?<fraction>\.[0-9]+)?)(?<percent>%)?\z", RegexOptions.ExplicitCapture)]
    private static partial Regex NumberSyntax();
}
