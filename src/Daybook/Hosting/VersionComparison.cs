namespace Daybook.Hosting;

/// <summary>Says of an address that it compares the version that <c>If-Match</c> names: its handler asks <see cref="EntityTag.Expected"/>.</summary>
internal sealed class VersionComparison
{
    public static VersionComparison Instance { get; } = new();
}
