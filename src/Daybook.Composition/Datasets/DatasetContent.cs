namespace Daybook.Composition;

/// <summary>What a dataset gave: rows, one value, or nothing but the reason. The set is closed.</summary>
public abstract record DatasetContent
{
    private protected DatasetContent()
    {
    }
}
