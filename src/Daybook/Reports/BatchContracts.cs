using System.Collections.Immutable;
using System.Text.Json;

namespace Daybook.Reports;

/// <param name="Options">Format word to its options.</param>
internal sealed record BatchRequest(ImmutableArray<Guid>? ReportIds, ImmutableArray<string>? Formats, JsonElement? Options = null);

/// <summary>A file that is not in the archive, and why.</summary>
internal sealed record BatchFailure(Guid ReportId, string Format, string Code, string Message);

internal sealed record BatchResult(ImmutableArray<StoredExport> Made, ImmutableArray<BatchFailure> Failures);

/// <param name="Path">In the archive.</param>
internal sealed record BatchFile(string Path, Guid ReportId, string Format, string Sha256, long SizeBytes);

/// <summary>What <c>manifest.json</c> in the archive says.</summary>
internal sealed record BatchManifest(ImmutableArray<BatchFile> Files, ImmutableArray<BatchFailure> Failures);
