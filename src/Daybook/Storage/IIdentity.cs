namespace Daybook.Storage;

/// <summary>An identity that the database gives: a UUID with a type of its own.</summary>
internal interface IIdentity<TSelf>
    where TSelf : struct, IIdentity<TSelf>
{
    Guid Value { get; }

    static abstract TSelf Of(Guid value);
}
