using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Daybook.SystemTests.Schedules;

/// <summary>The Python programs beside these tests; they use libraries that share no code with ours.</summary>
internal static class PythonProgram
{
    private const string Libraries = "/usr/lib/python3/dist-packages";

    /// <param name="script">File beside the tests.</param>
    /// <param name="libraries">Python packages that it imports; where one is missing the test is skipped and says what to install.</param>
    /// <param name="input">Given to it as JSON.</param>
    /// <returns>What it answers.</returns>
    public static async Task<JsonDocument> AskAsync(string script, string[] arguments, string[] libraries, object input)
    {
        foreach (var library in libraries)
            Assert.SkipUnless(Directory.Exists(Path.Combine(Libraries, library)), $"python3-{library} is missing; install python3-{library}.");
        return JsonDocument.Parse(await ExternalProgram.RunAsync("/usr/bin/python3", "python3", [Path.Combine(Folder(), script), .. arguments], JsonSerializer.Serialize(input)));
    }

    private static string Folder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
