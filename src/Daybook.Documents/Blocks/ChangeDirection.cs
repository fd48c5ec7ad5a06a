namespace Daybook.Documents;

public enum ChangeDirection
{
    Up,
    Down,
    Flat,
}
