using Daybook.Jinja;

namespace Daybook.Composition;

/// <summary>The template language as reports speak it: Jinja2 with the filters of reports.</summary>
public static class ReportLanguage
{
    /// <summary>For checking templates and computing parameters; blocks are rendered with the limits and includes of their composer.</summary>
    public static JinjaEnvironment Default { get; } = new(new JinjaOptions { Filters = ReportFilters.All });
}
