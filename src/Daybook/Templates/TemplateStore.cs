using System.Collections.Immutable;
using Daybook.Accounts;
using Daybook.Storage;

namespace Daybook.Templates;

/// <summary>Every query asks for the caller's rights: what somebody may not read is not there for them.</summary>
internal sealed class TemplateStore(Database database)
{
    /// <summary>Who may read: administrators, the owner, and whoever a grant names; the right to write includes reading.</summary>
    private string MayRead => Granted("in ('read', 'write')");

    private string MayWrite => Granted("= 'write'");

    private string Summary =>
        $"""
        t.id, t.name, t.version, t.author, t.owner_id, t.description, t.metadata, t.is_active, t.is_default, t.built_in, t.permissions, t.revision,
        (select max(v.version_number) from cob_template_versions v where v.template_id = t.id) as version_number, t.created_at, t.updated_at, {MayWrite} as may_write
        """;

    public Task<StoredTemplate?> FindAsync(Session session, Caller caller, TemplateId id, CancellationToken cancellationToken) => session.FindAsync<StoredTemplate>(
        $"select {Summary}, t.template_config from cob_report_templates t where t.id = @id and {MayRead}", Rights(caller, new { id }), cancellationToken);

    public Task<bool> IsReadableAsync(Session session, Caller caller, TemplateId id, CancellationToken cancellationToken) => session.GetAsync<bool>(
        $"select exists (select 1 from cob_report_templates t where t.id = @id and {MayRead})", Rights(caller, new { id }), cancellationToken);

    /// <summary>The same, for a change: others who change it wait.</summary>
    public Task<StoredTemplate?> LockAsync(Session session, Caller caller, TemplateId id, CancellationToken cancellationToken) => session.FindAsync<StoredTemplate>(
        $"select {Summary}, t.template_config from cob_report_templates t where t.id = @id and {MayRead} {database.ForUpdate}", Rights(caller, new { id }), cancellationToken);

    public Task<StoredTemplate?> FindBuiltInAsync(Session session, string builtIn, CancellationToken cancellationToken) => session.FindAsync<StoredTemplate>(
        $"select {Summary}, t.template_config from cob_report_templates t where t.built_in = @builtIn", Rights(Caller.Server, new { builtIn }), cancellationToken);

    /// <summary>The default template of a kind, which is its first tag.</summary>
    /// <param name="kind">Null takes the default that was chosen last, of any kind.</param>
    public Task<StoredTemplate?> FindDefaultAsync(Session session, Caller caller, string? kind, CancellationToken cancellationToken) => session.FindAsync<StoredTemplate>(
        $"""
        select {Summary}, t.template_config from cob_report_templates t
        where t.is_default and t.is_active and {MayRead}{(kind is null ? "" : $" and {Kind("t")} = @kind")} order by t.updated_at desc, t.id limit 1
        """,
        Rights(caller, new { kind }),
        cancellationToken);

    /// <summary>Makes a template the default of its kind; the one before is it no more.</summary>
    public Task MakeDefaultAsync(Session session, TemplateId id, CancellationToken cancellationToken) => session.ExecuteAsync(
        $"""
        update cob_report_templates as t set is_default = (t.id = @id)
        where (t.is_default or t.id = @id) and {Kind("t")} = (select {Kind("o")} from cob_report_templates o where o.id = @id)
        """,
        new { id },
        cancellationToken);

    /// <summary>By name, without the configuration; those after a name and id.</summary>
    public Task<ImmutableArray<StoredTemplate>> ListAsync(
        Session session, Caller caller, TemplateFilter filter, string afterName, TemplateId afterId, int limit, CancellationToken cancellationToken)
    {
        var where = string.Concat(
            filter.ActiveOnly ? " and t.is_active" : "",
            filter.Text is null ? "" : " and lower(t.name) like @text escape '!'",
            filter.Tag is null ? "" : $" and {HasTag}");
        var text = filter.Text is { } part ? $"%{part.ToLowerInvariant().Replace("!", "!!", StringComparison.Ordinal).Replace("%", "!%", StringComparison.Ordinal).Replace("_", "!_", StringComparison.Ordinal)}%" : null;
        return session.ListAsync<StoredTemplate>(
            $"select {Summary} from cob_report_templates t where {MayRead}{where} and (t.name, t.id) > (@afterName, @afterId) order by t.name, t.id limit @limit",
            Rights(caller, new { text, tag = filter.Tag, afterName, afterId, limit }),
            cancellationToken);
    }

    public async Task<bool> IsTakenAsync(Session session, string name, string version, TemplateId? except, CancellationToken cancellationToken) => await session.GetAsync<long>(
        "select count(*) from cob_report_templates where name = @name and version = @version and id <> @except",
        new { name, version, except = except ?? default },
        cancellationToken).ConfigureAwait(false) > 0;

    public async Task<TemplateId> AddAsync(Session session, TemplateContent content, UserId? ownerId, string? builtIn, bool isDefault, CancellationToken cancellationToken)
    {
        var id = await session.GetAsync<TemplateId>(
            """
            insert into cob_report_templates (name, version, author, owner_id, description, metadata, template_config, permissions, built_in, is_default)
            values (@Name, @Version, @Author, @ownerId, @Description, @Metadata, @Config, @Permissions, @builtIn, @isDefault) returning id
            """,
            new { content.Name, content.Version, content.Author, ownerId, content.Description, content.Metadata, content.Config, content.Permissions, builtIn, isDefault },
            cancellationToken).ConfigureAwait(false);
        await GrantAsync(session, id, content, cancellationToken).ConfigureAwait(false);
        await UseAsync(session, id, content, true, cancellationToken).ConfigureAwait(false);
        return id;
    }

    /// <returns>False when somebody else changed it since the revision.</returns>
    public async Task<bool> UpdateAsync(Session session, TemplateId id, TemplateContent content, bool isActive, int revision, CancellationToken cancellationToken)
    {
        var changed = await session.ExecuteAsync(
            """
            update cob_report_templates set name = @Name, version = @Version, author = @Author, description = @Description, metadata = @Metadata,
                template_config = @Config, permissions = @Permissions, is_active = @isActive, revision = revision + 1
            where id = @id and revision = @revision
            """,
            new { id, content.Name, content.Version, content.Author, content.Description, content.Metadata, content.Config, content.Permissions, isActive, revision },
            cancellationToken).ConfigureAwait(false);
        await GrantAsync(session, id, content, cancellationToken).ConfigureAwait(false);
        await UseAsync(session, id, content, isActive, cancellationToken).ConfigureAwait(false);
        return changed == 1;
    }

    /// <summary>Gives everything of one user to another.</summary>
    public Task<int> HandOverAsync(Session session, UserId from, UserId to, CancellationToken cancellationToken) =>
        session.ExecuteAsync("update cob_report_templates set owner_id = @to where owner_id = @from", new { from, to }, cancellationToken);

    private string Kind(string table) => database.Dialect == "sqlite"
        ? $"coalesce(json_extract({table}.metadata, '$.tags[0]'), '')"
        : $"coalesce({table}.metadata->'tags'->>0, '')";

    private string HasTag => database.Dialect == "sqlite"
        ? "exists (select 1 from json_each(t.metadata, '$.tags') tag where tag.value = @tag)"
        : "t.metadata @> jsonb_build_object('tags', jsonb_build_array(@tag::text))";

    private string Granted(string right) =>
        $"(@isAdmin or t.owner_id = @userId or exists (select 1 from cob_template_grants g where g.template_id = t.id and g.access_right {right} and g.principal {database.IsOneOf("principals")}))";

    private static async Task GrantAsync(Session session, TemplateId id, TemplateContent content, CancellationToken cancellationToken)
    {
        await session.ExecuteAsync("delete from cob_template_grants where template_id = @id", new { id }, cancellationToken).ConfigureAwait(false);
        foreach (var (right, principal) in content.Grants)
        {
            await session.ExecuteAsync(
                "insert into cob_template_grants (template_id, access_right, principal) values (@id, @right, @principal)", new { id, right, principal }, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Notes which sources the template names, so that they cannot go; one that is not active names none.</summary>
    private static async Task UseAsync(Session session, TemplateId id, TemplateContent content, bool isActive, CancellationToken cancellationToken)
    {
        await session.ExecuteAsync("delete from cob_template_sources where template_id = @id", new { id }, cancellationToken).ConfigureAwait(false);
        foreach (var name in isActive ? content.Sources.Select(source => source.Name).Distinct() : [])
            await session.ExecuteAsync("insert into cob_template_sources (template_id, source_name) values (@id, @name)", new { id, name }, cancellationToken).ConfigureAwait(false);
    }

    private static Dapper.DynamicParameters Rights(Caller caller, object others)
    {
        var parameters = new Dapper.DynamicParameters(others);
        parameters.Add("isAdmin", caller.IsAdmin);
        parameters.Add("userId", caller.Id);
        parameters.Add("principals", caller.Principals.ToArray());
        return parameters;
    }

    /// <returns>Those of the names that are users.</returns>
    public Task<ImmutableArray<string>> UsersNamedAsync(Session session, IEnumerable<string> names, CancellationToken cancellationToken) =>
        session.ListAsync<string>($"select username from users where username {database.IsOneOf("names")}", new { names = names.Distinct().ToArray() }, cancellationToken);
}
