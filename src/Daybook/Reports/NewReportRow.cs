using System.Globalization;
using Daybook.Storage;

namespace Daybook.Reports;

/// <summary>A report that is asked for on its way into a row, in the spelling of the columns; many of one template travel as one JSON text.</summary>
internal sealed record NewReportRow(
    string TemplateId,
    int TemplateVersion,
    string ReportDate,
    string Zone,
    string? CloseTime,
    string? ShiftName,
    string? Operator,
    string? Classification,
    string Parameters,
    string SuppliedParameters,
    string ExportFormats,
    string Inputs,
    string GeneratedAt,
    string GeneratedBy,
    string? RerunOf,
    string? OccurrenceId,
    int Priority,
    string? WantedAt)
{
    /// <summary>Names and PostgreSQL types of the columns.</summary>
    public static readonly (string Name, string Type)[] Columns =
    [
        ("template_id", "uuid"), ("template_version", "integer"), ("report_date", "date"), ("zone", "text"), ("close_time", "text"), ("shift_name", "text"), ("operator", "text"),
        ("classification", "text"), ("parameters", JsonRows.WrittenJson), ("supplied_parameters", JsonRows.WrittenJson), ("export_formats", JsonRows.WrittenJson),
        ("inputs", JsonRows.WrittenJson), ("generated_at", "timestamptz"), ("generated_by", "uuid"), ("rerun_of", "uuid"), ("occurrence_id", "uuid"), ("priority", "integer"),
        ("wanted_at", "timestamptz"),
    ];

    public static NewReportRow Of(NewReport report) => new(
        report.TemplateId.ToString(),
        report.TemplateVersion,
        report.ReportDate.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        report.Zone,
        report.CloseTime,
        report.ShiftName,
        report.Operator,
        report.Classification,
        report.Parameters.Text,
        report.SuppliedParameters.Text,
        report.ExportFormats.Text,
        report.Inputs.Text,
        Instants.Text(report.GeneratedAt),
        report.GeneratedBy.ToString(),
        report.RerunOf?.ToString(),
        report.OccurrenceId?.ToString(),
        report.Priority,
        report.WantedAt is { } wanted ? Instants.Text(wanted) : null);
}
