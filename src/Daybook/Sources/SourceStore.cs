using System.Collections.Immutable;
using Daybook.Accounts;
using Daybook.Storage;

namespace Daybook.Sources;

/// <summary>Configured sources, and which templates name them.</summary>
internal sealed class SourceStore(Database database)
{
    private const string Columns =
        """
        s.id, s.name, s.kind, s.description, s.settings, s.secret_names, s.secrets, s.revision, u.username as created_by, s.created_at, s.updated_at,
        s.last_tested_at, s.last_test_succeeded, s.last_test_message
        """;

    private const string From = "data_sources s left join users u on u.id = s.created_by";

    public Task<ConfiguredSource?> FindAsync(Session session, SourceId id, CancellationToken cancellationToken) =>
        session.FindAsync<ConfiguredSource>($"select {Columns} from {From} where s.id = @id", new { id }, cancellationToken);

    /// <summary>Those of the names that there are.</summary>
    public Task<ImmutableArray<ConfiguredSource>> ListAsync(Session session, IEnumerable<string> names, CancellationToken cancellationToken) => session.ListAsync<ConfiguredSource>(
        $"select {Columns} from {From} where s.name {database.IsOneOf("names")} order by s.name", new { names = names.ToArray() }, cancellationToken);

    /// <summary>By name, those after a name.</summary>
    public Task<ImmutableArray<ConfiguredSource>> ListAsync(Session session, string after, int limit, CancellationToken cancellationToken) => session.ListAsync<ConfiguredSource>(
        $"select {Columns} from {From} where s.name > @after order by s.name limit @limit", new { after, limit }, cancellationToken);

    public Task<SourceId> AddAsync(Session session, ConfiguredSource source, UserId? createdBy, DateTimeOffset now, CancellationToken cancellationToken) => session.GetAsync<SourceId>(
        """
        insert into data_sources (name, kind, description, settings, secret_names, secrets, created_by, created_at, updated_at)
        values (@Name, @Kind, @Description, @Settings, @SecretNames, @Secrets, @createdBy, @now, @now) returning id
        """,
        new { source.Name, source.Kind, source.Description, source.Settings, source.SecretNames, source.Secrets, createdBy, now },
        cancellationToken);

    /// <returns>False when somebody else changed it since the revision.</returns>
    public async Task<bool> UpdateAsync(Session session, ConfiguredSource source, DateTimeOffset now, CancellationToken cancellationToken) => await session.ExecuteAsync(
        """
        update data_sources set description = @Description, settings = @Settings, secret_names = @SecretNames, secrets = @Secrets, revision = revision + 1, updated_at = @now,
            last_tested_at = null, last_test_succeeded = null, last_test_message = null
        where id = @Id and revision = @Revision
        """,
        new { source.Id, source.Description, source.Settings, source.SecretNames, source.Secrets, source.Revision, now },
        cancellationToken).ConfigureAwait(false) == 1;

    public Task DeleteAsync(Session session, SourceId id, CancellationToken cancellationToken) => session.ExecuteAsync("delete from data_sources where id = @id", new { id }, cancellationToken);

    public Task NoteTestAsync(Session session, SourceId id, bool succeeded, string message, DateTimeOffset now, CancellationToken cancellationToken) => session.ExecuteAsync(
        "update data_sources set last_tested_at = @now, last_test_succeeded = @succeeded, last_test_message = @message where id = @id", new { id, succeeded, message, now }, cancellationToken);

    /// <summary>The active templates that name the source, by name, whoever may read them.</summary>
    public Task<ImmutableArray<SourceUse>> UsesAsync(Session session, string name, CancellationToken cancellationToken) => session.ListAsync<SourceUse>(
        """
        select t.id as template_id, t.name, t.version from cob_template_sources x join cob_report_templates t on t.id = x.template_id
        where x.source_name = @name order by t.name, t.version, t.id
        """,
        new { name },
        cancellationToken);
}
