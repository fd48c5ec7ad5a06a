namespace Daybook.Input;

/// <summary>
/// A request that is refused already is tried with what is left of it, so that its sender is told what else is wrong. While that lasts, nothing is
/// changed and nobody outside is called: whatever would do so ends the rehearsal.
/// </summary>
internal sealed class Rehearsal : IDisposable
{
    private static readonly AsyncLocal<Rehearsal?> Current = new();

    private bool _isOver;

    private Rehearsal()
    {
    }

    /// <summary>Begins one, for what the caller awaits.</summary>
    public static Rehearsal Begin() => Current.Value = new Rehearsal();

    /// <exception cref="RehearsalOverException">There is a rehearsal.</exception>
    public static void RefuseEffects()
    {
        if (Current.Value is { _isOver: false })
            throw new RehearsalOverException();
    }

    /// <summary>Ends it also for whatever it left running.</summary>
    public void Dispose()
    {
        _isOver = true;
        Current.Value = null;
    }
}
