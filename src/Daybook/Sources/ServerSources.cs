using System.Collections.Immutable;
using Daybook.Composition;
using Daybook.Hosting;
using Microsoft.Extensions.Options;

namespace Daybook.Sources;

/// <summary>The sources of the server's own reports.</summary>
internal sealed class ServerSources(IOptions<SourcesOptions> options, ServerSettings settings)
{
    private const string DefaultFolder = "sources";

    public ImmutableArray<IDataSource> All { get; } = SourceCatalog.Of(
        options.Value.Folders.DefaultIfEmpty(DefaultFolder).Select(folder => Path.Combine(Path.GetFullPath(settings.DataFolder), folder)));
}
