namespace Daybook.Composition;

internal static class ParameterJson
{
    public static void Write(TemplateJson json, ParameterDefinition parameter)
    {
        json.Text("type", TemplateWords.ParameterTypes.WordOf(parameter.Type));
        json.Flag("required", parameter.Required, unless: false);
        json.Value("default", parameter.Default?.Json);
        json.Value("options", parameter.Options.IsEmpty ? null : JsonValues.List(parameter.Options));
        json.Value("min", parameter.Minimum);
        json.Value("max", parameter.Maximum);
        json.Text("pattern", parameter.Pattern?.Text);
        json.Text("help", parameter.Help);
    }
}
