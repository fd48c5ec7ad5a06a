using System.Collections.Immutable;
using System.Text;
using Daybook.Pdf.Conformance.Examining;
using Daybook.Pdf.Reading.Objects;

namespace Daybook.Pdf.Conformance.Accessibility;

/// <summary>Checkpoints 20, 21, 25 and 26: optional content, embedded files, dynamic forms and encryption.</summary>
internal static class DocumentParts
{
    public static readonly ImmutableArray<Condition> Conditions =
    [
        new("Matterhorn 20-001", "Alternative configurations of optional content have a name", "Name the configuration.", examined => Unnamed(OptionalContent(examined)?.Array("Configs")?.Dictionaries)),
        new("Matterhorn 20-002", "The default configuration of optional content has a name", "Name the configuration.", examined => Unnamed(OptionalContent(examined)?.OneOrMany("D").OfType<PdfDictionary>())),
        new("Matterhorn 20-003", "Optional content does not switch itself", "Remove AS from the configuration.", AutomaticStates),
        new("Matterhorn 21-001", "Embedded files have a name for every system", "Give the file specification both F and UF.", EmbeddedNames),
        new("Matterhorn 25-001", "The file has no dynamic XFA form", "Save the form as a static one.", DynamicForm),
        new("Matterhorn 26-001", "Encryption says what is permitted", "Encrypt the file again with permissions.", examined =>
            examined.File.Decryption?.Encrypt is { } encrypt && encrypt.Integer("P") is null ? [new Fault("The encryption names no permissions.", null, encrypt.ObjectNumber)] : []),
        new("Matterhorn 26-002", "Encryption permits assistive technology to read", "Permit extraction for accessibility (bit 10 of P).", examined =>
            examined.File.Decryption?.Encrypt is { } encrypt && encrypt.Integer("P") is { } permissions && (permissions & 512) == 0
                ? [new Fault("The permissions forbid assistive technology to read the file.", null, encrypt.ObjectNumber)] : []),
    ];

    public static PdfDictionary? OptionalContent(Examination examined) => examined.Catalog.Dictionary("OCProperties");

    /// <summary>All configurations of optional content, the default one first.</summary>
    public static IEnumerable<PdfDictionary> Configurations(Examination examined) => OptionalContent(examined) is { } content
        ? content.OneOrMany("D").OfType<PdfDictionary>().Concat(content.Array("Configs")?.Dictionaries ?? [])
        : [];

    public static IEnumerable<Fault> AutomaticStates(Examination examined) => Configurations(examined)
        .Where(configuration => configuration.Has("AS"))
        .Select(configuration => new Fault("A configuration of optional content switches parts on and off by itself.", null, configuration.ObjectNumber));

    public static IEnumerable<Fault> EmbeddedNames(Examination examined) => examined.Objects.EmbeddedFiles
        .Where(file => !file.Has("F") || !file.Has("UF"))
        .Select(file => new Fault($"An embedded file ({file.Text("UF") ?? file.Text("F") ?? "without a name"}) does not have both names, F and UF.", null, file.ObjectNumber));

    private static IEnumerable<Fault> Unnamed(IEnumerable<PdfDictionary>? configurations) => (configurations ?? [])
        .Where(configuration => string.IsNullOrEmpty(configuration.Text("Name")))
        .Select(configuration => new Fault("A configuration of optional content has no name.", null, configuration.ObjectNumber));

    private static IEnumerable<Fault> DynamicForm(Examination examined)
    {
        var form = examined.Catalog.Dictionary("AcroForm");
        var text = string.Concat((form?.OneOrMany("XFA") ?? []).OfType<PdfStream>().Select(stream => Encoding.UTF8.GetString(examined.File.Decode(stream).Data)));
        if (text.Replace(" ", "", StringComparison.Ordinal).Contains("<dynamicRender>required<", StringComparison.Ordinal))
            yield return new Fault("The file has a form that is laid out only when opened (dynamic XFA).", null, form!.ObjectNumber);
    }
}
