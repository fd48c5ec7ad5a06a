using System.Collections.Immutable;
using System.Data.Common;
using System.Text.Json;
using Daybook.Accounts;
using Daybook.Audit;
using Daybook.Composition;
using Daybook.Hosting;
using Daybook.Schedules;
using Daybook.Sources;
using Daybook.Storage;

namespace Daybook.Templates;

/// <summary>The rules of changing templates: every change is a version, nothing is overwritten unseen, and each leaves an audit entry.</summary>
internal sealed class TemplateLibrary(
    Database database, TemplateStore store, TemplateVersionStore versions, SourceStore sources, TemplateSchedules schedules, AuditLog audit)
{
    /// <exception cref="ProblemException">The template is wrong, or its name and version are taken.</exception>
    public async Task<TemplateId> AddAsync(Caller caller, ReportTemplate template, string note, CancellationToken cancellationToken)
    {
        await using var session = await database.BeginAsync(cancellationToken).ConfigureAwait(false);
        var content = TemplateContent.Of(template);
        await RequireSourcesAsync(session, content, cancellationToken).ConfigureAwait(false);
        var id = await GuardAsync(content, null, session, () => store.AddAsync(session, content, caller.UserId, null, false, cancellationToken), cancellationToken).ConfigureAwait(false);
        await versions.AddAsync(session, id, content.Config, note, caller.Username, cancellationToken).ConfigureAwait(false);
        await audit.AppendAsync(session, caller, "template.created", id.ToString(), null, State(content, true), cancellationToken).ConfigureAwait(false);
        await session.CommitAsync(cancellationToken).ConfigureAwait(false);
        return id;
    }

    /// <returns>What the template says and nobody will read, and rights that reach somebody else than they seem to.</returns>
    public async Task<ImmutableArray<FieldError>> WarningsAsync(TemplateReadResult read, CancellationToken cancellationToken)
    {
        var granted = read.Template?.Metadata.Permissions.SelectMany(right => right.Value, (right, principal) => (Right: right.Key, Name: principal)).ToArray() ?? [];
        await using var session = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        var users = await store.UsersNamedAsync(session, granted.Select(grant => grant.Name), cancellationToken).ConfigureAwait(false);
        return
        [
            .. TemplateInput.Warnings(read),
            .. granted.Where(grant => users.Contains(grant.Name) && Role.Find(grant.Name) is null).Select(grant => new FieldError(
                $"metadata.permissions.{grant.Right}", $"'{grant.Name}' is the group of that name, not the user", "principal_is_group") { Advice = $"write {Caller.PrincipalOf(grant.Name)} for the user" }),
        ];
    }

    /// <param name="change">Makes the new content from the present one; null changes only whether it is active.</param>
    /// <param name="isActive">Null leaves it.</param>
    /// <param name="note">Null says nothing about the new version.</param>
    /// <param name="revision">That the change was made from; null takes the present one.</param>
    /// <returns>The new revision.</returns>
    public async Task<int> ChangeAsync(
        Caller caller, TemplateId id, Func<Session, StoredTemplate, Task<ReportTemplate?>> change, bool? isActive, string? note, int? revision, CancellationToken cancellationToken)
    {
        await using var session = await database.BeginAsync(cancellationToken).ConfigureAwait(false);
        var before = await RequireWritableAsync(session, caller, id, cancellationToken).ConfigureAwait(false);
        if (revision is { } seen && seen != before.Revision)
            throw new ProblemException(ProblemType.StaleEdit, "The template was changed since you read it; read it again.");
        var old = TemplateContent.Of(TemplateInput.Require(TemplateCatalog.ReadText(before.TemplateConfig.Text, "template.json")));
        var content = await change(session, before).ConfigureAwait(false) is { } changed ? TemplateContent.Of(changed) : old;
        var active = isActive ?? before.IsActive;
        if (active)
            await RequireSourcesAsync(session, content, cancellationToken).ConfigureAwait(false);
        await GuardAsync(content, id, session, () => store.UpdateAsync(session, id, content, active, before.Revision, cancellationToken), cancellationToken).ConfigureAwait(false);
        if (content.Config != old.Config || note is not null)
            await versions.AddAsync(session, id, content.Config, note, caller.Username, cancellationToken).ConfigureAwait(false);
        if (before.IsActive && !active)
            await schedules.DeactivatedAsync(session, caller, id, before.Name, cancellationToken).ConfigureAwait(false);
        else if (active && !before.IsActive)
            await schedules.ActivatedAsync(session, id, cancellationToken).ConfigureAwait(false);
        var action = before.IsActive && !active ? "template.deleted" : "template.updated";
        await audit.AppendAsync(session, caller, action, id.ToString(), State(old, before.IsActive), State(content, active), cancellationToken).ConfigureAwait(false);
        await session.CommitAsync(cancellationToken).ConfigureAwait(false);
        return before.Revision + 1;
    }

    /// <summary>Makes a template the one that reports of its kind are made from where none is named.</summary>
    /// <exception cref="ProblemException">There is no such template for the caller, or it is not active.</exception>
    public async Task MakeDefaultAsync(Caller caller, TemplateId id, CancellationToken cancellationToken)
    {
        await using var session = await database.BeginAsync(cancellationToken).ConfigureAwait(false);
        var template = await store.LockAsync(session, caller, id, cancellationToken).ConfigureAwait(false) ?? throw ProblemException.NotFound("Template");
        if (!template.IsActive)
            throw new ProblemException(ProblemType.NotPossibleNow, "The template is not active.");
        await store.MakeDefaultAsync(session, id, cancellationToken).ConfigureAwait(false);
        await audit.AppendAsync(session, caller, "template.made_default", id.ToString(), null, null, cancellationToken).ConfigureAwait(false);
        await session.CommitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <exception cref="ProblemException">There is no such template for the caller, or they may only read it.</exception>
    public async Task<StoredTemplate> RequireWritableAsync(Session session, Caller caller, TemplateId id, CancellationToken cancellationToken)
    {
        var template = await store.LockAsync(session, caller, id, cancellationToken).ConfigureAwait(false) ?? throw ProblemException.NotFound("Template");
        if (template.BuiltIn is not null)
            throw new ProblemException(ProblemType.NotPossibleNow, "This template comes with the program; clone it and change the clone.");
        return template.MayWrite ? template : throw new ProblemException(ProblemType.NotPermitted, "You may read this template, but not change it.");
    }

    private async Task RequireSourcesAsync(Session session, TemplateContent content, CancellationToken cancellationToken)
    {
        if (content.Sources.IsEmpty)
            return;
        var known = await sources.ListAsync(session, content.Sources.Select(source => source.Name), cancellationToken).ConfigureAwait(false);
        var missing = content.Sources.Where(source => known.All(found => found.Word != $"{source.Kind}/{source.Name}")).ToList();
        if (missing.Count > 0)
        {
            throw new ProblemException(
                ProblemType.InvalidTemplate,
                "The template names sources that this server does not have.",
                [.. missing.Select(source => new FieldError("datasets", $"there is no source '{source.Kind}/{source.Name}'; an administrator can set it up", DiagnosticCodes.UnknownSource))]);
        }
    }

    private async Task<T> GuardAsync<T>(TemplateContent content, TemplateId? id, Session session, Func<Task<T>> write, CancellationToken cancellationToken)
    {
        if (await store.IsTakenAsync(session, content.Name, content.Version, id, cancellationToken).ConfigureAwait(false))
            throw Taken(content);
        try
        {
            return await write().ConfigureAwait(false);
        }
        catch (DbException exception) when (database.IsUniqueViolation(exception))
        {
            throw Taken(content);
        }
    }

    private static ProblemException Taken(TemplateContent content) => new(
        ProblemType.AlreadyExists,
        $"There is a template '{content.Name}' of version '{content.Version}' already; those that were deleted count, and so do those of others.",
        [new FieldError("version", "is taken for this name", "already_exists")]);

    private static Json State(TemplateContent content, bool isActive) =>
        new($$"""{"is_active":{{JsonSerializer.Serialize(isActive)}},"template":{{content.Config.Text.TrimEnd()}}}""");
}
