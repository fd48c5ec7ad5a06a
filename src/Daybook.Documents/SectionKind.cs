namespace Daybook.Documents;

/// <summary>Which kind of template block a section was made from.</summary>
public enum SectionKind
{
    Data,
    Analysis,
    Visualization,
    Custom,
    Composite,
}
