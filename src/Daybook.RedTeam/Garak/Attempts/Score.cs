using System.Text.Json;

namespace Daybook.RedTeam;

/// <summary>The number in a score, however a version of garak wrote it.</summary>
internal static class Score
{
    /// <summary>The score of a hitlog line.</summary>
    public static double Of(LogRecord record)
    {
        if (!record.HasValue(Field.Score))
            return double.NaN;
        var reader = record.Open(Field.Score);
        return Of(ref reader, record.NonFinite > 0);
    }

    /// <param name="mayBeWord">The line held <c>NaN</c> or <c>Infinity</c>, which now stand in it as strings.</param>
    /// <returns>NaN for an output without a usable score.</returns>
    public static double Of(ref Utf8JsonReader reader, bool mayBeWord) => reader.TokenType switch
    {
        JsonTokenType.Number when reader.TryGetDouble(out var value) => value,
        JsonTokenType.True => 1,
        JsonTokenType.False => 0,
        JsonTokenType.String when mayBeWord => NonFiniteTokens.Value(reader.ValueSpan) ?? double.NaN,
        _ => double.NaN,
    };
}
