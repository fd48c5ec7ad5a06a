using System.Collections.Immutable;

namespace Daybook.Pdf.Conformance.Accessibility;

/// <summary>Checkpoints 13 and 17: figures and formulas have a text in their place.</summary>
internal static class Alternatives
{
    public static readonly ImmutableArray<Condition> Conditions =
    [
        new("Matterhorn 13-004", "Figures have an alternative text", "Describe the figure in Alt, or mark it as an artifact if it is decoration.", examined => examined.Elements
            .Where(element => element.StandardType == "Figure" && string.IsNullOrWhiteSpace(element.Alt) && string.IsNullOrWhiteSpace(element.ActualText))
            .Select(element => new Fault("A figure has neither an alternative text nor a replacement text.", examined.PageOf(element), element.ObjectNumber))),
        new("ISO 32000-1 14.8.5.4.3", "Figures say where on the page they are", "Write the BBox of the figure into its layout attributes.", examined => examined.Elements
            .Where(element => element.StandardType is "Figure" or "Formula" && element.Contents.Count > 0 && element.Attribute("BBox") is null)
            .Select(element => new Fault($"A <{element.StandardType}> has no bounding box.", examined.PageOf(element), element.ObjectNumber))) { IsWarning = true },
        new("Matterhorn 17-002", "Formulas have an alternative text", "Write how the formula is read into Alt.", examined => examined.Elements
            .Where(element => element.StandardType == "Formula" && string.IsNullOrWhiteSpace(element.Alt))
            .Select(element => new Fault("A formula has no alternative text.", examined.PageOf(element), element.ObjectNumber))),
        new("Matterhorn 17-003", "The characters of formulas have meaning", "Map the characters of the formula to Unicode (ToUnicode).", examined => examined.Survey.Fonts
            .SelectMany(use => use.Codes.Where(code => code.Value.IsInFormula && use.Font.Unicode(code.Key) is null && !use.Font.HasUnicodeWithoutMap).Take(1)
                .Select(code => new Fault($"A formula shows characters of '{use.Font.Name}' that have no Unicode value.", code.Value.Page, use.Font.ObjectNumber)))),
    ];
}
