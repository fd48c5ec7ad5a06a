using System.Collections.Immutable;

namespace Daybook.Tests.Jinja.Corpus;

/// <summary>Cases in which the engine gives something else than stock Jinja2 and should.</summary>
/// <param name="Title">What differs, in one sentence.</param>
/// <param name="Reason">Why that is wanted.</param>
/// <param name="Cases">The ids of every case it shows in.</param>
internal sealed record KnownDifference(string Title, string Reason, ImmutableArray<string> Cases);
