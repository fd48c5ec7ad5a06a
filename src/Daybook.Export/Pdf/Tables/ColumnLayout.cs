using Daybook.Documents;
using Daybook.Pdf;

namespace Daybook.Export.Pdf;

/// <summary>One column of a table: what its cells ask for, and how they are set.</summary>
internal sealed class ColumnLayout
{
    /// <summary>Longer words may be broken inside, so that one address does not take the page.</summary>
    private const double LongestWord = 150;

    /// <summary>Names of rows up to this width are not wrapped.</summary>
    private const double UnbrokenName = 11.5;

    /// <summary>After so many texts, those no longer than the longest so far are taken to be as wide.</summary>
    private const int Enough = 400;

    /// <summary>What texts that were not measured may need more.</summary>
    private const double Unmeasured = 1.03;

    /// <summary>Most texts of a column that are kept to be used again.</summary>
    private const int MostKept = 2000;

    /// <summary>Below this, even a column of short words looks like a mistake.</summary>
    private const double Narrowest = 18;

    private static readonly TextLayoutOptions NumberLine = TextLayoutOptions.Default with { LineHeight = TableStyle.LineHeight };

    private static readonly string[] BadgeKeys = [.. Enum.GetValues<Severity>().Select(severity => "\0" + severity)];

    private readonly TextShaper _shaper;
    private readonly TableColumn _column;
    private readonly TableStyle _style;
    private readonly CellWriter _cells;
    private readonly CellWriter _headers;
    private readonly DecimalAlignment _decimals = new();
    private readonly Dictionary<int, double> _fractions = [];
    private readonly TextLayoutOptions _options;
    private readonly TextStyle _figures;
    private readonly Dictionary<string, TextBlock> _laid = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TextBlock> _numbers = new(StringComparer.Ordinal);
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);
    private double _laidWidth;
    private double _least;
    private double _natural;
    private int _longest;
    private int _measured;

    public ColumnLayout(TextShaper shaper, PdfStyles styles, InlineSpans inlines, TableColumn column, TableStyle style)
    {
        (_shaper, _column, _style, _figures) = (shaper, column, style, style.Cell with { TabularFigures = true });
        _cells = new CellWriter(styles, inlines, column, style.Cell);
        _headers = new CellWriter(styles, inlines, column, style.Cell with { Bold = true });
        _options = new TextLayoutOptions
        {
            LineHeight = TableStyle.LineHeight,
            Alignment = column.Alignment switch
            {
                ColumnAlignment.Left => TextAlignment.Start,
                ColumnAlignment.Center => TextAlignment.Center,
                ColumnAlignment.Right => TextAlignment.Right,
                _ => throw new ArgumentOutOfRangeException(nameof(column), column.Alignment, null),
            },
        };
        _least = Narrowest;
        _natural = Narrowest;
        var title = VisibleText.Plain(column.Title);
        var extent = shaper.Extent(title, style.Head);
        Ask(extent.LongestWord, extent.Width);
    }

    public ColumnDemand Demand =>
        new(Math.Max(_least, _decimals.Width) + 2 * _style.PadX, Math.Max(_natural * (_measured < Enough ? 1 : Unmeasured), _decimals.Width) + 2 * _style.PadX) { MayBreak = _column.Type == CellType.Text };

    /// <summary>Numbers of the column stand under each other by their decimal points.</summary>
    private bool IsAligned => _column.Alignment == ColumnAlignment.Right && _column.Type is CellType.Integer or CellType.Decimal or CellType.Percent or CellType.Money;

    /// <summary>Takes the demands of a cell into account. Texts much shorter than the longest so far cannot ask for more.</summary>
    /// <param name="strong">Whether the cell is set bold, as totals are.</param>
    public void Measure(Cell cell, bool strong)
    {
        if (cell is TextCell or SeverityCell)
        {
            MeasureText(cell, strong);
            return;
        }

        var text = CellText.Of(cell, _column);
        if (strong)
        {
            var wide = _shaper.Measure(text, _figures with { Bold = true });
            Ask(wide, wide);
            return;
        }

        if (IsAligned && cell is not EmptyCell)
        {
            var point = DecimalAlignment.PointOf(text);
            if (point > _longest || point < 3)
                _decimals.Add(_shaper.Measure(text[..point], _figures), Fraction(text, point));
            else
                _decimals.Add(0, Fraction(text, point));
            _longest = Math.Max(_longest, point);
        }
        else if (text.Length > _longest)
        {
            _longest = text.Length;
            var extent = _shaper.Extent(text, _figures);
            Ask(cell is DateTimeCell ? extent.LongestWord : extent.Width, extent.Width);
        }
    }

    /// <param name="left">Of the column, from the left edge of the page.</param>
    /// <param name="width">Of the column with its padding.</param>
    public CellLayout Lay(Cell cell, double left, double width, bool strong)
    {
        var inner = width - 2 * _style.PadX;
        if (!IsAligned || cell is EmptyCell or TextCell)
            return new CellLayout(Text(cell, inner, strong), left + _style.PadX, _column.IsRowHeader) { ActualText = cell is EmptyCell ? CellWriter.NotMeasured : null };
        var spans = cell.Accept(strong || _column.IsRowHeader ? _headers : _cells);
        var text = spans[0].Text;
        var block = Number(spans, strong);
        var lead = _decimals.Width <= inner ? _decimals.Left(0) - Fraction(text, DecimalAlignment.PointOf(text)) : 0;
        return block.Width <= inner
            ? new CellLayout(block, left + width - _style.PadX - lead - block.Width, _column.IsRowHeader)
            : new CellLayout(_shaper.Lay(spans, inner, _options), left + _style.PadX, _column.IsRowHeader);
    }

    public CellLayout LayTitle(double left, double width, PdfStyles styles) => new(
        _shaper.Lay([new TextSpan(VisibleText.Plain(_column.Title), _style.Head, styles[ThemeColor.Muted])], width - 2 * _style.PadX, _options with { LineHeight = 1.2 }),
        left + _style.PadX, IsRowHeader: false);

    /// <summary>Cells of the same number share their line.</summary>
    private TextBlock Number(List<TextSpan> spans, bool strong)
    {
        var key = spans[0].Text;
        if (!strong && _numbers.TryGetValue(key, out var known))
            return known;
        var line = _shaper.Lay(spans, PdfSetting.OneLine, NumberLine);
        if (!strong && _numbers.Count < MostKept)
            _numbers.Add(key, line);
        return line;
    }

    /// <summary>Cells of the same plain text share their lines.</summary>
    private TextBlock Text(Cell cell, double width, bool strong)
    {
        var key = strong ? null : Key(cell);
        if (_laidWidth != width)
            _laid.Clear();
        _laidWidth = width;
        if (key is not null && _laid.TryGetValue(key, out var known))
            return known;
        var text = _shaper.Lay(cell.Accept(strong || _column.IsRowHeader ? _headers : _cells), width, _options);
        if (key is not null && _laid.Count < MostKept)
            _laid.Add(key, text);
        return text;
    }

    private void MeasureText(Cell cell, bool strong)
    {
        // Most cells hold one plain text, and most of them are passed over.
        if (!strong && cell is TextCell { Inlines: [TextInline only] } && IsPassedOver(only.Text.Length) && VisibleText.IsPlain(only.Text))
            return;
        var spans = cell.Accept(strong || _column.IsRowHeader ? _headers : _cells);
        var length = 0;
        foreach (var span in spans)
            length += span.Text.Length;
        if (!strong && IsPassedOver(length))
            return;
        _measured++;
        _longest = Math.Max(_longest, length);
        if (!strong && Key(cell) is { } key && !_asked.Add(key))
            return;
        var (least, natural) = (0.0, 0.0);
        foreach (var span in spans)
        {
            var extent = _shaper.Extent(span.Text, span.Style);
            natural += extent.Width;
            least = Math.Max(least, extent.LongestWord);
        }

        Ask(_column.IsRowHeader ? Math.Max(least, Math.Min(natural, UnbrokenName * _style.Cell.Size * (_style.PadX < 5 ? 0.75 : 1))) : least, natural);
    }

    /// <summary>Cells with the same key look the same; null for others. A severity's word is drawn in another way than the same word as a text.</summary>
    private static string? Key(Cell cell) => cell switch
    {
        TextCell { Inlines: [TextInline only] } => only.Text,
        SeverityCell severity => BadgeKeys[(int)severity.Value],
        _ => null,
    };

    /// <summary>Whether a text of so many characters cannot ask for more than the ones before it.</summary>
    private bool IsPassedOver(int length) => length <= (_measured < Enough ? _longest * 0.7 : _longest);

    private void Ask(double least, double natural)
    {
        _least = Math.Max(_least, Math.Min(least, LongestWord));
        _natural = Math.Max(_natural, natural);
    }

    /// <summary>Digits have one width, so fractions of one length have too.</summary>
    private double Fraction(string text, int point)
    {
        var key = text.EndsWith('%') ? -(text.Length - point) : text.Length - point;
        if (!_fractions.TryGetValue(key, out var width))
            _fractions[key] = width = point == text.Length ? 0 : _shaper.Measure(text[point..], _figures);
        return width;
    }
}
