using System.Collections.Immutable;
using System.Text;

namespace Daybook.RedTeam;

/// <summary>The templates that come with the program, in the order they are offered.</summary>
public static class BuiltInTemplates
{
    private const string PartPrefix = "daybook/";

    public static BuiltInTemplate StandardSecurityCob { get; } = Load("standard_security_cob", "Standard Security COB");

    public static ImmutableArray<BuiltInTemplate> All { get; } = 
    [
        StandardSecurityCob,
        Load("executive_brief", "Executive Brief"),
        Load("compliance_report", "Compliance Report"),
        Load("security_assessment", "Security Assessment"),
        Load("jailbreak_resilience", "Jailbreak Resilience"),
    ];

    /// <returns>Null when no built-in template has the id.</returns>
    public static BuiltInTemplate? Find(string id) => All.FirstOrDefault(template => template.Id == id);

    /// <summary>A text that every template may include, such as <c>daybook/assessment.md</c>.</summary>
    /// <returns>Null when there is none of the name.</returns>
    public static string? Part(string name) => name.StartsWith(PartPrefix, StringComparison.Ordinal) ? Resource(name) : null;

    private static BuiltInTemplate Load(string id, string name)
    {
        var file = id.Replace('_', '-') + ".yaml";
        return new BuiltInTemplate(id, name, file, Resource(file) ?? throw new InvalidOperationException($"the resource {file} is missing"));
    }

    private static string? Resource(string name)
    {
        using var stream = typeof(BuiltInTemplates).Assembly.GetManifestResourceStream(name);
        return stream is null ? null : new StreamReader(stream, Encoding.UTF8).ReadToEnd();
    }
}
