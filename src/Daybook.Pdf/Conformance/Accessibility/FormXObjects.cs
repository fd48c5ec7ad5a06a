using System.Collections.Immutable;
using System.Globalization;
using Daybook.Pdf.Conformance.Examining;

namespace Daybook.Pdf.Conformance.Accessibility;

/// <summary>Checkpoint 30: form XObjects hold their own content, and tagged content is shown once.</summary>
internal static class FormXObjects
{
    public static readonly ImmutableArray<Condition> Conditions =
    [
        new("Matterhorn 30-001", "There are no references to pages of other files", "Copy the content into the file.", References),
        new("Matterhorn 30-002", "Tagged content in form XObjects is drawn once", "Tag the whole form XObject where it is drawn, or make a copy for each place.", Repeated),
    ];

    public static IEnumerable<Fault> References(Examination examined) => examined.Objects.Streams
        .Where(stream => stream.Dictionary.Name("Subtype") == "Form" && stream.Dictionary.Has("Ref"))
        .Select(stream => new Fault("A form XObject refers to content of another file.", null, stream.ObjectNumber));

    private static IEnumerable<Fault> Repeated(Examination examined) => examined.Survey.Forms
        .Where(form => form.Value.Count > 1 && examined.Survey.FormsWithMcids.Contains(form.Key.ObjectNumber))
        .Select(form => new Fault(string.Create(CultureInfo.InvariantCulture, $"A form XObject with tagged content is drawn {form.Value.Count} times."), form.Value.Page, form.Key.ObjectNumber));
}
