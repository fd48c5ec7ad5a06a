using System.Collections.Immutable;
using Daybook.Documents;

namespace Daybook.Export.Mail;

/// <param name="Title">Null for blocks without a heading.</param>
/// <param name="Blocks">Short enough for a mail; of charts only the one that is drawn.</param>
internal sealed record MailPart(string? Title, ImmutableArray<DocumentBlock> Blocks);
