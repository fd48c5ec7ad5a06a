using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Daybook.Tests.Pdf.Conformance;

/// <summary>A PDF as named objects written by hand, so that a test can break any one of them. <c>{name}</c> refers to another object.</summary>
internal sealed partial class SmallPdf
{
    private readonly List<(string Name, string Dictionary, byte[]? Data)> objects = [];

    public string Header { get; set; } = "%PDF-1.7\n%\u00E2\u00E3\u00CF\u00D3\n";

    public string Trailer { get; set; } = "/Root {catalog} /Info {info} /ID [<00112233445566778899AABBCCDDEEFF> <00112233445566778899AABBCCDDEEFF>]";

    public string End { get; set; } = "%%EOF\n";

    public int Number(string name) => objects.FindIndex(each => each.Name == name) + 1;

    public void Add(string name, string dictionary, string? data = null) => Add(name, dictionary, data is null ? null : Encoding.Latin1.GetBytes(data));

    public void Add(string name, string dictionary, byte[]? data)
    {
        Assert.Equal(0, Number(name));
        objects.Add((name, dictionary, data));
    }

    /// <summary>Changes what an object says; the test fails if it does not say that.</summary>
    public void Replace(string name, string old, string changed)
    {
        var (_, dictionary, data) = objects[Number(name) - 1];
        Assert.Contains(old, dictionary, StringComparison.Ordinal);
        objects[Number(name) - 1] = (name, dictionary.Replace(old, changed, StringComparison.Ordinal), data);
    }

    /// <summary>Changes the data of a stream; the test fails if it does not hold the text.</summary>
    public void ReplaceData(string name, string old, string changed)
    {
        var (_, dictionary, data) = objects[Number(name) - 1];
        var text = Encoding.Latin1.GetString(data!);
        Assert.Contains(old, text, StringComparison.Ordinal);
        objects[Number(name) - 1] = (name, dictionary, Encoding.Latin1.GetBytes(text.Replace(old, changed, StringComparison.Ordinal)));
    }

    public void SetData(string name, byte[] data) => objects[Number(name) - 1] = objects[Number(name) - 1] with { Data = data };

    public byte[] Build()
    {
        using var output = new MemoryStream();
        Write(output, Header);
        var offsets = new List<long>();
        for (var i = 0; i < objects.Count; i++)
        {
            offsets.Add(output.Position);
            var (_, dictionary, data) = objects[i];
            var body = Resolve(dictionary);
            if (data is null)
            {
                Write(output, Text($"{i + 1} 0 obj\n{body}\nendobj\n"));
                continue;
            }

            var length = body.Contains("/Length", StringComparison.Ordinal) ? "" : Text($" /Length {data.Length}");
            Write(output, Text($"{i + 1} 0 obj\n<< {body}{length} >>\nstream\n"));
            output.Write(data);
            Write(output, "\nendstream\nendobj\n");
        }

        var start = output.Position;
        Write(output, Text($"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n"));
        foreach (var offset in offsets)
            Write(output, Text($"{offset:D10} 00000 n \n"));
        Write(output, Text($"trailer\n<< /Size {objects.Count + 1} {Resolve(Trailer)} >>\nstartxref\n{start}\n{End}"));
        return output.ToArray();
    }

    private string Resolve(string text) => Names().Replace(text, match =>
    {
        var number = Number(match.Groups[1].Value);
        Assert.True(number > 0, $"No object is named '{match.Groups[1].Value}'.");
        return Text($"{number} 0 R");
    });

    private static void Write(Stream output, string text) => output.Write(Encoding.Latin1.GetBytes(text));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex("\\{([a-zA-Z0-9]+)\\}")]
    private static partial Regex Names();
}
