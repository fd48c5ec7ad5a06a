using System.Collections.Immutable;

namespace Daybook.Export;

/// <summary>A report as a mail.</summary>
/// <param name="Html">For mail clients; also well-formed XML.</param>
/// <param name="Text">The same figures for readers without HTML.</param>
/// <param name="Preheader">What lists of mails show beside the subject; part of <paramref name="Html"/> already.</param>
/// <param name="Pictures">Those that <paramref name="Html"/> shows.</param>
public sealed record MailRendering(string Html, string Text, string Preheader, ImmutableArray<MailPicture> Pictures);
