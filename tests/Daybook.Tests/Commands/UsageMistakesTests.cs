using Daybook.Commands;

namespace Daybook.Tests.Commands;

public sealed class UsageMistakesTests
{
    [Theory]
    [InlineData("there is no command 'shedule' here; did you mean 'schedule'?", "shedule", "next", "--x")]
    [InlineData("there is no command 'nxt' here; did you mean 'next'?", "schedule", "nxt")]
    [InlineData("there is no option '--fromat' here; did you mean '--format'?", "schedule", "list", "--fromat", "json")]
    [InlineData("--format: Argument 'xm' not recognized. Must be one of: 'table', 'json'.", "schedule", "list", "--format", "xm")]
    [InlineData("there is no further argument 'Y' here", "schedule", "explain", "X", "Y")]
    [InlineData("Option '--rule' is required.", "schedule", "next")]
    [InlineData("Required command was not provided.", "schedule")]
    public async Task A_mistake_is_one_sentence_with_its_place_and_the_nearest_name(string sentence, params string[] typed)
    {
        using var run = new CommandRun();
        Assert.Equal(ExitCode.Usage, await run.RunAsync(typed));
        var lines = run.Talk.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Assert.Equal("error: " + sentence, lines[0]);
        Assert.StartsWith("See 'daybook", Assert.Single(lines[1..]), StringComparison.Ordinal);
    }
}
