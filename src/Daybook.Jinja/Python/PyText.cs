namespace Daybook.Jinja.Python;

/// <summary>Python's texts of values.</summary>
internal static class PyText
{
    public static string Str(object? value) => value switch
    {
        null => "None",
        string text => text,
        Markup markup => markup.Text,
        PyObject other => other.Str(),
        _ => FormattableString.Invariant($"{value}"),
    };

    public static string Repr(object? value) => value switch
    {
        string text => $"'{text}'",
        PyObject other => other.Repr(),
        _ => Str(value),
    };
}
