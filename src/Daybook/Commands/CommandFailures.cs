namespace Daybook.Commands;

/// <summary>Collects everything that is wrong with a command line, so that whoever typed it sees it at once.</summary>
internal sealed class CommandFailures
{
    private readonly List<CommandFailure> _found = [];

    /// <returns>What was read, or <paramref name="otherwise"/> where that failed.</returns>
    public T Try<T>(Func<T> read, T otherwise)
    {
        try
        {
            return read();
        }
        catch (CommandFailure failure)
        {
            _found.Add(failure);
            return otherwise;
        }
    }

    /// <summary>Sentences as the message of one failure, each in a line of its own.</summary>
    public static string Lines(IEnumerable<string> sentences) => string.Join($"{Environment.NewLine}error: ", sentences);

    /// <exception cref="CommandFailure">Anything failed: all of it, with the exit code of the first.</exception>
    public void ThrowIfAny()
    {
        if (_found.Count > 0)
            throw new CommandFailure(_found[0].ExitCode, Lines(_found.Select(failure => failure.Message)), _found[0]);
    }
}
