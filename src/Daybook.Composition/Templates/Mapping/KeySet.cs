using System.Collections.Immutable;

namespace Daybook.Composition;

/// <summary>The keys an object of a template may have.</summary>
/// <param name="Name">Name of the object in the JSON Schema.</param>
internal sealed record KeySet(string Name, ImmutableArray<string> Keys);
