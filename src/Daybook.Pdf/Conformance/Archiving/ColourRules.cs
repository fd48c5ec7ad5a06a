using System.Collections.Immutable;
using System.Globalization;
using Daybook.Pdf.Conformance.Examining;
using Daybook.Pdf.Reading.Objects;

namespace Daybook.Pdf.Conformance.Archiving;

/// <summary>ISO 19005-2, 6.2.3 and 6.2.4: colours mean the same everywhere.</summary>
internal static class ColourRules
{
    private const string Intent = "Add an output intent with a colour profile for the space, or use a colour space with a profile.";

    public static readonly ImmutableArray<Condition> Conditions =
    [
        new("ISO 19005-2 6.2.3", "The output intent has a valid colour profile", "Embed a profile for output or monitors of gray, RGB or CMYK.", OutputProfile),
        new("ISO 19005-2 6.2.3", "All output intents name the same profile", "Use one profile.", SeveralProfiles),
        new("ISO 19005-2 6.2.4.2", "Colour spaces with a profile have a valid one", "Embed a valid profile with the right number of components.", Profiles),
        new("ISO 19005-2 6.2.4.3", "DeviceRGB has a meaning", Intent, examined => Device(examined, "DeviceRGB", "DefaultRGB", "RGB ")),
        new("ISO 19005-2 6.2.4.3", "DeviceCMYK has a meaning", Intent, examined => Device(examined, "DeviceCMYK", "DefaultCMYK", "CMYK")),
        new("ISO 19005-2 6.2.4.3", "DeviceGray has a meaning", Intent, examined => Device(examined, "DeviceGray", "DefaultGray", null)),
        new("ISO 19005-2 6.2.4.4", "Spot colours of DeviceN are described", "Add the colourants to the Colorants dictionary.", Colourants),
    ];

    /// <summary>The profile of the output intent for PDF/A; null where there is none.</summary>
    public static IccProfile? Output(Examination examined) => Intents(examined)
        .Where(intent => intent.Name("S") == "GTS_PDFA1")
        .Select(intent => intent.Stream("DestOutputProfile"))
        .OfType<PdfStream>()
        .Select(stream => IccProfile.Read(examined.File.Decode(stream).Data))
        .FirstOrDefault();

    private static IEnumerable<PdfDictionary> Intents(Examination examined) => examined.Catalog.Array("OutputIntents")?.Dictionaries ?? [];

    private static IEnumerable<Fault> OutputProfile(Examination examined)
    {
        foreach (var intent in Intents(examined))
        {
            if (intent.Has("DestOutputProfileRef"))
                yield return new Fault("An output intent refers to a profile outside the file.", null, intent.ObjectNumber);
            if (intent.Name("S") != "GTS_PDFA1")
                continue;
            if (intent.Stream("DestOutputProfile") is not { } stream)
                yield return new Fault("The output intent has no profile.", null, intent.ObjectNumber);
            else if (IccProfile.Read(examined.File.Decode(stream).Data) is not { DeviceClass: "prtr" or "mntr", ColourSpace: "RGB " or "CMYK" or "GRAY", MajorVersion: < 5 } profile)
                yield return new Fault("The profile of the output intent is not a valid one for output or monitors.", null, stream.ObjectNumber);
            else if (stream.Dictionary.Integer("N") != profile.Components)
                yield return new Fault("The profile of the output intent has another number of components than its stream says (N).", null, stream.ObjectNumber);
        }
    }

    private static IEnumerable<Fault> SeveralProfiles(Examination examined)
    {
        if (Intents(examined).Select(intent => intent.Stream("DestOutputProfile")).OfType<PdfStream>().Distinct().Count() > 1)
            yield return new Fault("The output intents name different profiles.", null, examined.Catalog.ObjectNumber);
    }

    private static IEnumerable<Fault> Profiles(Examination examined)
    {
        foreach (var use in examined.Survey.Colours)
        {
            if (use.Space is not PdfArray { Count: > 1 } space || (space[0] as PdfName)?.Value != "ICCBased" || space[1] is not PdfStream stream)
                continue;
            if (IccProfile.Read(examined.File.Decode(stream).Data) is not
                { DeviceClass: "prtr" or "mntr" or "scnr" or "spac", ColourSpace: "RGB " or "CMYK" or "GRAY" or "Lab ", MajorVersion: < 5 } profile)
                yield return new Fault("A colour space has a profile that is not valid.", use.Page, stream.ObjectNumber);
            else if (stream.Dictionary.Integer("N") != profile.Components)
                yield return new Fault("A colour space has another number of components (N) than its profile.", use.Page, stream.ObjectNumber);
        }
    }

    private static IEnumerable<Fault> Device(Examination examined, string device, string replacement, string? profile)
    {
        var output = Output(examined);
        if (output is not null && (profile is null || output.ColourSpace == profile))
            return [];
        var uses = examined.Survey.Colours
            .Where(use => ColourSpaces.Base(use.Space) == device && use.Resources.Dictionary("ColorSpace")?.Has(replacement) != true)
            .DistinctBy(use => use.Page).ToList();
        return uses.Count == 0 ? [] : [new Fault(uses.Count == 1
            ? $"{device} is used, but no output intent says what its colours are."
            : string.Create(CultureInfo.InvariantCulture, $"{device} is used on {uses.Count} pages, first on this one, but no output intent says what its colours are."), uses[0].Page, uses[0].StreamNumber)];
    }

    private static IEnumerable<Fault> Colourants(Examination examined) =>
        from use in examined.Survey.Colours
        where use.Space is PdfArray { Count: > 3 } space && (space[0] as PdfName)?.Value == "DeviceN"
        let array = (PdfArray)use.Space
        let described = PdfDictionary.AsDictionary(array[4])?.Dictionary("Colorants")
        from name in (array[1] as PdfArray)?.Resolved.OfType<PdfName>() ?? []
        where name.Value is not ("Cyan" or "Magenta" or "Yellow" or "Black" or "None") && described?.Has(name.Value) != true
        select new Fault($"The spot colour '{name.Value}' is not described.", use.Page, use.StreamNumber);
}
