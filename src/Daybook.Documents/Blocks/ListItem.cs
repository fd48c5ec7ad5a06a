using System.Collections.Immutable;

namespace Daybook.Documents;

/// <param name="Checked">True or false for a task list item, null for a plain item.</param>
public sealed record ListItem(bool? Checked, ImmutableArray<DocumentBlock> Blocks);
