namespace Daybook.Hosting;

/// <summary>Settings that are secrets may stand elsewhere: <c>env:NAME</c> takes an environment variable, <c>file:/path</c> what a file holds.</summary>
internal static class SecretReference
{
    private const string Variable = "env:";
    private const string FilePath = "file:";

    /// <returns>The secret, without line ends around it.</returns>
    /// <exception cref="FormatException">The place it refers to has nothing; the message is the end of a sentence.</exception>
    public static string Read(string setting)
    {
        if (setting.StartsWith(Variable, StringComparison.Ordinal))
            return Environment.GetEnvironmentVariable(setting[Variable.Length..]) is { Length: > 0 } value ? value.Trim() : throw new FormatException($"refers to the environment variable {setting[Variable.Length..]}, which is not set");
        return setting.StartsWith(FilePath, StringComparison.Ordinal) ? OfFile(setting[FilePath.Length..]) : setting;
    }

    private static string OfFile(string path)
    {
        try
        {
            return File.ReadAllText(path).Trim() is { Length: > 0 } value ? value : throw new FormatException($"refers to the file {path}, which is empty");
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new FormatException($"refers to the file {path}, which cannot be read", unreadable);
        }
    }
}
