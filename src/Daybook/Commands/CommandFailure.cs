namespace Daybook.Commands;

/// <summary>Ends a command with a sentence for a person and an exit code.</summary>
internal sealed class CommandFailure(int exitCode, string message, Exception? inner = null) : Exception(message, inner)
{
    public int ExitCode { get; } = exitCode;
}
