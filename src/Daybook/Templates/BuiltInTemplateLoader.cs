using Daybook.Accounts;
using Daybook.Audit;
using Daybook.Hosting;
using Daybook.RedTeam;
using Daybook.Storage;
using Microsoft.Extensions.Logging;

namespace Daybook.Templates;

/// <summary>Brings the templates of the program into the database, and new versions of them after an upgrade.</summary>
internal sealed partial class BuiltInTemplateLoader(
    Database database, TemplateStore store, TemplateVersionStore versions, AuditLog audit, ILogger<BuiltInTemplateLoader> log)
{
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        foreach (var builtIn in BuiltInTemplates.All)
        {
            await using var session = await database.BeginAsync(cancellationToken).ConfigureAwait(false);
            await database.LockSchemaAsync(session, cancellationToken).ConfigureAwait(false);
            await LoadAsync(session, builtIn, cancellationToken).ConfigureAwait(false);
            await session.CommitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task LoadAsync(Session session, BuiltInTemplate builtIn, CancellationToken cancellationToken)
    {
        var content = TemplateContent.Of(TemplateInput.Require(TemplateCatalog.ReadText(builtIn.Text, builtIn.FileName)));
        var stored = await store.FindBuiltInAsync(session, builtIn.Id, cancellationToken).ConfigureAwait(false);
        if (stored?.TemplateConfig == content.Config)
            return;
        if (await store.IsTakenAsync(session, content.Name, content.Version, stored?.Id, cancellationToken).ConfigureAwait(false))
        {
            Skipped(builtIn.Id, content.Name, content.Version);
            return;
        }

        var id = stored?.Id ?? await store.AddAsync(session, content, null, builtIn.Id, builtIn == BuiltInTemplates.StandardSecurityCob, cancellationToken).ConfigureAwait(false);
        if (stored is not null)
            await store.UpdateAsync(session, id, content, stored.IsActive, stored.Revision, cancellationToken).ConfigureAwait(false);
        await versions.AddAsync(session, id, content.Config, $"Came with Daybook {ProgramVersion.Text}", Caller.Server.Username, cancellationToken).ConfigureAwait(false);
        var action = stored is null ? "template.created" : "template.updated";
        await audit.AppendAsync(session, Caller.Server, action, id.ToString(), null, new Json($$"""{"built_in":"{{builtIn.Id}}"}"""), cancellationToken).ConfigureAwait(false);
    }

    [LoggerMessage(20, LogLevel.Warning, "The built-in template {BuiltIn} is left out: there is another template {Name} of version {Version}")]
    private partial void Skipped(string builtIn, string name, string version);
}
