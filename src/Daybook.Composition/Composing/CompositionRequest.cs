using System.Collections.Immutable;
using System.Text.Json;

namespace Daybook.Composition;

/// <summary>Everything a document is made from. The same request gives the same document, byte for byte.</summary>
public sealed record CompositionRequest
{
    public required ReportTemplate Template { get; init; }

    /// <summary>The value of every parameter, checked and with defaults filled in.</summary>
    public ImmutableSortedDictionary<string, JsonElement> Parameters { get; init; } = ImmutableSortedDictionary.Create<string, JsonElement>(StringComparer.Ordinal);

    public required ReportPeriod Period { get; init; }

    public required Snapshot Snapshot { get; init; }

    /// <summary>What models answered, by the rendered id of the block. A block that is not here was not asked for.</summary>
    public ImmutableDictionary<string, AnalysisRecord> Analyses { get; init; } = ImmutableDictionary<string, AnalysisRecord>.Empty;

    /// <summary>When the report was made; templates know it as <c>current_date</c> and <c>current_time</c>.</summary>
    public required DateTimeOffset GeneratedAt { get; init; }

    /// <summary>Null takes the parameter <c>shift_name</c>, if there is one.</summary>
    public string? Shift { get; init; }

    /// <summary>Null takes the parameter <c>operator</c>, or says that the system made the report.</summary>
    public string? Operator { get; init; }

    /// <summary>Null shows no classification.</summary>
    public string? Classification { get; init; }

    /// <summary>The tag of the <see cref="Documents.DocumentLocale"/> that numbers and dates are written in; null writes <c>1,234.50</c> and <c>2026-05-04</c>.</summary>
    public string? Locale { get; init; }

    /// <summary>True when an administrator allows the scripts of custom blocks.</summary>
    public bool AllowScripts { get; init; }
}
