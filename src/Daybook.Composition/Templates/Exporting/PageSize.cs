namespace Daybook.Composition;

public enum PageSize
{
    Letter,
    A4,
    Legal,
}
