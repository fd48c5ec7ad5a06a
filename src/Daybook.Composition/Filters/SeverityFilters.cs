using Daybook.Documents;
using Daybook.Jinja;

namespace Daybook.Composition;

internal static class SeverityFilters
{
    private static readonly Signature BadgeSignature = Signature.Of("severity_badge", ["value"]);
    private static readonly Signature ColorSignature = Signature.Of("severity_color", ["value"]);
    private static readonly Signature IconSignature = Signature.Of("risk_icon", ["value"]);

    public static KeyValuePair<string, JinjaFunction>[] All { get; } =
        [new("severity_badge", Badge), new("severity_color", Color), new("risk_color", Color), new("risk_icon", Icon)];

    /// <summary>A coloured label that carries its word; a word that is no severity is printed as plain text.</summary>
    private static object? Badge(RenderState state, Arguments arguments)
    {
        var value = BadgeSignature.Bind(arguments)[0];
        if (value is null)
            return MissingText.NotMeasured;
        var word = FilterArguments.Text(state, value)!;
        return SeverityWords.TryParse(word, out var severity) ? new Markup($"[!{SeverityWords.Word(severity).ToLowerInvariant()}]") : word;
    }

    private static string Color(RenderState state, Arguments arguments) => SeverityOf(state, ColorSignature.Bind(arguments)[0]) switch
    {
        Severity.Critical => "#7a1020",
        Severity.High => "#b5330f",
        Severity.Medium => "#b7791f",
        Severity.Low => "#2b6cb0",
        Severity.Minimal => "#4a7c59",
        Severity.Info => "#4a5568",
        _ => "#718096",
    };

    private static string Icon(RenderState state, Arguments arguments) => SeverityOf(state, IconSignature.Bind(arguments)[0]) switch
    {
        Severity.Critical => "🔴",
        Severity.High => "🟠",
        Severity.Medium => "🟡",
        Severity.Low => "🔵",
        Severity.Minimal => "🟢",
        _ => "⚪",
    };

    /// <summary>Words that are no severity, and None, count as unknown: never as harmless.</summary>
    private static Severity SeverityOf(RenderState state, object? value) =>
        FilterArguments.Text(state, value) is { } word && SeverityWords.TryParse(word, out var severity) ? severity : Severity.Unknown;
}
