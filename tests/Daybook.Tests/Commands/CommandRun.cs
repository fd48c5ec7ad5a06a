using Daybook.Commands;

namespace Daybook.Tests.Commands;

/// <summary>Runs the command line inside the test, in a folder of its own.</summary>
internal sealed class CommandRun : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("daybook-");

    public string Folder => _folder.FullName;

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    public string Out { get; private set; } = "";

    public string Talk { get; private set; } = "";

    public void Write(string name, string content)
    {
        var path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
    }

    public string Read(string name) => File.ReadAllText(Path.Combine(Folder, name));

    public async Task<int> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var talk = new StringWriter();
        var terminal = new Terminal(output, talk, Clock, Folder, IsInteractive: false);
        var exitCode = await CommandLine.RunAsync(arguments, terminal, TestContext.Current.CancellationToken);
        (Out, Talk) = (output.ToString(), talk.ToString());
        return exitCode;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
