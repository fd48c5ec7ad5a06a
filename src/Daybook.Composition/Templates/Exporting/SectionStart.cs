namespace Daybook.Composition;

/// <summary>Where the sections of the report start on paper.</summary>
public enum SectionStart
{
    /// <summary>Below the section before, where there is room for more than its title.</summary>
    Continuous,
    NewPage,
}
