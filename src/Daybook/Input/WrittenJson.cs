using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Daybook.Composition;

namespace Daybook.Input;

/// <summary>JSON as a person typed it: what can be read of it, also where it is not quite JSON, and everything wrong with it as JSON.</summary>
/// <param name="Value">Null where nothing could be read.</param>
/// <param name="IsWhole">False where it breaks off, or holds a value that cannot be told: what is absent may have been meant.</param>
/// <param name="Problems">Each with its line and column; empty for JSON.</param>
internal sealed record WrittenJson(JsonNode? Value, bool IsWhole, ImmutableArray<FieldProblem> Problems)
{
    /// <summary>Lists and objects within each other, where nothing else is said.</summary>
    public const int MostDeep = 16;

    /// <summary>What a file of settings holds that the server could not read.</summary>
    /// <returns>Without problems where it is JSON, and wrong in another way.</returns>
    public static WrittenJson OfSettings(string text) => JsonMistakes.In(text, MostDeep, isSettings: true);

    public static WrittenJson Read(string text, int mostDeep = MostDeep)
    {
        try
        {
            return new WrittenJson(JsonNode.Parse(text, documentOptions: new JsonDocumentOptions { MaxDepth = mostDeep, AllowDuplicateProperties = false }), true, []);
        }
        catch (JsonException error)
        {
            var read = JsonMistakes.In(text, mostDeep);
            return read.Problems.IsEmpty ? read with { Problems = [new FieldProblem(DiagnosticSeverity.Error, "", "this is not JSON: " + error.Message, null)] } : read;
        }
    }
}
