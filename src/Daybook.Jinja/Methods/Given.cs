using Daybook.Jinja.Python;

namespace Daybook.Jinja.Methods;

/// <summary>Reads the arguments of built-in methods, complaining as Python does.</summary>
internal static class Given
{
    /// <summary>The argument at an index; None if it was not given.</summary>
    public static object? At(object?[] arguments, int index) => index < arguments.Length ? arguments[index] : null;

    /// <summary>An integer; the default if it was not given.</summary>
    public static long Integer(object?[] arguments, int index, long missing)
        => index < arguments.Length ? Integer(arguments[index]) : missing;

    public static long Integer(object? value)
    {
        if (PyNumber.TryLong(value, out var number))
            return number;
        throw PyNumber.TryInteger(value, out _)
            ? PyErrors.Overflow("Python int too large to convert to C ssize_t")
            : PyErrors.NotAnInteger(value);
    }

    /// <summary>The characters of a text or markup; null if the value is neither.</summary>
    public static string? TextOrNull(object? value) => value switch
    {
        string text => text,
        Markup markup => markup.Text,
        _ => null,
    };

    public static string Text(object? value) => TextOrNull(value) ?? throw PyErrors.Type($"must be str, not {PyType.NameOf(value)}");

    /// <summary>A single code point to pad with; a space if it was not given.</summary>
    public static string Fill(object?[] arguments, int index)
    {
        if (index >= arguments.Length)
            return " ";
        var fill = TextOrNull(arguments[index])
            ?? throw PyErrors.Type($"The fill character must be a unicode character, not {PyType.NameOf(arguments[index])}");
        return CodePoints.Count(fill) == 1 ? fill : throw PyErrors.Type("The fill character must be exactly one character long");
    }
}
