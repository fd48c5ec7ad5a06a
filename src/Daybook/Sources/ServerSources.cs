using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using Daybook.Composition;
using Daybook.Hosting;
using Daybook.Outgoing;
using Daybook.RedTeam;
using Daybook.Sources.Http;
using Daybook.Storage;
using Microsoft.Extensions.Options;

namespace Daybook.Sources;

/// <summary>The sources of the server's own reports: every kind as such, and those that administrators set up.</summary>
internal sealed class ServerSources(
    IOptions<SourcesOptions> options, ServerSettings settings, Database database, SourceStore store, SourceSecrets secrets, OutgoingHttp http)
{
    private const string DefaultFolder = "sources";

    /// <summary>The only folders that files are read from.</summary>
    public ImmutableArray<string> Folders { get; } =
        [.. options.Value.Folders.DefaultIfEmpty(DefaultFolder).Select(folder => Path.Combine(Path.GetFullPath(settings.DataFolder), folder))];

    public FileRoots Roots => new(Folders);

    /// <summary>Everything that the datasets of a template may name.</summary>
    public async Task<ImmutableArray<IDataSource>> OfAsync(ReportTemplate template, CancellationToken cancellationToken)
    {
        var names = template.Datasets.Select(dataset => dataset.Connection).OfType<string>().Distinct().ToList();
        var all = SourceCatalog.Of(Folders);
        if (names.Count == 0)
            return all;
        ImmutableArray<ConfiguredSource> configured;
        await using (var session = await database.OpenAsync(cancellationToken).ConfigureAwait(false))
            configured = await store.ListAsync(session, names, cancellationToken).ConfigureAwait(false);
        foreach (var source in configured)
            all = all.Add(await OpenAsync(source, cancellationToken).ConfigureAwait(false));
        return all;
    }

    private async Task<IDataSource> OpenAsync(ConfiguredSource source, CancellationToken cancellationToken)
    {
        var given = JsonElement.Parse(source.Settings.Text);
        try
        {
            return source.Kind switch
            {
                "file" => new NamedSource(source.Word, new FileSource(Below(given))),
                "garak" => new NamedSource(source.Word, new GarakSource(Below(given), GarakLimits.Default)),
                UnnamedHttpSource.KindName => new HttpSource(
                    source.Word, HttpSettings.Parse(given), await secrets.OpenAsync(source.Name, source.Secrets, cancellationToken).ConfigureAwait(false), http),
                _ => new BrokenSource(source.Word, DiagnosticCodes.UnknownSource, $"This program does not know sources of the kind '{source.Kind}'."),
            };
        }
        catch (DataSourceException wrong)
        {
            return new BrokenSource(source.Word, wrong.Code, wrong.Message);
        }
        catch (CryptographicException)
        {
            return new BrokenSource(source.Word, HttpSourceCodes.SecretsUnreadable, $"The secrets of the source '{source.Name}' cannot be opened; an administrator has to enter them again.");
        }
    }

    private FileRoots Below(JsonElement given) => new([Roots.ResolveFolder(FolderSettings.Parse(given).Folder)]);
}
