using System.Collections.Immutable;
using Daybook.Composition;
using Daybook.Export;

namespace Daybook.Themes;

/// <param name="Theme">Null when something is wrong in it.</param>
/// <param name="Diagnostics">Everything that was found, warnings too.</param>
internal sealed record ThemeReadResult(Theme? Theme, ImmutableArray<Diagnostic> Diagnostics);
