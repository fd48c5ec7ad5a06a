using Daybook.Delivery.Messages;
using Daybook.Input;

namespace Daybook.Tests.Delivery.Messages;

public sealed class MessageTemplatesTests
{
    [Theory]
    [InlineData("report.completed")]
    [InlineData("report.failed")]
    [InlineData("report.missed")]
    [InlineData("report.recovered")]
    [InlineData("delivery.failed")]
    public void The_usual_subjects_are_good(string @event) => Assert.Empty(Problems(MessageTemplates.Usual(@event), MessageTemplates.Subject));

    [Theory]
    [InlineData("{{ template_name }} {{ business_date | format_date }} {{ status_text }}{% if not is_complete %} ({{ failures | length }} failed){% endif %}")]
    [InlineData("{% for figure in figures[:2] %}{{ figure.label }} {{ figure.value }} {{ figure.severity }} {% endfor %}{{ title }}")]
    [InlineData("{{ business_date.strftime('%d.%m.%Y') }} {{ schedule_name or 'by hand' }}")]
    public void Names_filters_and_conditions_can_be_used(string template) => Assert.Empty(Problems(template, MessageTemplates.Subject));

    [Theory]
    [InlineData("COB {{ bussines_date }}", "subject: line 1, column 8: 'bussines_date' is not known here; did you mean 'business_date'?")]
    [InlineData("COB {{ title", "line 1, column")]
    [InlineData("{{ title | nope }}", "line 1, column")]
    [InlineData("{{ figures[0].value }}", "line 1, column")]
    [InlineData("{{ shift }}", "subject: the subject is empty for some reports")]
    [InlineData("{% for i in range(9999) %}{% for j in range(9999) %}x{% endfor %}{% endfor %}", "line 1, column")]
    public void What_is_wrong_is_told_with_its_place(string template, string told)
    {
        var problem = Assert.Single(Problems(template, MessageTemplates.Subject));
        Assert.Contains(told, problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_unknown_name_is_told_with_the_names_there_are()
    {
        var problems = Problems("{{ one }} {{ two }}", MessageTemplates.Body);
        Assert.Equal(2, problems.Count);
        Assert.All(problems, problem => Assert.Contains("business_date", problem, StringComparison.Ordinal));
    }

    private static List<string> Problems(string template, string part)
    {
        var problems = new FieldProblems();
        MessageTemplates.Check(template, part, part, problems);
        return [.. problems.ToImmutable().Select(problem => problem.ToString()["error: ".Length..])];
    }
}
