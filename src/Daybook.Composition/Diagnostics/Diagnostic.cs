namespace Daybook.Composition;

/// <summary>One thing to mend in what a person wrote: where it is, what is wrong and what to do about it.</summary>
/// <param name="Code">A stable word of <see cref="DiagnosticCodes"/>, such as <c>unknown_block_type</c>.</param>
/// <param name="Message">One sentence that names the thing, such as <c>unknown block type 'tabel'; did you mean 'table'?</c>.</param>
public sealed record Diagnostic(DiagnosticSeverity Severity, string Code, string Message)
{
    /// <summary>The file or template the place is in; null when it has no name.</summary>
    public string? File { get; init; }

    /// <summary>1-based; null when the problem has no single place.</summary>
    public int? Line { get; init; }

    /// <summary>1-based; null when the problem has no single place.</summary>
    public int? Column { get; init; }

    /// <summary>The parameter whose value is wrong; null for every other problem.</summary>
    public string? Parameter { get; init; }

    /// <summary>What to write instead; null where the message already says it.</summary>
    public string? Advice { get; init; }

    /// <summary>For example <c>close.yaml, line 12, column 11: error: unknown block type 'tabel' [unknown_block_type]. Write one of …</c>.</summary>
    public override string ToString()
    {
        var place = string.Join(", ", new[] { File, Line is { } line ? $"line {line}" : null, Column is { } column ? $"column {column}" : null }.OfType<string>());
        var severity = Severity == DiagnosticSeverity.Error ? "error" : "warning";
        return $"{place}{(place.Length > 0 ? ": " : "")}{severity}: {Message} [{Code}]{(Advice is null ? "" : $" {Advice}")}";
    }
}
