namespace Daybook.Jinja.Execution;

/// <summary>Where a context finds values by name: layers over what the rendering was given and the environment's globals.</summary>
internal abstract class VariableSource
{
    public abstract IEnumerable<string> Names { get; }

    public abstract bool TryGet(string name, out object? value);
}
