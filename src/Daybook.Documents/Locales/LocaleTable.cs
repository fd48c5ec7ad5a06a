using System.Collections.Immutable;

namespace Daybook.Documents;

/// <summary>
/// Separators and the order of dates, from the Unicode CLDR (numbers: <c>symbols</c>, <c>minimumGroupingDigits</c>; dates: <c>yMMdd</c>, as four, two and
/// two digits). The signs before numbers and behind percentages stay those of the neutral form.
/// </summary>
internal static class LocaleTable
{
    private const string Space = "\u00A0", NarrowSpace = "\u202F";

    public static ImmutableArray<DocumentLocale> All { get; } =
    [
        .. Of(".", ",", "M/d/y", "en", "en-US"),
        .. Of(".", ",", "d/M/y", "en-AU", "en-GB", "en-IE", "en-NZ", "en-SG", "es-MX", "ms", "ms-MY", "th", "th-TH", "zh-HK"),
        .. Of(".", ",", "y-M-d", "en-CA"),
        .. Of(".", ",", "y/M/d", "ja", "ja-JP", "zh", "zh-CN", "zh-TW"),
        .. Of(".", ",", "y. M. d.", "ko", "ko-KR"),
        .. Of(".", ",", "d.M.y", "he", "he-IL"),
        .. Of(".", ",", "d/M/y", "en-IN", "hi", "hi-IN").Select(locale => locale with { GroupsByTwo = true }),
        .. Of(".", "’", "d.M.y", "de-CH", "de-LI", "it-CH"),
        .. Of(",", ".", "d.M.y", "da", "da-DK", "de", "de-DE", "de-LU", "ro", "ro-RO", "tr", "tr-TR"),
        .. Of(",", ".", "d/M/y", "ca", "ca-ES", "el", "el-GR", "es-AR", "es-CO", "id", "id-ID", "nl-BE", "pt", "pt-BR", "vi", "vi-VN"),
        .. Of(",", ".", "d-M-y", "es-CL", "nl", "nl-NL"),
        .. Of(",", ".", "d. M. y.", "hr", "hr-HR"),
        .. Of(",", ".", "d.M.y.", "sr", "sr-RS"),
        .. Of(",", ".", "d/M/y", "es", "es-ES", "it", "it-IT").Select(FromFive),
        .. Of(",", ".", "d. M. y", "sl", "sl-SI").Select(FromFive),
        .. Of(",", Space, "d.M.y", "de-AT", "fi", "fi-FI", "nb", "nb-NO", "no", "ru", "ru-RU", "uk", "uk-UA"),
        .. Of(",", Space, "d. M. y", "cs", "cs-CZ", "sk", "sk-SK"),
        .. Of(",", Space, "y-M-d", "fr-CA", "lt", "lt-LT", "sv", "sv-SE"),
        .. Of(",", Space, "y/M/d", "en-ZA"),
        .. Of(",", Space, "d.M.y", "bg", "bg-BG", "et", "et-EE", "lv", "lv-LV", "pl", "pl-PL").Select(FromFive),
        .. Of(",", Space, "d/M/y", "pt-PT").Select(FromFive),
        .. Of(",", Space, "y. M. d.", "hu", "hu-HU").Select(FromFive),
        .. Of(",", NarrowSpace, "d/M/y", "fr", "fr-BE", "fr-FR"),
        .. Of(",", NarrowSpace, "d.M.y", "fr-CH"),
    ];

    private static IEnumerable<DocumentLocale> Of(string decimalSign, string groupSign, string dateOrder, params string[] tags) => tags.Select(tag => new DocumentLocale(tag, decimalSign, groupSign, dateOrder));

    private static DocumentLocale FromFive(DocumentLocale locale) => locale with { GroupsFromFiveDigits = true };
}
