namespace Daybook.Input;

/// <summary>A rehearsal came to the point where it would have had an effect.</summary>
internal sealed class RehearsalOverException() : Exception("a rehearsal has no effects");
