namespace Daybook.Jinja.Execution;

/// <summary>The data of a rendering, already made of template values.</summary>
internal sealed class DictSource(PyDict data, VariableSource next) : VariableSource
{
    public override IEnumerable<string> Names => data.Keys.OfType<string>().Concat(next.Names);

    public override bool TryGet(string name, out object? value) => data.TryGet(name, out value) || next.TryGet(name, out value);
}
