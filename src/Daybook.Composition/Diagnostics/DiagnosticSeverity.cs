namespace Daybook.Composition;

public enum DiagnosticSeverity
{
    Error,
    Warning,
}
