using System.Collections.Immutable;
using System.Globalization;
using Daybook.Pdf.Conformance.Examining;
using Daybook.Pdf.Reading.Objects;
using Daybook.Pdf.Reading.Structure;

namespace Daybook.Pdf.Conformance.Accessibility;

/// <summary>Checkpoint 15: header cells say what they head, and rows have the same number of cells.</summary>
internal static class Tables
{
    private const int MostColumns = 10_000;

    public static readonly ImmutableArray<Condition> Conditions =
    [
        new("Matterhorn 15-003", "Header cells say whether they head a row or a column", "Give each TH a Scope (Row, Column or Both), or connect cells by Headers and ID.", Scopes),
        new("ISO 14289-1 7.5", "The rows of a table have the same number of cells", "Give missing cells an empty TD, and check RowSpan and ColSpan.", examined =>
            All(examined).SelectMany(table => Irregular(examined, table))),
    ];

    private static IEnumerable<TaggedElement> All(Examination examined) => examined.Elements.Where(element => element.StandardType == "Table");

    private static IEnumerable<Fault> Scopes(Examination examined) =>
        from table in All(examined)
        let cells = Rows(table).SelectMany(Cells).ToList()
        where !cells.Exists(cell => cell.Attribute("Headers") is not null)
        from cell in cells
        where cell.StandardType == "TH" && (cell.Attribute("Scope") as PdfName)?.Value is not ("Row" or "Column" or "Both")
        select new Fault("A header cell does not say whether it heads a row or a column.", examined.PageOf(cell), cell.ObjectNumber);

    /// <summary>The rows in order, those of nested tables left out.</summary>
    private static IEnumerable<TaggedElement> Rows(TaggedElement table) =>
        table.Children.SelectMany(child => child.StandardType == "TR" ? [child] : child.Children.Where(row => row.StandardType == "TR" && child.StandardType != "Table"));

    private static IEnumerable<TaggedElement> Cells(TaggedElement row) => row.Children.Where(cell => cell.StandardType is "TH" or "TD");

    private static IEnumerable<Fault> Irregular(Examination examined, TaggedElement table)
    {
        // Rows still to be covered by a spanning cell, for each column.
        var covered = new List<int>();
        var expected = -1;
        var number = 0;
        foreach (var row in Rows(table))
        {
            number++;
            var column = 0;
            foreach (var cell in Cells(row))
            {
                while (column < covered.Count && covered[column] > 0)
                    column++;
                var (columns, rows) = (Span(cell, "ColSpan"), Span(cell, "RowSpan"));
                for (var i = 0; i < columns && column < MostColumns; i++, column++)
                {
                    if (column == covered.Count)
                        covered.Add(0);
                    if (covered[column] > 0)
                        yield return new Fault(Text($"Row {number} of a table has a cell where one from above still stands."), examined.PageOf(row), cell.ObjectNumber);
                    covered[column] = rows;
                }
            }

            var width = covered.FindLastIndex(rows => rows > 0) + 1;
            for (var i = 0; i < covered.Count; i++)
                covered[i] = Math.Max(0, covered[i] - 1);
            if (expected < 0)
                expected = width;
            else if (width != expected)
                yield return new Fault(Text($"Row {number} of a table has {width} columns; the first row has {expected}."), examined.PageOf(row), row.ObjectNumber);
        }
    }

    private static int Span(TaggedElement cell, string name) => (int)Math.Clamp(PdfDictionary.AsNumber(cell.Attribute(name)) ?? 1, 1, MostColumns);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
