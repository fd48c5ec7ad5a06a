namespace Daybook.Storage;

/// <param name="Bytes">As they were stored.</param>
internal sealed record CollectedContent(int Count, long Bytes);
