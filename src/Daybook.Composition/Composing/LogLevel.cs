namespace Daybook.Composition;

public enum LogLevel
{
    Info,
    Warning,
    Error,
}
