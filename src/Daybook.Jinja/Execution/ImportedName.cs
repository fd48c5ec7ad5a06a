namespace Daybook.Jinja.Execution;

/// <param name="Name">The name in the imported template; null for the template itself.</param>
/// <param name="Alias">The name here.</param>
internal sealed record ImportedName(string? Name, string Alias, int Slot)
{
    public void Assign(Frame frame, object? value, bool isTopLevel)
    {
        frame.Locals[Slot] = value;
        if (isTopLevel)
            frame.Context.Set(Alias, value, Alias.StartsWith('_') ? false : null);
    }
}
