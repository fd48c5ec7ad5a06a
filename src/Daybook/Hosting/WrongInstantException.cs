using System.Text.Json;

namespace Daybook.Hosting;

/// <summary>A value of a body is not an instant; the serializer adds its path.</summary>
internal sealed class WrongInstantException() : JsonException($"must be {GivenInstant.Expected}");
