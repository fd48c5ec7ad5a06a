namespace Daybook.Export;

/// <summary>A picture that the HTML of a mail shows as <c>cid:</c> and its content id.</summary>
/// <param name="ContentId">Lower-case letters, digits and hyphens; unique in the mail.</param>
public sealed record MailPicture(string ContentId, PngPicture Picture);
