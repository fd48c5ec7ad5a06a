using System.Collections.Immutable;
using System.Text;

namespace Daybook.RedTeam;

/// <summary>The templates that come with the program, in the order they are offered.</summary>
public static class BuiltInTemplates
{
    public static BuiltInTemplate StandardSecurityCob { get; } = Load("standard_security_cob", "Standard Security COB");

    public static ImmutableArray<BuiltInTemplate> All { get; } = [StandardSecurityCob];

    /// <returns>Null when no built-in template has the id.</returns>
    public static BuiltInTemplate? Find(string id) => All.FirstOrDefault(template => template.Id == id);

    private static BuiltInTemplate Load(string id, string name)
    {
        var file = id.Replace('_', '-') + ".yaml";
        using var stream = typeof(BuiltInTemplates).Assembly.GetManifestResourceStream(file)
            ?? throw new InvalidOperationException($"the resource {file} is missing");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return new BuiltInTemplate(id, name, file, reader.ReadToEnd());
    }
}
