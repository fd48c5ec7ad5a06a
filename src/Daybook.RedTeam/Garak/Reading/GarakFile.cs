using Daybook.Composition;

namespace Daybook.RedTeam;

/// <summary>A place to read a log from, more than once.</summary>
/// <param name="Name">For reports and messages: a path below a configured folder.</param>
internal sealed record GarakFile(string Name, Func<Stream> Open)
{
    /// <summary>A file garak writes beside its logs, made from them.</summary>
    public bool IsCompanion =>
        Name.EndsWith(".report.html", StringComparison.OrdinalIgnoreCase) || Name.EndsWith(".avid.jsonl", StringComparison.OrdinalIgnoreCase);

    public static GarakFile Of(RootedFile file) => new(file.Name, file.OpenRead);

    /// <summary>A file that a person named, wherever it is.</summary>
    public static GarakFile AtPath(string path) => new(path, new RootedFile(path, path).OpenRead);
}
