namespace Daybook.Reports;

/// <summary>Another node took the report over; this one stops and writes nothing more.</summary>
internal sealed class ClaimLostException() : Exception("another node took the report over");
