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
}
