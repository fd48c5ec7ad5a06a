using Daybook.Documents;

namespace Daybook.Export;

/// <summary>The words on a metric card.</summary>
public static class CardText
{
    /// <summary>Shown where a headline figure has no value.</summary>
    public const string NotMeasured = "not measured";

    /// <summary>The value with its unit, and its severity as a word where it has one.</summary>
    public static string Value(MetricCard card)
    {
        var value = card.Value is EmptyCell ? NotMeasured : CellText.Of(card) + (card.Unit is { } unit ? " " + unit : "");
        return card.Severity is { } severity ? $"{value} ({SeverityWords.Word(severity)})" : value;
    }

    /// <summary>The change with its direction and judgement in words, such as <c>+12.5% (up, worse)</c>; empty where there is none.</summary>
    public static string Change(MetricCard card)
    {
        var judgement = card.IsGood switch { null => null, true => "better", false => "worse" };
        var words = string.Join(", ", new[] { Direction(card), judgement }.Where(word => word is not null));
        return card.Change is null ? words : words.Length == 0 ? card.Change : $"{card.Change} ({words})";
    }

    /// <summary>The whole card in words: <c>Attack success rate: 12.5% (High), +2.1% (up, worse), 28-day median 9.8%</c>.</summary>
    public static string Sentence(MetricCard card)
    {
        var change = Change(card);
        return $"{card.Label}: {Value(card)}{(change.Length > 0 ? ", " + change : "")}{(card.Note is { Length: > 0 } note ? ", " + note : "")}";
    }

    /// <summary>Which way the value moved, as a word; null when there is nothing to compare with.</summary>
    public static string? Direction(MetricCard card) => card.Direction switch
    {
        null => null,
        ChangeDirection.Up => "up",
        ChangeDirection.Down => "down",
        ChangeDirection.Flat => "unchanged",
        _ => throw new ArgumentOutOfRangeException(nameof(card), card.Direction, null),
    };

    /// <summary>Which way the value moved, as a picture beside its words; empty where there is nothing to compare with.</summary>
    public static string Arrow(MetricCard card) => card.Direction switch
    {
        ChangeDirection.Up => "▲",
        ChangeDirection.Down => "▼",
        ChangeDirection.Flat => "►",
        null => "",
        _ => throw new ArgumentOutOfRangeException(nameof(card), card.Direction, null),
    };
}
