using System.Text.Json;
using Daybook.Jinja;

namespace Daybook.Tests.Jinja;

/// <summary>Renders template text with data written as JSON.</summary>
internal static class Template
{
    public static JinjaOptions Options { get; } = new();

    public static string Render(string source, string json = "{}", JinjaOptions? options = null) =>
        new JinjaEnvironment(options).FromString(source).Render(Data(json));

    public static string Render(string source, JinjaOptions options) => Render(source, "{}", options);

    public static string RenderWith(IReadOnlyDictionary<string, string> templates, string name, string json = "{}", JinjaOptions? options = null) =>
        new JinjaEnvironment((options ?? Options).UseTemplates(templates)).GetTemplate(name).Render(Data(json));

    public static JinjaError Fails(string source, string json = "{}", JinjaOptions? options = null) =>
        Assert.Throws<JinjaException>(() => Render(source, json, options)).Error;

    public static PyDict Data(string json)
    {
        using var document = JsonDocument.Parse(json);
        return (PyDict)JinjaValue.From(document.RootElement.Clone())!;
    }
}
