namespace Daybook.RedTeam;

/// <summary>Steele, Lea and Flood's generator: the same seed gives the same numbers on every machine and in every version.</summary>
internal sealed class SplitMix64(ulong seed)
{
    private ulong _state = seed;

    public ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        var z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>0 to <paramref name="exclusiveMaximum"/> − 1. The tiny bias of the remainder does not matter for samples.</summary>
    public int Next(int exclusiveMaximum) => (int)(Next() % (ulong)exclusiveMaximum);

    /// <summary>True in <paramref name="permille"/> of a thousand cases.</summary>
    public bool Chance(int permille) => Next(1000) < permille;

    public T Pick<T>(IReadOnlyList<T> items) => items[Next(items.Count)];

    /// <summary>A random (version 4) identifier.</summary>
    public string Uuid()
    {
        var high = (Next() & 0xFFFFFFFFFFFF0FFF) | 0x4000;
        var low = (Next() & 0x3FFFFFFFFFFFFFFF) | 0x8000000000000000;
        var digits = $"{high:x16}{low:x16}";
        return $"{digits[..8]}-{digits[8..12]}-{digits[12..16]}-{digits[16..20]}-{digits[20..]}";
    }
}
