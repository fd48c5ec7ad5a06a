namespace Daybook.Tests.Schedules;

public sealed class WorkedCaseTests
{
    public static TheoryData<int> Numbers => [.. WorkedCase.All.Select(worked => worked.Number)];

    [Fact]
    public void There_are_sixty_worked_cases() => Assert.Equal(Enumerable.Range(1, 60), WorkedCase.All.Select(worked => worked.Number));

    [Theory]
    [MemberData(nameof(Numbers))]
    public void A_worked_case_comes_out_as_the_reference_says(int number)
    {
        var worked = WorkedCase.All[number - 1];
        var times = ScheduleText.Times(worked.Schedule);
        var occurrences = times.Take(ScheduleText.At(worked.From), worked.RuleEnds ? worked.Due.Count + 1 : worked.Due.Count);
        Assert.Equal(worked.Expected, worked.Actual(occurrences));
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void The_next_of_any_instant_is_the_first_later_one_of_the_whole_list(int number)
    {
        var worked = WorkedCase.All[number - 1];
        var times = ScheduleText.Times(worked.Schedule);
        var from = ScheduleText.At(worked.From);
        var all = times.Take(from, 40).Where(occurrence => occurrence.DueAt is not null).ToList();
        for (var i = 0; i < all.Count - 1; i++)
        {
            foreach (var instant in new[] { all[i].At, all[i].At + NodaTime.Duration.Epsilon, all[i + 1].At - NodaTime.Duration.Epsilon })
                Assert.Equal(all.First(occurrence => occurrence.At > instant).DueAt, times.Next(instant)?.DueAt);
        }
    }
}
