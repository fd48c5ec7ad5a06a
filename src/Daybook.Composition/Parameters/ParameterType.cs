namespace Daybook.Composition;

public enum ParameterType
{
    Text,

    /// <summary>An integer or a decimal, of any size, kept digit for digit.</summary>
    Number,
    Boolean,

    /// <summary>A day, written <c>2026-05-04</c>.</summary>
    Date,

    /// <summary>One of the options.</summary>
    Select,

    /// <summary>Any of the options, none twice.</summary>
    Multiselect,

    /// <summary>Text of several lines, such as a query.</summary>
    Code,
}
