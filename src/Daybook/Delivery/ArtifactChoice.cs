namespace Daybook.Delivery;

/// <param name="Format">A format word.</param>
/// <param name="AsLink">Whether it is fetched rather than sent along.</param>
internal sealed record ArtifactChoice(string Format, bool AsLink);
