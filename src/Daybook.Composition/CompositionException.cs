namespace Daybook.Composition;

/// <summary>A block or a report could not be composed. The message is a sentence for the reader of the report; it never quotes an exception.</summary>
public class CompositionException : Exception
{
    public CompositionException(string code, string message, Exception? inner = null)
        : base(message, inner) => Code = code;

    /// <summary>A stable word, such as <c>undefined_name</c>.</summary>
    public string Code { get; }

    /// <summary>Where in the template's file the cause stands; null when it has no single place.</summary>
    public SourceLocation? Location { get; init; }

    /// <summary>The script error, limit or expression behind it, for the log; null when the message says all.</summary>
    public string? Detail { get; init; }
}
