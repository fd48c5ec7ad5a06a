namespace Daybook.Composition;

/// <summary>What becomes of a model's answer.</summary>
public enum OutputProcessor
{
    /// <summary>Printed as it is.</summary>
    Raw,

    /// <summary>Headings, lists and tables become parts of the document.</summary>
    StructuredMarkdown,

    /// <summary>Its bullets become one list.</summary>
    BulletPoints,

    /// <summary>Parsed and printed with an indent of 2.</summary>
    Json,
}
