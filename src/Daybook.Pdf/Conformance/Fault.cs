namespace Daybook.Pdf.Conformance;

/// <param name="Page">From 1; null where it concerns no single page.</param>
/// <param name="ObjectNumber">Null or 0 where it concerns no single object.</param>
internal sealed record Fault(string Message, int? Page = null, int? ObjectNumber = null);
