namespace Daybook.Pdf.Reading.Fonts;

/// <summary>The operators of a CFF dictionary with their numbers. Operators of two bytes have 1200 added to the second.</summary>
internal sealed class CffDictionary(Dictionary<int, double[]> entries)
{
    public const int FontMatrix = 1207;
    public const int Ros = 1230;
    public const int FontDicts = 1236;
    public const int FontSelect = 1237;

    public bool Has(int key) => entries.ContainsKey(key);

    public double[]? Numbers(int key) => entries.GetValueOrDefault(key);

    public double? Number(int key) => entries.TryGetValue(key, out var numbers) && numbers.Length > 0 ? numbers[^1] : null;
}
