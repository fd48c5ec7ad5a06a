using System.Collections.Immutable;
using Daybook.Documents;
using Daybook.Jinja;

namespace Daybook.Composition;

/// <summary>The filters that reports have beside Jinja's own. None of them fails on a missing number: it prints as "not measured" or "N/A".</summary>
internal static class ReportFilters
{
    public static ImmutableDictionary<string, JinjaFunction> All { get; } =
        new[] { NumberFilters.All, ChangeFilters.All, TimeFilters.All, SeverityFilters.All, CodeFilters.All }
            .SelectMany(filters => filters).ToImmutableDictionary(entry => entry.Key, entry => entry.Value);

    /// <param name="locale">Null writes <c>1,234.50</c> and <c>2026-05-04</c>.</param>
    public static ImmutableDictionary<string, JinjaFunction> Of(DocumentLocale? locale) => locale is null ? All : LocaleFilters.Over(All, locale);
}
