namespace Daybook.Jinja;

/// <summary>What text from data is escaped for where it lands in the output.</summary>
public enum AutoescapeMode
{
    /// <summary>Nothing is escaped.</summary>
    None,

    /// <summary><c>&amp; &lt; &gt; ' "</c> become entities, as markupsafe does.</summary>
    Html,

    /// <summary>Text cannot become a heading, list, table cell, emphasis, link, image, code or HTML in CommonMark or GitHub's dialect.</summary>
    Markdown,

    /// <summary>Text stands between <c>⟦</c> and <c>⟧</c>, so that the reader of a prompt can tell it from the words of the template; numbers, dates and single words stand bare.</summary>
    Prompt,
}
