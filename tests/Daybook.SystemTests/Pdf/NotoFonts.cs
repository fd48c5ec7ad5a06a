namespace Daybook.SystemTests.Pdf;

/// <summary>Fonts of the system with the letters of many scripts; which others a machine has must not decide a test.</summary>
internal static class NotoFonts
{
    /// <summary>Skips the test where they are missing.</summary>
    public static void Require() => Assert.SkipUnless(
        File.Exists("/usr/share/fonts/truetype/noto/NotoSansHebrew-Regular.ttf") && File.Exists("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc"),
        "Noto fonts are missing; install fonts-noto-core and fonts-noto-cjk.");
}
