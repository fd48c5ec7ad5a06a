namespace Daybook.Composition;

public enum PageOrientation
{
    Portrait,
    Landscape,
}
