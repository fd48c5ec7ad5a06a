using System.Text;
using System.Text.Json;

namespace Daybook.Tests.Outgoing;

/// <param name="Target">Path and query as they were sent.</param>
internal sealed record LoopbackRequest(string Method, string Target, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    public string Path => Target.Split('?')[0];

    public string Text => Encoding.UTF8.GetString(Body);

    public JsonElement Json => JsonElement.Parse(Text);
}
