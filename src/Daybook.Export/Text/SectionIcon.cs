using System.Text;

namespace Daybook.Export;

internal static class SectionIcon
{
    /// <summary>Template authors also write names such as <c>chart</c>; only pictures are shown.</summary>
    public static bool IsDecoration(string? icon) => icon is { Length: > 0 } && !icon.EnumerateRunes().Any(r => r.IsAscii || Rune.IsLetter(r));
}
