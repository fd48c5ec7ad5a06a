namespace Daybook.Pdf.Conformance;

/// <summary>Where a file breaks a condition of a standard.</summary>
/// <param name="Condition">Such as <c>Matterhorn 13-004</c> or <c>ISO 19005-2 6.2.11.4.1</c>.</param>
/// <param name="Title">What the condition asks.</param>
/// <param name="Message">What is wrong here, as a sentence.</param>
/// <param name="Advice">What to do about it.</param>
/// <param name="IsWarning">Whether the file may still conform: something could not be checked, or is advised but not required.</param>
/// <param name="Page">From 1; null where it concerns no single page.</param>
/// <param name="ObjectNumber">Null where it concerns no single object.</param>
public sealed record PdfFinding(string Condition, string Title, string Message, string Advice, bool IsWarning, int? Page, int? ObjectNumber);
