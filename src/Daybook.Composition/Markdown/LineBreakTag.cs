using Markdig.Syntax.Inlines;

namespace Daybook.Composition;

/// <summary>A line break written as a tag. Not Markdig's own line break, which would end the row of a table.</summary>
internal sealed class LineBreakTag : LeafInline;
