namespace Daybook.Storage;

/// <summary>A member of a closed set that the database keeps as a word.</summary>
internal interface IWord<TSelf>
    where TSelf : class, IWord<TSelf>
{
    string Word { get; }

    /// <returns>Null for a word outside the set.</returns>
    static abstract TSelf? Find(string word);
}
