using System.Text.Json;
using System.Text.Json.Serialization;

namespace Daybook.Hosting;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ProblemContract))]
[JsonSerializable(typeof(HealthContract))]
[JsonSerializable(typeof(MessageContract))]
internal sealed partial class ApiJson : JsonSerializerContext
{
    /// <summary>Deepest nesting a body may have.</summary>
    public const int MaxDepth = 64;

    /// <summary>What holds for every body, of requests and answers.</summary>
    public static void Configure(JsonSerializerOptions options)
    {
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
