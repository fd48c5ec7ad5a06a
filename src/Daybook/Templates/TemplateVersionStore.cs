using System.Collections.Immutable;
using Daybook.Storage;

namespace Daybook.Templates;

/// <summary>What templates were. Whoever asks has found the template by its own store, which knows their rights.</summary>
internal sealed class TemplateVersionStore
{
    /// <returns>The number of the new version.</returns>
    public Task<int> AddAsync(Session session, TemplateId templateId, Json config, string? note, string author, CancellationToken cancellationToken) => session.GetAsync<int>(
        """
        insert into cob_template_versions (template_id, version_number, config_snapshot, change_description, created_by)
        select @templateId, coalesce(max(version_number), 0) + 1, @config, @note, @author from cob_template_versions where template_id = @templateId
        returning version_number
        """,
        new { templateId, config, note, author },
        cancellationToken);

    public Task<TemplateVersion?> FindAsync(Session session, TemplateId templateId, int number, CancellationToken cancellationToken) => session.FindAsync<TemplateVersion>(
        "select version_number, config_snapshot, change_description, created_at, created_by from cob_template_versions where template_id = @templateId and version_number = @number",
        new { templateId, number },
        cancellationToken);

    /// <summary>Newest first, without the configuration; those before a number.</summary>
    public Task<ImmutableArray<TemplateVersion>> ListAsync(Session session, TemplateId templateId, long before, int limit, CancellationToken cancellationToken) => session.ListAsync<TemplateVersion>(
        """
        select version_number, change_description, created_at, created_by from cob_template_versions
        where template_id = @templateId and version_number < @before order by version_number desc limit @limit
        """,
        new { templateId, before, limit },
        cancellationToken);
}
