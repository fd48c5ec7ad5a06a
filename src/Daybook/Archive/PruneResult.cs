using Daybook.Storage;

namespace Daybook.Archive;

/// <param name="Exports">Formats made on request whose links had expired.</param>
/// <param name="Contents">Pieces of content that nothing referred to any more.</param>
/// <param name="Bytes">Of these, as stored.</param>
/// <param name="Waiting">What nothing refers to either, and was too young to be deleted.</param>
internal sealed record PruneResult(int Reports, int Exports, int Contents, long Bytes, WaitingContent Waiting);
