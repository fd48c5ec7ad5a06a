namespace Daybook.Pdf;

/// <summary>What an attached file is to the document.</summary>
public enum AttachmentRelationship
{
    Source,
    Data,
    Alternative,
    Supplement,
    Unspecified,
}
