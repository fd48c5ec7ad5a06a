namespace Daybook.Composition;

/// <summary>The data cannot be divided without showing somebody what is not theirs, or without losing rows; nothing is made of it.</summary>
public sealed class SplitException(string message) : CompositionException(Refused, message)
{
    public const string Refused = "split_refused";
}
