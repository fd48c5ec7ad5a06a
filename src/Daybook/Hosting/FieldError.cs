namespace Daybook.Hosting;

/// <summary>One thing wrong with a request.</summary>
/// <param name="Field">Path in the body, or name of the query parameter; null when it is about the whole.</param>
/// <param name="Code">A stable word.</param>
internal sealed record FieldError(string? Field, string Message, string? Code = null)
{
    /// <summary>1-based line in a template's text; null elsewhere.</summary>
    public int? Line { get; init; }

    public int? Column { get; init; }

    public string? Advice { get; init; }
}
