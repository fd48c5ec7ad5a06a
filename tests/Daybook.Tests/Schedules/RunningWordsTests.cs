using System.Collections.Immutable;
using Daybook.Schedules.Running;
using Daybook.Schedules.Words;

namespace Daybook.Tests.Schedules;

public sealed class RunningWordsTests
{
    private static readonly ImmutableArray<OccurrenceId> Runs = [.. Enumerable.Range(1, 4).Select(n => new OccurrenceId(Guid.Parse($"00000000-0000-4000-8000-00000000000{n}")))];

    [Theory]
    [InlineData(0, "")]
    [InlineData(1, ". A report is being made: it goes out all the same; to end it: daybook schedule cancel 00000000-0000-4000-8000-000000000001")]
    [InlineData(4, ". 4 reports are being made: each goes out all the same; to end one: daybook schedule cancel, with 00000000-0000-4000-8000-000000000001 or 00000000-0000-4000-8000-000000000002 or 00000000-0000-4000-8000-000000000003")]
    public void What_runs_is_told_with_what_becomes_of_it(int count, string words) => Assert.Equal(words, RunningWords.After(Runs[..count], RunningWords.AllTheSame));
}
