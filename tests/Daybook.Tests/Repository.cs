using System.Runtime.CompilerServices;

namespace Daybook.Tests;

/// <summary>Files of the repository that tests hold against the code.</summary>
internal static class Repository
{
    public static string Read(string path) => File.ReadAllText(PathOf(path));

    /// <param name="path">From the root of the repository.</param>
    public static string PathOf(string path) => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "..", "..", path));

    private static string Here([CallerFilePath] string here = "") => here;
}
