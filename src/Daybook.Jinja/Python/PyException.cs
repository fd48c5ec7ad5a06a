namespace Daybook.Jinja.Python;

/// <summary>An operation on template values failed as it would in Python; <see cref="Exception.Message"/> is Python's text.</summary>
public sealed class PyException(PyErrorKind kind, string message) : Exception(message)
{
    public PyErrorKind Kind { get; } = kind;

    /// <summary>The undefined value that was used, where that is what failed.</summary>
    internal Undefined? Undefined { get; init; }

    /// <summary>Whether Python's <c>except LookupError</c> would catch it.</summary>
    internal bool IsLookupError => Kind is PyErrorKind.KeyError or PyErrorKind.IndexError;
}
