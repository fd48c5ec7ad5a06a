using System.Collections.Immutable;
using System.Text.Json;
using Daybook.Accounts;
using Daybook.Export;
using Daybook.Hosting;

namespace Daybook.Reports;

/// <summary>Makes several reports in several formats. What fails does not keep the rest.</summary>
internal sealed class ReportBatch(ReportExports exports)
{
    public const int MaxReports = 100;
    public const int MaxFiles = 400;

    /// <exception cref="ProblemException">The request has mistakes, or not one file could be made.</exception>
    public async Task<BatchResult> MakeAsync(Caller caller, BatchRequest request, CancellationToken cancellationToken)
    {
        var (reports, formats) = Read(request);
        var made = ImmutableArray.CreateBuilder<StoredExport>();
        var failures = ImmutableArray.CreateBuilder<BatchFailure>();
        foreach (var report in reports)
        {
            foreach (var format in formats)
            {
                try
                {
                    made.Add(await exports.MakeAsync(caller, new ReportId(report), format, OptionsOf(request, format), cancellationToken).ConfigureAwait(false));
                }
                catch (ProblemException problem)
                {
                    failures.Add(new BatchFailure(report, format, problem.Type.Code, problem.Message));
                }
            }
        }

        if (made.Count > 0)
            return new BatchResult(made.ToImmutable(), failures.ToImmutable());
        throw failures.All(failure => failure.Code == ProblemType.NotFound.Code)
            ? ProblemException.NotFound("Report")
            : new ProblemException(
                ProblemType.NotPossibleNow, "Not one of the files could be made.", [.. failures.Select(failure => new FieldError($"{failure.ReportId}/{failure.Format}", failure.Message, failure.Code))]);
    }

    private static (ImmutableArray<Guid> Reports, ImmutableArray<string> Formats) Read(BatchRequest request)
    {
        var check = new RequestCheck();
        ImmutableArray<Guid> reports = request.ReportIds is { IsDefault: false } ids ? [.. ids.Distinct()] : [];
        ImmutableArray<string> formats = request.Formats is { IsDefault: false } words ? [.. words.Select(word => Exporters.Find(word)?.Format ?? word).Distinct()] : [];
        check.Refuse(reports.IsEmpty, "report_ids", "is needed: the reports that are wanted", "missing");
        check.Refuse(reports.Length > MaxReports, "report_ids", $"are at most {MaxReports}", "too_many");
        check.Refuse(formats.IsEmpty, "formats", "is needed: the formats that are wanted", "missing");
        foreach (var unknown in formats.Where(format => Exporters.Find(format) is null))
            check.Refuse("formats", $"'{unknown}' is no format; the formats are {string.Join(", ", Exporters.All.Select(known => known.Format))}", "unknown_format");
        check.Refuse(reports.Length * formats.Length > MaxFiles, "report_ids", $"would be {reports.Length * formats.Length} files; at most {MaxFiles} are made at once", "too_many");
        check.Refuse(request.Options is { ValueKind: not (JsonValueKind.Object or JsonValueKind.Null) }, "options", "must be an object of formats and their options");
        check.ThrowIfRefused();
        return (reports, formats);
    }

    private static JsonElement? OptionsOf(BatchRequest request, string format) =>
        request.Options is { ValueKind: JsonValueKind.Object } all && all.TryGetProperty(format, out var own) ? own : null;
}
