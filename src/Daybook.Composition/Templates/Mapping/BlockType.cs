namespace Daybook.Composition;

/// <summary>The kinds of <see cref="TemplateBlock"/>, as they are named in a template.</summary>
internal enum BlockType
{
    Data,
    Analysis,
    Visualization,
    Custom,
    Composite,
}
