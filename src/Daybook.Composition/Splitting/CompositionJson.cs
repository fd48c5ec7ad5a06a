using System.Text.Json;
using System.Text.Json.Serialization;

namespace Daybook.Composition;

[JsonSerializable(typeof(IEnumerable<JsonElement>))]
internal sealed partial class CompositionJson : JsonSerializerContext;
