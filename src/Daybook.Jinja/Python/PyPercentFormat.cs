namespace Daybook.Jinja.Python;

internal static class PyPercentFormat
{
    public static string Format(string format, object? values, PyLimits limits) => throw PyErrors.Type("unsupported");
    public static Markup FormatMarkup(Markup format, object? values, PyLimits limits) => throw PyErrors.Type("unsupported");
}
