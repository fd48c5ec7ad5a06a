namespace Daybook.Jinja.Python;

/// <summary>Python's truth of values.</summary>
internal static class PyTruth
{
    public static bool IsTrue(object? value) => value switch
    {
        null => false,
        bool flag => flag,
        string text => text.Length > 0,
        PyObject other => other.IsTrue(),
        _ => true,
    };
}
