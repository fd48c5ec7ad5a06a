using System.Collections.Immutable;
using Daybook.Storage;

namespace Daybook.Delivery;

/// <summary>What to do when nobody can tell whether a message arrived.</summary>
internal sealed class DeliveryGuarantee : IWord<DeliveryGuarantee>
{
    /// <summary>It stays unknown until evidence or a person decides.</summary>
    public static readonly DeliveryGuarantee AtMostOnce = new("at_most_once");

    /// <summary>It is sent again, under the same key.</summary>
    public static readonly DeliveryGuarantee AtLeastOnce = new("at_least_once");

    private DeliveryGuarantee(string word) => Word = word;

    public static ImmutableArray<DeliveryGuarantee> All { get; } = [AtMostOnce, AtLeastOnce];

    public string Word { get; }

    public static DeliveryGuarantee? Find(string word) => All.FirstOrDefault(guarantee => guarantee.Word == word);

    public override string ToString() => Word;
}
