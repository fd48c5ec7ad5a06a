using System.Collections.Immutable;
using System.Data.Common;
using System.Text.Json;
using Daybook.Accounts;
using Daybook.Audit;
using Daybook.Composition;
using Daybook.Hosting;
using Daybook.Outgoing;
using Daybook.Sources.Http;
using Daybook.Storage;

namespace Daybook.Sources;

/// <summary>The rules of setting up sources: settings are checked for their kind, secrets are sealed, a source that templates name cannot go, and each change leaves an audit entry.</summary>
internal sealed class ConfiguredSources(
    Database database, SourceStore store, SourceSecrets secrets, ServerSources server, OutgoingHttp http, AuditLog audit, TimeProvider clock)
{
    private const int MaxSecrets = 20;

    /// <exception cref="ProblemException">The request has mistakes, or the name is taken.</exception>
    public async Task<SourceId> AddAsync(Caller caller, NewSourceRequest request, CancellationToken cancellationToken)
    {
        var check = new RequestCheck();
        var name = check.Text(request.Name, "name", SourceName.MaxLength);
        check.Refuse(name.Length > 0 && !SourceName.IsValid(name), "name", "may hold lower-case letters, digits, _ and -, and begins with a letter or digit", "wrong_name");
        var kind = check.Text(request.Kind, "kind", 20);
        check.Refuse(kind.Length > 0 && !SourceCatalog.ConfiguredKinds.Contains(kind), "kind", $"must be one of {string.Join(", ", SourceCatalog.ConfiguredKinds)}", "unknown_kind");
        var description = check.OptionalText(request.Description, "description", 2000);
        var settings = Settings(kind, request.Settings, check);
        var given = request.Secrets ?? ImmutableSortedDictionary<string, string>.Empty;
        CheckSecrets(kind, given, check);
        check.ThrowIfRefused();

        var box = await secrets.SealAsync(name, given, cancellationToken).ConfigureAwait(false);
        var source = new ConfiguredSource { Id = default, Name = name, Kind = kind, Description = description, Settings = settings, SecretNames = Names(given.Keys), Secrets = box };
        await using var session = await database.BeginAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var id = await store.AddAsync(session, source, caller.Id, clock.Now(), cancellationToken).ConfigureAwait(false);
            await audit.AppendAsync(session, caller, "source.created", id.ToString(), null, State(source), cancellationToken).ConfigureAwait(false);
            await session.CommitAsync(cancellationToken).ConfigureAwait(false);
            return id;
        }
        catch (DbException exception) when (database.IsUniqueViolation(exception))
        {
            throw new ProblemException(ProblemType.AlreadyExists, $"There is a source '{name}' already.", [new FieldError("name", "is taken", "already_exists")]);
        }
    }

    /// <param name="revision">That the change was made from; null takes the present one.</param>
    /// <returns>The new revision.</returns>
    /// <exception cref="ProblemException">The request has mistakes, there is no such source, or somebody else changed it.</exception>
    public async Task<int> UpdateAsync(Caller caller, SourceId id, SourceChange change, int? revision, CancellationToken cancellationToken)
    {
        var before = await FindAsync(id, cancellationToken).ConfigureAwait(false);
        var check = new RequestCheck();
        var description = change.Description is null ? before.Description : check.OptionalText(change.Description, "description", 2000);
        var settings = change.Settings is null ? before.Settings : Settings(before.Kind, change.Settings, check);
        var kept = change.Secrets is null ? null : await ChangedAsync(before, change.Secrets, cancellationToken).ConfigureAwait(false);
        if (kept is not null)
            CheckSecrets(before.Kind, kept, check);
        check.ThrowIfRefused();

        var after = before with
        {
            Description = description,
            Settings = settings,
            SecretNames = kept is null ? before.SecretNames : Names(kept.Keys),
            Secrets = kept is null ? before.Secrets : await secrets.SealAsync(before.Name, kept, cancellationToken).ConfigureAwait(false),
        };
        await using var session = await database.BeginAsync(cancellationToken).ConfigureAwait(false);
        if ((revision is { } seen && seen != before.Revision) || !await store.UpdateAsync(session, after, clock.Now(), cancellationToken).ConfigureAwait(false))
            throw new ProblemException(ProblemType.StaleEdit, "The source was changed since you read it; read it again.");
        await audit.AppendAsync(session, caller, "source.updated", id.ToString(), State(before), State(after), cancellationToken).ConfigureAwait(false);
        await session.CommitAsync(cancellationToken).ConfigureAwait(false);
        return before.Revision + 1;
    }

    /// <exception cref="ProblemException">There is no such source, or templates name it; each is listed.</exception>
    public async Task DeleteAsync(Caller caller, SourceId id, int? revision, CancellationToken cancellationToken)
    {
        await using var session = await database.BeginAsync(cancellationToken).ConfigureAwait(false);
        var source = await store.FindAsync(session, id, cancellationToken).ConfigureAwait(false) ?? throw ProblemException.NotFound("Source");
        EntityTag.Require(source.Revision, revision, "The source");
        var uses = await store.UsesAsync(session, source.Name, cancellationToken).ConfigureAwait(false);
        if (!uses.IsEmpty)
        {
            throw new ProblemException(
                ProblemType.NotPossibleNow,
                $"{uses.Length} templates name the source; change or delete them first.",
                [.. uses.Select(use => new FieldError(use.TemplateId.ToString(), $"{use.Name} {use.Version} names the source", "in_use"))]);
        }

        await store.DeleteAsync(session, id, cancellationToken).ConfigureAwait(false);
        await audit.AppendAsync(session, caller, "source.deleted", id.ToString(), State(source), null, cancellationToken).ConfigureAwait(false);
        await session.CommitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <exception cref="ProblemException">There is no such source.</exception>
    public async Task<ConfiguredSource> FindAsync(SourceId id, CancellationToken cancellationToken)
    {
        await using var session = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        return await store.FindAsync(session, id, cancellationToken).ConfigureAwait(false) ?? throw ProblemException.NotFound("Source");
    }

    private Json Settings(string kind, JsonElement? settings, RequestCheck check)
    {
        var given = settings ?? JsonElement.Parse("{}");
        if (given.ValueKind != JsonValueKind.Object)
            check.Refuse("settings", "must be an object", "wrong_type");
        else if (kind == UnnamedHttpSource.KindName)
            HttpSettings.Read(given, http.Refusal, check);
        else if (SourceCatalog.ConfiguredKinds.Contains(kind))
            FolderSettings.Read(given, server.Roots, check);
        return new Json(given.GetRawText());
    }

    private async Task<ImmutableSortedDictionary<string, string>> ChangedAsync(ConfiguredSource source, ImmutableSortedDictionary<string, string?> changes, CancellationToken cancellationToken)
    {
        // Secrets that can no longer be opened are replaced as a whole.
        var isReplaced = changes.Values.All(value => value is not null) && JsonSerializer.Deserialize(source.SecretNames.Text, SourcesJson.Default.StringArray)!.All(changes.ContainsKey);
        var kept = isReplaced ? ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal) : await secrets.OpenAsync(source.Name, source.Secrets, cancellationToken).ConfigureAwait(false);
        foreach (var (name, value) in changes)
            kept = value is null ? kept.Remove(name) : kept.SetItem(name, value);
        return kept;
    }

    private static void CheckSecrets(string kind, ImmutableSortedDictionary<string, string> secrets, RequestCheck check)
    {
        check.Refuse(!secrets.IsEmpty && kind != UnnamedHttpSource.KindName, "secrets", "are headers of http sources; files need none", "unknown_setting");
        check.Refuse(secrets.Count > MaxSecrets, "secrets", $"are at most {MaxSecrets}", "too_many");
        foreach (var (name, value) in secrets)
            HttpSettings.CheckHeader(name, value, "secrets", check);
    }

    private static Json Names(IEnumerable<string> names) => new(JsonSerializer.Serialize([.. names], SourcesJson.Default.StringArray));

    private static Json State(ConfiguredSource source) => new(JsonSerializer.Serialize(SourceContract.Of(source), SourcesJson.Default.SourceContract));
}
