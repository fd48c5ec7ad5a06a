using Daybook.Jinja.Compilation;

namespace Daybook.Jinja.Syntax;

/// <summary>A piece of a template as it was read.</summary>
/// <param name="start">The offset of its first character.</param>
/// <param name="end">The offset after its last character.</param>
internal abstract class SyntaxNode(int start, int end)
{
    public int Start => start;

    public int End => end;

    /// <summary>The parts, in the order in which Jinja2 looks at them.</summary>
    public abstract IEnumerable<SyntaxNode> Children { get; }

    public IEnumerable<SyntaxNode> DescendantsAndSelf() => Children.SelectMany(child => child.DescendantsAndSelf()).Prepend(this);

    /// <summary>Tells a scope which of its names this node reads and sets. What has a scope of its own inside tells only of its outside.</summary>
    public virtual void Declare(Symbols symbols)
    {
        foreach (var child in Children)
            child.Declare(symbols);
    }

    /// <summary>Looks for special names, also inside inner scopes.</summary>
    public virtual void Search(NameSearch search)
    {
        foreach (var child in Children)
            child.Search(search);
    }
}
