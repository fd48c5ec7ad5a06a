using System.Collections.Immutable;
using Daybook.Composition;
using Daybook.RedTeam;
using Daybook.Sources.Http;

namespace Daybook.Sources;

/// <summary>Every kind of source there is: the one list that reading and collecting share.</summary>
internal static class SourceCatalog
{
    public static ImmutableArray<string> Kinds { get; } = [.. Of([]).Select(source => source.Kind)];

    /// <summary>The kinds that a source can be set up of.</summary>
    public static ImmutableArray<string> ConfiguredKinds { get; } = [.. Kinds.Where(kind => kind != "inline")];

    /// <param name="folders">The only folders files are read from.</param>
    /// <param name="garak">What a garak log may hold; null for the default.</param>
    public static ImmutableArray<IDataSource> Of(IEnumerable<string> folders, GarakLimits? garak = null)
    {
        var roots = new FileRoots(folders);
        return [new InlineSource(), new FileSource(roots), new GarakSource(roots, garak ?? GarakLimits.Default), new UnnamedHttpSource()];
    }
}
