namespace Daybook.Sources;

/// <summary>What the server's templates may read.</summary>
internal sealed class SourcesOptions
{
    /// <summary>The only folders that files are read from; relative ones start in the data folder. Empty takes <c>sources</c> in it.</summary>
    public IList<string> Folders { get; } = [];
}
