namespace Daybook.Composition;

/// <summary>How a file escapes characters of a text value.</summary>
internal enum ScalarQuoting
{
    /// <summary>Not at all: YAML's plain and block texts.</summary>
    None,

    /// <summary>A quote is doubled.</summary>
    Single,

    /// <summary>Backslashes: JSON, and YAML's double quotes.</summary>
    Double,
}
