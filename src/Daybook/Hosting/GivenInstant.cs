using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Daybook.Input;
using NodaTime;
using NodaTime.Text;

namespace Daybook.Hosting;

/// <summary>An instant in a request. Without its offset from UTC it could only be guessed, by the zone of whichever machine answers, so it is refused.</summary>
/// <remarks>Bodies and queries of requests take it in place of <see cref="DateTimeOffset"/>.</remarks>
/// <param name="At">In UTC.</param>
[JsonConverter(typeof(GivenInstantJson))]
internal readonly record struct GivenInstant(DateTimeOffset At) : IParsable<GivenInstant>
{
    /// <summary>What a text should have been.</summary>
    public const string Expected = "an instant with its offset, such as 2026-05-04T18:00:00Z (in an address, the + of an offset is written %2B)";

    /// <summary>As answers write them: with fractions of a second where there are some.</summary>
    private static readonly OffsetDateTimePattern Fractions = OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss.FFFFFFFFFo<Z+HH:mm>");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out GivenInstant result)
    {
        var instant = s is null ? null : FieldText.Instant(s) ?? (Fractions.Parse(s) is { Success: true, Value: var value } ? FieldText.Instant(value) : null);
        result = instant is { } at && at >= Earliest ? new GivenInstant(at.ToDateTimeOffset()) : default;
        return result != default;
    }

    public static GivenInstant Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var result) ? result : throw new FormatException($"'{s}' is not {Expected}.");

    /// <summary>The first instant of <see cref="DateTimeOffset"/>, except that one, which stands for none.</summary>
    private static Instant Earliest => Instant.FromDateTimeOffset(DateTimeOffset.MinValue.AddTicks(1));
}
