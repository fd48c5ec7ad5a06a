using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Daybook.Storage;

/// <summary>One step of the schema: a plain SQL file that comes with the program.</summary>
/// <param name="Version">From the file name: 3 of <c>0003_templates.sql</c>.</param>
/// <param name="Sha256">Lower-case hexadecimal; an applied step whose file was changed afterwards is found by it.</param>
internal sealed record Migration(int Version, string Name, string Sql, string Sha256)
{
    /// <summary>All of a dialect, in their order.</summary>
    public static ImmutableArray<Migration> Of(string dialect)
    {
        var assembly = typeof(Migration).Assembly;
        var files = assembly.GetManifestResourceNames().Where(name => name.StartsWith(dialect + "/", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
        return [.. files.Select(file => Read(file, assembly.GetManifestResourceStream(file)!))];
    }

    private static Migration Read(string file, Stream content)
    {
        using var reader = new StreamReader(content, Encoding.UTF8);
        var sql = reader.ReadToEnd();
        var name = Path.GetFileNameWithoutExtension(file);
        var version = int.Parse(name.AsSpan(0, 4), System.Globalization.CultureInfo.InvariantCulture);
        return new Migration(version, name, sql, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sql))));
    }
}
