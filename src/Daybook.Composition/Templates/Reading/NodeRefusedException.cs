namespace Daybook.Composition;

/// <summary>Ends the reading of a file that is not what it claims to be; caught where the reading began and turned into a diagnostic.</summary>
#pragma warning disable CA1032, CA1064 // Never leaves this folder.
internal sealed class NodeRefusedException(string code, SourceLocation place, string message, string? advice = null) : Exception(message)
#pragma warning restore CA1032, CA1064
{
    public string Code => code;

    public SourceLocation Place => place;

    public string? Advice => advice;
}
