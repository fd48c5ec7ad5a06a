namespace Daybook.Tests.Pdf.Conformance;

/// <param name="Name">What is broken.</param>
/// <param name="Conditions">Those that must find it; no other may.</param>
internal sealed record PlantedFault(string Name, string[] Conditions, Action<SmallPdf> Plant)
{
    public PlantedFault(string name, string condition, Action<SmallPdf> plant)
        : this(name, [condition], plant)
    {
    }
}
