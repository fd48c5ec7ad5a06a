using System.Text.Json;

namespace Daybook.Composition;

/// <summary>One value, such as an object of figures.</summary>
public abstract class ValueReader : DatasetReader
{
    /// <exception cref="DataSourceException">The data is not what it claims to be.</exception>
    public abstract Task<JsonElement> ReadAsync(CancellationToken cancellationToken);
}
