using Daybook.Documents;
using Daybook.Pdf;

namespace Daybook.Export.Pdf;

/// <summary>The styled text of a cell.</summary>
internal sealed class CellWriter(PdfStyles styles, InlineSpans inlines, TableColumn column, TextStyle style) : CellVisitor<List<TextSpan>>
{
    /// <summary>What a value that was not measured is read as.</summary>
    public const string NotMeasured = "not measured";

    private readonly List<TextSpan> _spans = [];

    public override List<TextSpan> Visit(TextCell cell) => inlines.Of(cell.Inlines, style, ThemeColor.Ink);

    public override List<TextSpan> Visit(IntegerCell cell) => Plain(cell);

    public override List<TextSpan> Visit(DecimalCell cell) => Plain(cell);

    public override List<TextSpan> Visit(PercentCell cell) => Plain(cell);

    public override List<TextSpan> Visit(MoneyCell cell) => Plain(cell);

    public override List<TextSpan> Visit(DateCell cell) => Words(cell);

    public override List<TextSpan> Visit(DateTimeCell cell) => Words(cell);

    public override List<TextSpan> Visit(BooleanCell cell) => Words(cell);

    public override List<TextSpan> Visit(SeverityCell cell) => One(styles.Badge(cell.Value, style));

    public override List<TextSpan> Visit(EmptyCell cell) => One(new TextSpan(CellText.NoValue, style, styles[ThemeColor.Muted]));

    /// <summary>Figures of one width would tear the hyphens of dates apart.</summary>
    private List<TextSpan> Words(Cell cell) => One(new TextSpan(CellText.Of(cell, column), style, styles[ThemeColor.Ink]));

    private List<TextSpan> Plain(Cell cell) => One(new TextSpan(CellText.Of(cell, column), style with { TabularFigures = true }, styles[ThemeColor.Ink]));

    private List<TextSpan> One(TextSpan span)
    {
        _spans.Clear();
        _spans.Add(span);
        return _spans;
    }
}
