using System.Collections.Immutable;

namespace Daybook.Composition;

/// <summary>One block of a template. The set of kinds is closed.</summary>
public abstract record TemplateBlock
{
    private protected TemplateBlock()
    {
    }

    /// <summary>As written. A sub-block's rendered id is its parent's rendered id, an underscore and this.</summary>
    public string Id { get; init; } = "";

    /// <summary>Empty for a sub-block without one.</summary>
    public string Title { get; init; } = "";

    /// <summary>For a sub-block without an order: its position among its siblings, from 1.</summary>
    public int Order { get; init; }

    /// <summary>Where the block starts.</summary>
    public SourceLocation Location { get; init; }

    public string? Icon { get; init; }

    /// <summary>The data the block sees; empty means all data. No two have the same last segment.</summary>
    public ImmutableArray<DataPath> DataSources { get; init; } = [];

    /// <summary>What the block reads.</summary>
    internal virtual ImmutableArray<DataPath> Paths => DataSources;

    /// <summary>Jinja over Markdown. In a data block it is the content; in every other kind it is printed before the block's own content. Null: nothing.</summary>
    public TemplateText? Template { get; init; }

    public bool Enabled { get; init; } = true;

    /// <summary>Jinja expression; the block is left out when it is false. Null: never left out.</summary>
    public TemplateText? Condition { get; init; }

    public ErrorPolicy OnError { get; init; } = ErrorPolicy.Show;

    public EmptyPolicy OnEmpty { get; init; } = EmptyPolicy.Show;

    /// <summary>What is printed instead of an empty block when <see cref="OnEmpty"/> is <see cref="EmptyPolicy.Note"/>; null otherwise.</summary>
    public string? EmptyNote { get; init; }

    public abstract T Accept<T>(TemplateBlockVisitor<T> visitor);
}
