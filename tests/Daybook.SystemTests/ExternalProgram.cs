using System.Diagnostics;

namespace Daybook.SystemTests;

/// <summary>Runs a program we did not write. Where it is missing, the test that needs it is skipped and says what to install.</summary>
internal static class ExternalProgram
{
    /// <returns>What the program printed on its standard output; the test fails if it exits with anything but 0.</returns>
    public static async Task<string> RunAsync(string program, string package, IEnumerable<string> arguments, string input = "")
    {
        var (exitCode, output, errors) = await TryAsync(program, package, arguments, input);
        Assert.True(exitCode == 0, $"{program} exited with {exitCode}: {errors}");
        return output;
    }

    /// <returns>What the program printed, and its exit code, whatever it is.</returns>
    public static async Task<(int ExitCode, string Output, string Errors)> TryAsync(string program, string package, IEnumerable<string> arguments, string input = "")
    {
        Assert.SkipUnless(IsInstalled(program), $"{program} is missing; install {package}.");
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output, await errors);
    }

    public static bool IsInstalled(string program) => Path.IsPathRooted(program)
        ? File.Exists(program)
        : Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));
}
