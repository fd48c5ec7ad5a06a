using Daybook.Composition;

namespace Daybook.Input;

/// <summary>One thing to mend in an object that a person or a program sent.</summary>
/// <param name="Path">Where it is, such as <c>rule.days[1]</c>; empty for the object itself.</param>
/// <param name="Message">One sentence that names the value.</param>
/// <param name="Advice">What to write instead; null where the message already says it.</param>
internal sealed record FieldProblem(DiagnosticSeverity Severity, string Path, string Message, string? Advice)
{
    /// <summary>Null for what is not wrong as a text.</summary>
    public TextPlace? Place { get; init; }

    public override string ToString() =>
        $"{(Severity == DiagnosticSeverity.Error ? "error" : "warning")}: {(Path.Length > 0 ? Path + ": " : "")}{Message}{(Advice is null ? "" : $" ({Advice})")}";
}
