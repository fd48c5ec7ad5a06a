using System.Text.Json;
using Daybook.Composition;
using NJsonSchema;

namespace Daybook.Tests.Composition.Templates;

public class TemplateSchemaTests
{
    private const string SchemaPath = "docs/reference/template.schema.json";

    private static readonly JsonElement Schema = JsonElement.Parse(Repository.Read(SchemaPath));

    public static TheoryData<string> KeySets => [.. TemplateKeys.All.Select(keys => keys.Name)];

    [Theory]
    [MemberData(nameof(KeySets))]
    public void The_schema_has_the_keys_that_the_reader_knows(string name)
    {
        var keys = TemplateKeys.All.Single(set => set.Name == name).Keys;
        var definition = name == "template" ? Schema : Schema.GetProperty("definitions").GetProperty(name);

        Assert.Equal(keys.Order(StringComparer.Ordinal), definition.GetProperty("properties").EnumerateObject().Select(property => property.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_key_of_the_schema_is_described()
    {
        foreach (var property in TemplateKeys.All.Where(keys => keys.Name != "template").SelectMany(keys => Schema.GetProperty("definitions").GetProperty(keys.Name).GetProperty("properties").EnumerateObject()))
        {
            var value = property.Value;
            if (value.TryGetProperty("$ref", out var reference))
                value = Schema.GetProperty("definitions").GetProperty(reference.GetString()!.Split('/')[^1]);
            Assert.True(value.TryGetProperty("description", out _), property.Name);
        }
    }

    [Fact]
    public void The_schema_has_the_words_that_the_reader_knows()
    {
        Assert.Equal(TemplateWords.ParameterTypes.Words, Words("parameter", "type"));
        Assert.Equal(TemplateWords.ErrorPolicies.Words, Words("block_on_error"));
        Assert.Equal(TemplateWords.ChartTypes.Words, Words("visualization_config", "chart_type"));
        Assert.Equal(TemplateWords.Aggregates.Words, Words("visualization_config", "aggregate"));
        Assert.Equal(TemplateWords.OutputProcessors.Words, Words("analysis_config", "output_processor"));
        Assert.Equal(TemplateWords.ColumnTypes.Words, Words("table_column", "type"));
        Assert.Equal(TemplateWords.Alignments.Words, Words("table_column", "align"));
        Assert.Equal(TemplateWords.Methods, Words("analysis_config", "method"));
        Assert.Equal(TemplateWords.PageSizes.Words, Words("pdf_options", "page_size"));
        Assert.Equal(TemplateWords.PageSizes.Words, Words("docx_options", "page_size"));
        Assert.Equal(TemplateWords.Orientations.Words, Words("pdf_options", "orientation"));
        Assert.Equal(TemplateWords.SectionStarts.Words, Words("pdf_options", "section_start"));
        Assert.Equal(TemplateWords.Permissions.Words, Definition("pdf_options").GetProperty("properties").GetProperty("permissions").GetProperty("anyOf")[0].GetProperty("enum").EnumerateArray().Select(word => word.GetString()!));
        Assert.Equal(TemplateWords.BlockTypes.Words, TemplateWords.BlockTypes.Words.SelectMany(type => Words(type, "type")));
        Assert.Equal(TemplateWords.Formats, Definition("export_config").GetProperty("properties").GetProperty("formats").GetProperty("anyOf")[0].GetProperty("enum").EnumerateArray().Select(word => word.GetString()!));
    }

    /// <summary>Those that come with the product, and the one with every field.</summary>
    public static TheoryData<string> Templates =>
    [
        "tests/Daybook.Tests/Composition/Templates/samples/every-field.yaml",
        .. Directory.EnumerateFiles(Repository.PathOf("src"), "*.yaml", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(Repository.PathOf(""), path)),
    ];

    [Theory]
    [MemberData(nameof(Templates))]
    public async Task A_template_without_problems_fits_the_schema_as_written_and_as_we_write_it(string path)
    {
        var text = Repository.Read(path);

        Assert.Empty(await Validate(JsonOf(text)));
        Assert.Empty(await Validate(TemplateWriter.ToJson(TemplateFixture.Yaml(text))));
    }

    [Fact]
    public void The_template_with_every_field_has_every_key()
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        Collect(JsonElement.Parse(JsonOf(File.ReadAllText(TemplateFixture.Sample("every-field.yaml")))), used);

        Assert.Empty(TemplateKeys.All.SelectMany(keys => keys.Keys).Except([.. used, .. TemplateWords.Formats]));
    }

    [Fact]
    public async Task A_very_bad_template_does_not_fit_the_schema() =>
        Assert.NotEmpty(await Validate(JsonOf(File.ReadAllText(TemplateFixture.Sample("very-bad.yaml")))));

    private static void Collect(JsonElement value, HashSet<string> keys)
    {
        if (value.ValueKind == JsonValueKind.Object)
        {
            foreach (var entry in value.EnumerateObject())
            {
                keys.Add(entry.Name);
                Collect(entry.Value, keys);
            }
        }
        else if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in value.EnumerateArray())
                Collect(item, keys);
        }
    }

    private static JsonElement Definition(string name) => Schema.GetProperty("definitions").GetProperty(name);

    private static IEnumerable<string> Words(string definition, string? property = null)
    {
        var value = Definition(definition);
        if (property is not null)
            value = value.GetProperty("properties").GetProperty(property);
        return value.GetProperty("enum").EnumerateArray().Select(word => word.GetString()!);
    }

    private static string JsonOf(string yaml) => YamlNodes.Read(yaml, new LineMap("test.yaml", yaml), new DiagnosticBag())!.ToJson(null).GetRawText();

    private static async Task<IEnumerable<string>> Validate(string json)
    {
        var schema = await JsonSchema.FromFileAsync(Repository.PathOf(SchemaPath));
        return schema.Validate(json).Select(error => error.ToString());
    }
}
