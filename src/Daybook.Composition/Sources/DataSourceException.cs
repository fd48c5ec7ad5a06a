namespace Daybook.Composition;

/// <summary>Data could not be read. The message is written for a person: it names the place and the remedy.</summary>
public sealed class DataSourceException : Exception
{
    public DataSourceException(string code, string message, Exception? inner = null)
        : base(message, inner) => Code = code;

    /// <summary>A stable word, such as <c>outside_roots</c>.</summary>
    public string Code { get; }
}
