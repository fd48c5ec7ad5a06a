using System.Collections.Immutable;
using Daybook.Documents;

namespace Daybook.Composition;

/// <summary>Reads the table in a <c>cards</c> fence: one row a card, columns Label, Value, Unit, Change, Good, Severity, Note in any order.</summary>
internal static class CardsFence
{
    private static readonly string[] Columns = ["label", "value", "unit", "change", "good", "severity", "note"];

    public static MetricCards Read(string text, DocumentLocale? locale)
    {
        var rows = MarkdownReader.ReadTable(text) ?? throw Bad("it must hold one table and nothing else");
        var names = rows[0].Select(title => PlainText.Of(title).Trim().ToLowerInvariant()).ToList();
        if (names.Find(name => !Columns.Contains(name)) is { } unknown)
            throw Bad($"the column '{unknown}' is unknown; known are {string.Join(", ", Columns)}");
        if (!names.Contains("label") || !names.Contains("value"))
            throw Bad("the columns Label and Value are missing");
        return new MetricCards([.. rows.Skip(1).Select(row => Card(name => names.IndexOf(name) is var at and >= 0 ? row[at] : [], locale))]);
    }

    private static MetricCard Card(Func<string, ImmutableArray<Inline>> cell, DocumentLocale? locale)
    {
        string? Text(string name) => PlainText.Of(cell(name)) is { Length: > 0 } text ? text : null;

        var change = Text("change");
        var direction = ChangeText.DirectionOf(change);
        return new MetricCard(Text("label") ?? throw Bad("a card has no label"), Value(cell("value"), locale))
        {
            Unit = Text("unit"),
            Change = change,
            Direction = direction,
            IsGood = ChangeText.IsGood(direction, Good(Text("good"))),
            Severity = SeverityOf(Text("severity")),
            Note = Text("note"),
        };
    }

    private static Cell Value(ImmutableArray<Inline> inlines, DocumentLocale? locale)
    {
        var shown = PlainText.Of(inlines);
        return shown is "" or MissingText.NotMeasured ? new EmptyCell() : CellReader.Read(shown, locale) ?? new TextCell(inlines);
    }

    private static bool? Good(string? word) => word?.ToLowerInvariant() switch
    {
        null => null,
        "up" => true,
        "down" => false,
        _ => throw Bad($"Good must be up or down, not '{word}'"),
    };

    private static Severity? SeverityOf(string? word)
    {
        if (word is null)
            return null;
        return SeverityWords.TryParse(word, out var severity) ? severity : throw Bad($"'{word}' is not a severity");
    }

    private static CompositionException Bad(string what) => new(SectionCodes.BadCards, $"The cards fence cannot be read: {what}.");
}
