using System.Text.Json;
using Daybook.Composition;
using Daybook.Jinja;
using Daybook.Tests.Composition.Templates;

namespace Daybook.Tests.Composition.Parameters;

public class ParameterBinderTests
{
    private static readonly ReportPeriod Period = new(
        new DateOnly(2026, 5, 4), new DateTimeOffset(2026, 5, 3, 18, 0, 0, TimeSpan.FromHours(-4)), new DateTimeOffset(2026, 5, 4, 18, 0, 0, TimeSpan.FromHours(-4)), "America/New_York", []);

    private static readonly DateTimeOffset Now = new(2026, 5, 4, 18, 5, 7, TimeSpan.FromHours(-4));

    [Theory]
    [InlineData("{type: text}", "Day", "\"Day\"")]
    [InlineData("{type: number}", "0.10", "0.10")]
    [InlineData("{type: number}", "+12345678901234567890123456789012345678.5", "12345678901234567890123456789012345678.5")]
    [InlineData("{type: number, min: 0.1, max: 0.1}", "0.100", "0.100")]
    [InlineData("{type: boolean}", "True", "true")]
    [InlineData("{type: boolean}", "no", "false")]
    [InlineData("{type: date, min: 2026-05-04, max: 2026-05-04}", "2026-05-04", "\"2026-05-04\"")]
    [InlineData("{type: select, options: [Day, 2]}", "2", "2")]
    [InlineData("{type: select, options: [Day, '2']}", "2", "\"2\"")]
    [InlineData("{type: multiselect, options: [a, b, 'c,d']}", "b, a", "[\"b\",\"a\"]")]
    [InlineData("{type: multiselect, options: [a, b, 'c,d']}", "c,d", "[\"c,d\"]")]
    [InlineData("{type: multiselect}", "", "[]")]
    [InlineData("{type: text, pattern: 'a|ab'}", "ab", "\"ab\"")]
    [InlineData("{type: text, max: 2}", "😀😀", "\"😀😀\"")]
    [InlineData("{type: code}", " a\n b\n", "\" a\\n b\\n\"")]
    public void A_typed_text_becomes_a_value_of_the_type(string definition, string text, string json)
    {
        var value = Bind($"p: {definition}", SuppliedParameter.FromText("p", text)).Values!["p"];

        Assert.True(JsonElement.DeepEquals(JsonElement.Parse(json), value), value.GetRawText());
        if (value.ValueKind == JsonValueKind.Number)
            Assert.Equal(json, value.GetRawText());
    }

    [Theory]
    [InlineData("{type: number}", "ten", "parameter 'p' must be a number, but is 'ten' [parameter_type] Write digits, with '.' before decimals and nothing between thousands.")]
    [InlineData("{type: number}", "1,000", "parameter 'p' must be a number, but is '1,000' [parameter_type] Write digits, with '.' before decimals and nothing between thousands.")]
    [InlineData("{type: number, max: 0.3}", "0.30000000000000000001", "parameter 'p' must be at most 0.3, but is 0.30000000000000000001 [parameter_range]")]
    [InlineData("{type: boolean}", "maybe", "parameter 'p' must be true or false, but is 'maybe' [parameter_type]")]
    [InlineData("{type: date}", "04.05.2026", "parameter 'p' must be a date, but is '04.05.2026' [parameter_type] Write it like 2026-05-04.")]
    [InlineData("{type: date}", "2026-02-30", "parameter 'p' must be a date, but is '2026-02-30' [parameter_type] Write it like 2026-05-04.")]
    [InlineData("{type: date, min: 2026-05-04}", "2026-05-03", "parameter 'p' must be 2026-05-04 or later, but is 2026-05-03 [parameter_range]")]
    [InlineData("{type: select, options: [Day, Night]}", "Nigth", "parameter 'p' cannot be 'Nigth'; did you mean 'Night'? [parameter_option] Choose from Day, Night.")]
    [InlineData("{type: multiselect, options: [a, b], max: 1}", "a,b", "parameter 'p' must have at most 1 values, but has 2 [parameter_range]")]
    [InlineData("{type: text, min: 3}", "😀😀", "parameter 'p' must have at least 3 characters, but has 2 [parameter_range]")]
    [InlineData("{type: text, pattern: 'INC-[0-9]+', help: A ticket}", "INC-", "parameter 'p' is 'INC-', which does not match INC-[0-9]+ [parameter_pattern] A ticket")]
    [InlineData("{type: text, pattern: 'a'}", "a\n", "parameter 'p' is 'a ', which does not match a [parameter_pattern]")]
    public void A_value_outside_its_definition_is_refused(string definition, string text, string problem) =>
        Assert.Equal($"error: {problem}", Problems($"p: {definition}", SuppliedParameter.FromText("p", text)));

    [Theory]
    [InlineData("{type: number}", "\"5\"", "must be a number, but is '5'")]
    [InlineData("{type: text}", "5", "must be a text, but is 5")]
    [InlineData("{type: multiselect, options: [a]}", "\"a\"", "must be a list of values, but is 'a'")]
    [InlineData("{type: multiselect, options: [a]}", "[[\"a\"]]", "must be a list of values, but is a list")]
    [InlineData("{type: select, options: [a]}", "{\"a\": 1}", "must be one value, but is an object")]
    [InlineData("{type: number}", "1e999999999", "must be a number, but is 1e999999999")]
    public void A_json_value_must_have_the_type(string definition, string json, string problem) =>
        Assert.Contains(problem, Problems($"p: {definition}", SuppliedParameter.FromJson("p", JsonElement.Parse(json))));

    [Fact]
    public void Everything_wrong_is_said_at_once()
    {
        var problems = Problems(
            "shift: {type: select, options: [Day, Night], required: true}\n  level: {type: number, max: 5}\n  owner: {type: text, required: true, help: Who signs}",
            SuppliedParameter.FromText("shfit", "Day"),
            SuppliedParameter.FromText("level", "6"),
            SuppliedParameter.FromText("level", "7"),
            SuppliedParameter.FromText("owner", " "));

        Assert.Equal(
            """
            error: the template has no parameter 'shfit'; did you mean 'shift'? [unknown_parameter] Its parameters are shift, level, owner.
            error: parameter 'level' is given 2 times [duplicate_parameter] Give it once.
            error: parameter 'shift' has no value [missing_parameter] Choose from Day, Night.
            error: parameter 'owner' has no value [missing_parameter] It is a text: Who signs.
            """,
            problems);
    }

    [Fact]
    public void Each_problem_names_its_parameter() =>
        Assert.Equal("level", Assert.Single(Bind("level: {type: number}", SuppliedParameter.FromText("level", "x")).Diagnostics).Parameter);

    [Fact]
    public void Defaults_fill_in_and_an_optional_parameter_without_one_is_null()
    {
        var values = Bind("shift: Day\n  level: 0.10\n  probes: [a, b]\n  detailed: {type: boolean, default: true}\n  owner: {type: text}\n  note:").Values!;

        Assert.Equal("detailed=true level=0.10 note=null owner=null probes=[\"a\",\"b\"] shift=\"Day\"", string.Join(' ', values.Select(value => $"{value.Key}={value.Value.GetRawText()}")));
    }

    [Fact]
    public void A_default_is_computed_from_the_period_the_time_and_other_parameters_in_any_order()
    {
        var values = Bind(
            "c: \"{{ b }} ({{ a }})\"\n  b: \"{{ title }} of {{ report_date }}\"\n  title: Close\n  a: {type: number, default: \"{{ limit * 2 }}\"}\n  limit: {type: number, default: 4}\n  from: {type: date, default: \"{{ period_start.strftime('%Y-%m-%d') }}\"}\n  at: \"{{ current_date }} {{ current_time }} {{ zone }}\"\n  list: {type: multiselect, options: [1, 2, 8], default: [\"{{ a }}\", 1]}",
            SuppliedParameter.FromText("title", "End")).Values!;

        Assert.Equal("\"End of 2026-05-04 (8)\"", values["c"].GetRawText());
        Assert.Equal("8", values["a"].GetRawText());
        Assert.Equal("\"2026-05-03\"", values["from"].GetRawText());
        Assert.Equal("\"2026-05-04 18:05:07 America/New_York\"", values["at"].GetRawText());
        Assert.Equal("[8,1]", values["list"].GetRawText());
    }

    [Fact]
    public void A_computed_default_is_held_against_the_definition() =>
        Assert.Equal("error: parameter 'p' must be at most 5, but is 8 [parameter_range]", Problems("p: {type: number, max: 5, default: \"{{ 4 * 2 }}\"}"));

    [Fact]
    public void A_default_that_fails_is_reported_at_its_place() =>
        Assert.Equal(
            "test.yaml, line 7, column 32: error: parameter 'q' has a default that cannot be computed: division by zero [parameter_default]",
            Problems("p: 0\n  q: {type: text, default: \"{{ 1 / p }}\"}"));

    [Fact]
    public void What_needs_a_wrong_parameter_is_not_reported_again() =>
        Assert.Equal(
            "error: parameter 'p' must be a number, but is 'x' [parameter_type] Write digits, with '.' before decimals and nothing between thousands.",
            Problems("q: \"{{ p }}\"\n  p: 1", SuppliedParameter.FromText("p", "x")));

    [Fact]
    public void The_report_date_is_the_business_date()
    {
        Assert.Equal("\"2026-05-04\"", Bind("report_date: {type: date, required: true}").Values!["report_date"].GetRawText());
        Assert.Equal("\"2026-05-04\"", Bind("report_date: {type: date, default: \"{{ report_date }}\"}").Values!["report_date"].GetRawText());
        Assert.Equal(
            "error: parameter 'report_date' is 2026-05-05, but the report is about 2026-05-04 [parameter_conflict] Leave it out, or make the report for that date.",
            Problems("report_date: {type: date}", SuppliedParameter.FromText("report_date", "2026-05-05")));
    }

    [Fact]
    public void A_schedule_adds_its_own_values()
    {
        var values = Bind("shift: Day", SuppliedParameter.FromJson("scheduled", JsonElement.Parse("true")), SuppliedParameter.FromJson("schedule_id", JsonElement.Parse("\"s1\""))).Values!;

        Assert.Equal("true", values["scheduled"].GetRawText());
        Assert.Equal("\"s1\"", values["schedule_id"].GetRawText());
    }

    private static string Problems(string parameters, params SuppliedParameter[] supplied)
    {
        var binding = Bind(parameters, supplied);
        Assert.Null(binding.Values);
        return TemplateFixture.Lines(binding.Diagnostics);
    }

    private static ParameterBinding Bind(string parameters, params SuppliedParameter[] supplied)
    {
        var template = TemplateFixture.Yaml($"metadata:\n  id: t\n  name: T\n  version: '1'\nparameters:\n  {parameters}\n");
        return new ParameterBinder(new JinjaEnvironment()).Bind(template.Parameters, supplied, Period, Now);
    }
}
