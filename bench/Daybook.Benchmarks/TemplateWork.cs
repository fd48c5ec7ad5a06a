using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Daybook.Composition;
using Daybook.Jinja;

namespace Daybook.Benchmarks;

/// <summary>A template with a table of 200 rows, HTML escaping on; one run is 50 renders, as for the engines it is measured beside.</summary>
internal static class TemplateWork
{
    private const int RendersPerRun = 50;

    public static Func<byte[]> Prepare(JsonElement workload)
    {
        var environment = new JinjaEnvironment(new JinjaOptions
        {
            Syntax = new JinjaSyntax { TrimBlocks = true, LstripBlocks = true },
            Filters = ReportLanguage.Default.Filters.ToImmutableDictionary(),
        }.UseAutoescape(AutoescapeMode.Html));
        var template = environment.FromString(workload.GetProperty("jinja").GetString()!);
        var data = (PyDict)JinjaValue.Frozen(workload.GetProperty("data"))!;
        return () =>
        {
            var text = "";
            for (var i = 0; i < RendersPerRun; i++)
                text = template.Render(data);
            return Encoding.UTF8.GetBytes(text);
        };
    }
}
