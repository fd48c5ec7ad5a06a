namespace Daybook.Export;

/// <summary>Every code of an <see cref="ExportNote"/>; <c>docs/reference/errors.md</c> explains each.</summary>
public static class ExportNoteCodes
{
    public const string MissingCharacter = "missing_character";
    public const string PictureNotShown = "picture_not_shown";
    public const string LogoNotShown = "logo_not_shown";
    public const string TitleCut = "title_cut";
}
