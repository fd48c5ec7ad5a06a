using System.Text.Json;

namespace Daybook.Composition;

public sealed record DatasetValue(JsonElement Value) : DatasetContent;
