using System.Collections.Immutable;
using Daybook.Storage;

namespace Daybook.Reports;

/// <summary>The formats of reports. Whoever asks has found the report by its own store, which knows their rights, or brings a signed link.</summary>
internal sealed class ExportStore
{
    private const string Columns =
        """
        id, report_id, format, export_options, sha256, file_path as file_name, file_size_bytes, media_type, error_code, error_message, exported_at,
        download_count, last_downloaded_at, link_version
        """;

    public Task<StoredExport?> FindAsync(Session session, ExportId id, CancellationToken cancellationToken) =>
        session.FindAsync<StoredExport>($"select {Columns} from cob_report_exports where id = @id", new { id }, cancellationToken);

    public Task<StoredExport?> FindAsync(Session session, ReportId reportId, ExportInput export, CancellationToken cancellationToken) => session.FindAsync<StoredExport>(
        $"select {Columns} from cob_report_exports where report_id = @reportId and format = @Format and options_sha256 = cast(@OptionsSha256 as char(64))",
        new { reportId, export.Format, export.OptionsSha256 },
        cancellationToken);

    /// <summary>By format, then oldest first.</summary>
    public Task<ImmutableArray<StoredExport>> ListAsync(Session session, ReportId reportId, CancellationToken cancellationToken) => session.ListAsync<StoredExport>(
        $"select {Columns} from cob_report_exports where report_id = @reportId order by format, exported_at, id", new { reportId }, cancellationToken);

    /// <summary>There is one row for a report, format and options; a later attempt takes the place of a failed one.</summary>
    public Task<ExportId> SaveAsync(Session session, ReportId reportId, ExportInput export, Artifact artifact, string mediaType, DateTimeOffset now, CancellationToken cancellationToken) => session.GetAsync<ExportId>(
        """
        insert into cob_report_exports (report_id, format, export_options, options_sha256, sha256, file_path, file_size_bytes, media_type, exported_at)
        values (@reportId, @Format, @options, @OptionsSha256, @Sha256, @FileName, @size, @mediaType, @now)
        on conflict (report_id, format, options_sha256) do update set sha256 = excluded.sha256, file_path = excluded.file_path,
            file_size_bytes = excluded.file_size_bytes, media_type = excluded.media_type, exported_at = excluded.exported_at, error_code = null, error_message = null
        returning id
        """,
        new { reportId, export.Format, options = new Json(export.OptionsJson), export.OptionsSha256, artifact.Sha256, artifact.FileName, size = (long)artifact.Content.Length, mediaType, now },
        cancellationToken);

    /// <summary>The same for a format that is asked for after the report was made; it goes once it has expired, unless a link is good for longer.</summary>
    public async Task<ExportId> AddLaterAsync(
        Session session, ReportId reportId, ExportInput export, Artifact artifact, string mediaType, DateTimeOffset now, DateTimeOffset expiresAt, CancellationToken cancellationToken)
    {
        var isKept = await FindAsync(session, reportId, export, cancellationToken).ConfigureAwait(false) is not null;
        var id = await SaveAsync(session, reportId, export, artifact, mediaType, now, cancellationToken).ConfigureAwait(false);
        if (!isKept)
            await session.ExecuteAsync("update cob_report_exports set made_later = true, expires_at = @expiresAt where id = @id", new { id, expiresAt }, cancellationToken).ConfigureAwait(false);
        return id;
    }

    public Task SaveAsync(Session session, ReportId reportId, ExportInput export, ExportFailure failure, DateTimeOffset now, CancellationToken cancellationToken) => session.ExecuteAsync(
        """
        insert into cob_report_exports (report_id, format, export_options, options_sha256, error_code, error_message, exported_at)
        values (@reportId, @Format, @options, @OptionsSha256, @Code, @Message, @now)
        on conflict (report_id, format, options_sha256) do update set error_code = excluded.error_code, error_message = excluded.error_message, exported_at = excluded.exported_at
        """,
        new { reportId, export.Format, options = new Json(export.OptionsJson), export.OptionsSha256, failure.Code, failure.Message, now },
        cancellationToken);

    public Task CountDownloadAsync(Session session, ExportId id, DateTimeOffset now, CancellationToken cancellationToken) => session.ExecuteAsync(
        "update cob_report_exports set download_count = download_count + 1, last_downloaded_at = @now where id = @id", new { id, now }, cancellationToken);

    /// <summary>Keeps it at least until a link to it ends.</summary>
    public Task NoteLinkAsync(Session session, ExportId id, DateTimeOffset expiresAt, CancellationToken cancellationToken) => session.ExecuteAsync(
        "update cob_report_exports set expires_at = @expiresAt where id = @id and (expires_at is null or expires_at < @expiresAt)",
        new { id, expiresAt },
        cancellationToken);

    /// <summary>Ends every link given out before.</summary>
    public Task RevokeLinksAsync(Session session, ExportId id, DateTimeOffset now, CancellationToken cancellationToken) => session.ExecuteAsync(
        "update cob_report_exports set link_version = link_version + 1, expires_at = case when made_later then @now else null end where id = @id", new { id, now }, cancellationToken);
}
