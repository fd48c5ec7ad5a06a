using System.Reflection;

namespace Daybook.Tests.House;

/// <summary>Each project may reference only the rooms the house plan gives it, and heavy packages reach only what needs them.</summary>
public sealed class BorderTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Daybook.Jinja"] = [],
        ["Daybook.Documents"] = [],
        ["Daybook.Pdf"] = ["HarfBuzzSharp"],
        ["Daybook.Composition"] = ["Daybook.Jinja", "Daybook.Documents", "Jint", "Acornima", "Markdig", "YamlDotNet"],
        ["Daybook.RedTeam"] = ["Daybook.Composition", "NodaTime"],
        ["Daybook.Export"] = ["Daybook.Documents", "Daybook.Pdf", "NodaTime", "OxyPlot", "SkiaSharp"],
        ["daybook"] =
        [
            "Daybook.Jinja", "Daybook.Documents", "Daybook.Composition", "Daybook.RedTeam", "Daybook.Export", "Daybook.Pdf",
            "NodaTime", "Spectre.Console", "Spectre.Console.Ansi", "System.CommandLine",
            "Dapper", "Konscious.Security.Cryptography.Argon2", "Microsoft.Data.Sqlite", "Npgsql",
            "Microsoft.AspNetCore", "Microsoft.AspNetCore.*", "Microsoft.Extensions.*", "Microsoft.IdentityModel.*", "Microsoft.Net.Http.Headers",
            "Microsoft.OpenApi", "Scalar.AspNetCore", "MailKit", "MimeKit", "BouncyCastle.Cryptography", "Renci.SshNet", "AWSSDK.Core", "AWSSDK.S3", "OpenTelemetry", "OpenTelemetry.*",
        ],
    };

    public static TheoryData<string> Rooms => [.. Allowed.Keys];

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_room_references_only_what_the_house_plan_allows(string room) =>
        Assert.Empty(Violations(Allowed[room], Assembly.Load(room).GetReferencedAssemblies().Select(a => a.Name!)));

    [Fact]
    public void A_reference_across_a_border_is_found() =>
        Assert.Equal(["Daybook.Composition"], Violations(Allowed["Daybook.Export"], ["System.Runtime", "Daybook.Documents", "Daybook.Composition"]));

    [Fact]
    public void Every_product_assembly_has_its_borders_written_down() =>
        Assert.Equal(Allowed.Keys.Order(StringComparer.Ordinal), Directory.GetFiles(AppContext.BaseDirectory, "*.dll")
            .Select(Path.GetFileNameWithoutExtension)
            .Where(name => name!.StartsWith("daybook", StringComparison.OrdinalIgnoreCase) && !name.EndsWith("Tests", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal));

    private static IEnumerable<string> Violations(string[] allowed, IEnumerable<string> referenced) =>
        referenced.Where(name => !name.StartsWith("System.", StringComparison.Ordinal) || allowed.Contains(name))
            .Where(name => name is not ("netstandard" or "mscorlib" or "System.Private.CoreLib"))
            .Where(name => !name.StartsWith("Microsoft.Win32.", StringComparison.Ordinal))
            .Where(name => !allowed.Contains(name) && !allowed.Any(family => family.EndsWith('*') && name.StartsWith(family[..^1], StringComparison.Ordinal)))
            .Order(StringComparer.Ordinal);
}
