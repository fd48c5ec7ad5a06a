namespace Daybook.Composition;

internal enum ScalarKind
{
    Null,
    Boolean,
    Number,
    Text,
}
