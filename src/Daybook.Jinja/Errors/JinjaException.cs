namespace Daybook.Jinja;

/// <summary>A template that cannot be parsed or rendered: what happened, and where.</summary>
#pragma warning disable CA1032 // An exception without a place would mean nothing here.
public sealed class JinjaException : Exception
#pragma warning restore CA1032
{
    public JinjaException(JinjaError error, Exception? inner = null)
        : base(error.ToString(), inner) => Error = error;

    public JinjaError Error { get; }
}
