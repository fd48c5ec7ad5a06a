using Daybook.Commands;
using Daybook.Export;

namespace Daybook.Tests.Commands;

/// <summary>What goes wrong, or is worth a note, while a report is exported.</summary>
internal static class ExportErrors
{
    private const string BrokenPng = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1Pe";

    public static Dictionary<string, BadInput> All { get; } = new(StringComparer.Ordinal)
    {
        [CommandCodes.UnusedOption] = Text("Text.").Under("--option", "pdf.watermark=DRAFT"),
        [CommandCodes.OptionsConflict] = Text("Text.").WithoutFormat().Under("--format", "pdf", "--option", "pdf.pdf_a=true", "--option", "pdf.password=secret"),
        [ExportNoteCodes.MissingCharacter] = Text("Not a letter: \u0378").WithoutFormat().Under("--format", "pdf"),
        [ExportNoteCodes.PictureNotShown] = Text($"![a dot]({BrokenPng})").WithoutFormat().Under("--format", "pdf"),
        [ExportNoteCodes.LogoNotShown] = Text("Text.").WithoutFormat().Under("--format", "pdf", "--theme", "house.json")
            .With("house.json", """{"logo": {"file": "logo.png", "alt": "ACME"}}""").With("logo.png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
    };

    private static BadInput Text(string text) => BadInput.Text(text);
}
