namespace Daybook.Jinja;

/// <summary>Counts the work inside single operations (comparing, hashing, printing, scanning) against the time of the rendering that runs on this thread.</summary>
/// <remarks>Such operations know no rendering, yet one of them can take for ever: a list that holds another twice, which holds another twice, and so on.</remarks>
internal static class WorkMeter
{
    /// <summary>Characters of text that are scanned in the time of one unit of work, a few nanoseconds.</summary>
    private const int CharactersPerUnit = 8;

    [ThreadStatic]
    private static RenderBudget? _running;

    public static Running Start(RenderBudget budget)
    {
        var outer = _running;
        _running = budget;
        return new Running(outer);
    }

    /// <exception cref="Python.PyException">The rendering has used up its time.</exception>
    public static void Count(int units = 1) => _running?.Work(units);

    /// <summary>Counts the scanning of a text; other values count nothing.</summary>
    public static void CountText(object? value)
    {
        if ((value as string ?? (value as Markup)?.Text) is { Length: > CharactersPerUnit } text)
            Count(text.Length / CharactersPerUnit);
    }

    /// <summary>Ends the counting, and goes on with that of the rendering around this one, if there is one.</summary>
    public readonly ref struct Running(RenderBudget? outer)
    {
        public void Dispose() => _running = outer;
    }
}
