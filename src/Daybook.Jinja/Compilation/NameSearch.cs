namespace Daybook.Jinja.Compilation;

/// <summary>Finds out which of some special names code reads before it sets them, as Jinja2 does: <c>loop</c>, <c>caller</c>, <c>super</c>.</summary>
internal sealed class NameSearch(params string[] names)
{
    private readonly HashSet<string> _wanted = [.. names];
    private readonly HashSet<string> _found = [];

    public bool Found(string name) => _found.Contains(name);

    public void Read(string name)
    {
        if (_wanted.Contains(name))
            _found.Add(name);
    }

    public void Set(string name) => _wanted.Remove(name);

    public NameSearch In(IEnumerable<Syntax.SyntaxNode> nodes)
    {
        foreach (var node in nodes)
            node.Search(this);
        return this;
    }
}
