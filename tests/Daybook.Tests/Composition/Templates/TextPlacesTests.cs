using System.Globalization;
using System.Text;
using CsCheck;
using Daybook.Composition;

namespace Daybook.Tests.Composition.Templates;

public class TextPlacesTests
{
    private static readonly Gen<string> Lines =
        Gen.String[Gen.Frequency((8, Gen.Char["abcé{}%|' \"\\"]), (1, Gen.Const('\n'))), 0, 40];

    [Fact]
    public void A_literal_block_keeps_lines_and_columns() =>
        AssertPlaces("    template: |\n      one {{ a }}\n\n        two {{ b }}\n", "one {{ a }}\n\n  two {{ b }}\n", ("{{ a", 11, 11), ("{{ b", 13, 13));

    [Fact]
    public void A_literal_block_with_an_indentation_of_its_own_keeps_lines_and_columns() =>
        AssertPlaces("    template: |2\n        {{ a }}\n      {{ b }}\n", "  {{ a }}\n{{ b }}\n", ("  {{ a", 11, 7), ("{{ b", 12, 7));

    [Fact]
    public void A_folded_block_keeps_lines_and_columns() =>
        AssertPlaces("    template: >-\n      one\n      {{ a }}\n\n      {{ b }}\n", "one {{ a }}\n{{ b }}", ("{{ a", 12, 7), ("{{ b", 14, 7));

    [Fact]
    public void Double_quotes_with_escapes_keep_lines_and_columns() =>
        AssertPlaces("    template: \"\\u00e9 \\\"{{ a }}\\n{{ b }} \\\n       {{ c }}\n       {{ d }}\"\n", "é \"{{ a }}\n{{ b }} {{ c }} {{ d }}", ("{{ a", 10, 25), ("{{ b", 10, 34), ("{{ c", 11, 8), ("{{ d", 12, 8));

    [Fact]
    public void Single_quotes_keep_lines_and_columns() =>
        AssertPlaces("    template: 'it''s {{ a }}\n      {{ b }}'\n", "it's {{ a }} {{ b }}", ("{{ a", 10, 22), ("{{ b", 11, 7));

    [Fact]
    public void Plain_text_keeps_lines_and_columns() =>
        AssertPlaces("    template: one {{ a }}\n      {{ b }}\n", "one {{ a }} {{ b }}", ("{{ a", 10, 19), ("{{ b", 11, 7));

    [Fact]
    public void Tags_and_anchors_before_a_text_do_not_move_it() =>
        AssertPlaces("    template: &t !!str \"{{ a }}\"\n", "{{ a }}", ("{{ a", 10, 25));

    [Fact]
    public void Json_escapes_keep_the_column()
    {
        const string Text = """{"metadata":{"id":"t","name":"T","version":"1"},"blocks":[{"id":"a","type":"data_block","order":1,"title":"A","template":"\u00e9\n\ud83d\ude00 {{ a }}"}]}""";
        var block = TemplateFixture.Reader.Read(Text, "t.json").Template!.Blocks[0].Template!;

        Assert.Equal("é\n😀 {{ a }}", block.Text);
        Assert.Equal(new SourceLocation("t.json", 1, Text.IndexOf("{{", StringComparison.Ordinal) + 1), block.PlaceOf(2, 4));
    }

    [Fact]
    public void Every_visible_character_of_a_literal_block_is_found_where_it_stands() =>
        Lines.Where(text => text.Split('\n').All(line => line.Length == 0 || !string.IsNullOrWhiteSpace(line))).Always(text => AssertFound(text, text => "|2-\n" + string.Concat(text.Split('\n').Select(line => line.Length == 0 ? "\n" : $"      {line}\n"))));

    [Fact]
    public void Every_visible_character_in_single_quotes_is_found_where_it_stands() =>
        Lines.Always(text => AssertFound(text.Replace('\n', ' '), text => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'\n"));

    [Fact]
    public void Every_visible_character_in_double_quotes_is_found_where_it_stands() =>
        Lines.Always(text => AssertFound(text, text => $"\"{Escaped(text)}\"\n"));

    private static string Escaped(string text)
    {
        var escaped = new StringBuilder();
        foreach (var c in text)
        {
            escaped.Append(c switch
            {
                '\n' => "\\n",
                '"' or '\\' => $"\\{c}",
                'c' => "\\u" + ((int)c).ToString("x4", CultureInfo.InvariantCulture),
                _ => c.ToString(),
            });
        }

        return escaped.ToString();
    }

    /// <summary>Escaped characters are found at their backslash.</summary>
    private static void AssertFound(string text, Func<string, string> write)
    {
        var file = "a:\n    b: " + write(text);
        var root = (MappingNode)YamlNodes.Read(file, new LineMap("test.yaml", file), new DiagnosticBag())!;
        var located = ((ScalarNode)((MappingNode)root.Entries[0].Value).Entries[0].Value).Text;
        Assert.Equal(text.TrimEnd('\n'), located.Text.TrimEnd('\n'));
        var lines = file.Split('\n');
        for (var i = 0; i < located.Text.Length; i++)
        {
            var place = located.PlaceOf(i);
            if (!char.IsWhiteSpace(located.Text[i]) && lines[place.Line - 1][place.Column - 1] is var found && found != '\\')
                Assert.Equal(located.Text[i], found);
        }
    }

    private static void AssertPlaces(string written, string value, params (string Part, int Line, int Column)[] places)
    {
        var template = TemplateFixture.Yaml($"metadata:\n  id: t\n  name: T\n  version: '1'\nblocks:\n  - id: a\n    type: data_block\n    order: 1\n    title: A\n{written}");
        var text = template.Blocks[0].Template!;

        Assert.Equal(value, text.Text);
        foreach (var (part, line, column) in places)
            Assert.Equal(new SourceLocation("test.yaml", line, column), text.PlaceOf(value.IndexOf(part, StringComparison.Ordinal)));
    }
}
