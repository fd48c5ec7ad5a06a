namespace Daybook.Export;

/// <summary>An artifact that a mail mentions.</summary>
/// <param name="Address">Where it is fetched; null where it is attached.</param>
/// <param name="Remark">What the recipient must know of it, such as that it has a password; null for nothing.</param>
public sealed record MailFile(string FileName, long SizeBytes, Uri? Address = null, string? Remark = null);
