using System.Collections.Immutable;
using Daybook.Accounts;
using Daybook.Storage;

namespace Daybook.Templates;

internal sealed class ParameterPresetStore
{
    /// <summary>Puts the values in the place of those of the same name.</summary>
    public Task SaveAsync(Session session, TemplateId templateId, string name, Json parameters, UserId userId, CancellationToken cancellationToken) => session.ExecuteAsync(
        """
        insert into parameter_presets (template_id, name, parameters, created_by) values (@templateId, @name, @parameters, @userId)
        on conflict (template_id, name) do update set parameters = excluded.parameters, created_by = excluded.created_by
        """,
        new { templateId, name, parameters, userId },
        cancellationToken);

    /// <summary>By name.</summary>
    public Task<ImmutableArray<ParameterPreset>> ListAsync(Session session, TemplateId templateId, CancellationToken cancellationToken) => session.ListAsync<ParameterPreset>(
        "select name, parameters, created_at from parameter_presets where template_id = @templateId order by name", new { templateId }, cancellationToken);
}
