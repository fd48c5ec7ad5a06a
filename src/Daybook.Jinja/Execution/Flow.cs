namespace Daybook.Jinja.Execution;

/// <summary>What happens after a statement.</summary>
internal enum Flow
{
    Next,
    Break,
    Continue,
}
