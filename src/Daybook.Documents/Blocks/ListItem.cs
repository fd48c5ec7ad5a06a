using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Daybook.Documents;

/// <param name="Checked">True or false for a task list item, null for a plain item.</param>
public sealed record ListItem([property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] bool? Checked, ImmutableArray<DocumentBlock> Blocks);
