using System.Collections.Immutable;
using System.Text.Json;
using Daybook.Composition;
using Daybook.Hosting;
using Daybook.Templates;

namespace Daybook.Reports;

/// <summary>Parameters as requests bring them.</summary>
internal static class ReportParameters
{
    private static readonly ParameterBinder Binder = new(ReportLanguage.Default);

    /// <param name="parameters">An object, or null for none.</param>
    public static IEnumerable<SuppliedParameter> Of(JsonElement? parameters) => parameters is { ValueKind: JsonValueKind.Object } given
        ? given.EnumerateObject().Select(parameter => SuppliedParameter.FromJson(parameter.Name, parameter.Value.Clone()))
        : [];

    /// <exception cref="ProblemException">A value is missing, unknown or wrong; every one of them is named.</exception>
    public static ImmutableSortedDictionary<string, JsonElement> Bind(
        ReportTemplate template, IEnumerable<SuppliedParameter> supplied, ReportPeriod period, DateTimeOffset generatedAt)
    {
        var binding = Binder.Bind(template.Parameters, supplied, period, generatedAt);
        return binding.Values ?? throw new ProblemException(
            ProblemType.InvalidRequest,
            "The parameters have mistakes.",
            [.. binding.Diagnostics.Select(diagnostic => TemplateInput.Error(diagnostic) with { Field = "parameters." + diagnostic.Parameter })]);
    }
}
