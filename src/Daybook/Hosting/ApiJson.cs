using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Daybook.Hosting;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ProblemContract))]
[JsonSerializable(typeof(HealthContract))]
[JsonSerializable(typeof(MessageContract))]
internal sealed partial class ApiJson : JsonSerializerContext
{
    /// <summary>Escapes what JSON asks for, and no quotes or angle brackets beside: no answer stands in a page, and its type is one that no browser guesses.</summary>
    private static readonly JavaScriptEncoder Plain = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    /// <summary>Deepest nesting a body may have.</summary>
    public const int MaxDepth = 64;

    /// <summary>The same options, written as answers are.</summary>
    public static JsonSerializerOptions Plainly(JsonSerializerOptions options) => new(options) { Encoder = Plain };

    /// <summary>What holds for every body, of requests and answers.</summary>
    public static void Configure(JsonSerializerOptions options)
    {
        options.Encoder = Plain;
        options.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
        options.DictionaryKeyPolicy = null;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.PropertyNameCaseInsensitive = false;
        options.AllowDuplicateProperties = false;
        options.MaxDepth = MaxDepth;
        options.TypeInfoResolverChain.Insert(0, Default);
    }
}
