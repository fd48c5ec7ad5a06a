using System.Collections.Immutable;
using Daybook.Documents;
using Daybook.Jinja;

namespace Daybook.Composition;

/// <summary>The filters that write numbers and dates, as a locale has them. A format that a template names stays the one it names.</summary>
internal static class LocaleFilters
{
    private static readonly ImmutableArray<string> Numbers = ["format_number", "percentage", "format_percentage", "format_percent", "bytes", "duration", "calculate_change"];

    public static ImmutableDictionary<string, JinjaFunction> Over(ImmutableDictionary<string, JinjaFunction> filters, DocumentLocale locale) => filters
        .SetItems(Numbers.Select(name => KeyValuePair.Create(name, Number(filters[name], locale))))
        .SetItem("format_date", Date(filters["format_date"], locale.DateDirectives))
        .SetItem("format_timestamp", Date(filters["format_timestamp"], locale.DateDirectives + " %H:%M:%S"));

    private static JinjaFunction Number(JinjaFunction filter, DocumentLocale locale) => (state, arguments) => filter(state, arguments) is string text ? locale.Number(text) : null;

    private static JinjaFunction Date(JinjaFunction filter, string directives) => (state, arguments) =>
        arguments is { Count: 1, KeywordCount: 0 } ? filter(state, new Arguments(arguments[0], directives)) : filter(state, arguments);
}
