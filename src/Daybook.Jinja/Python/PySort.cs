namespace Daybook.Jinja.Python;

/// <summary><c>sorted</c>: stable, and asking only whether one item is less than another.</summary>
internal static class PySort
{
    /// <summary>Runs shorter than this are made by insertion.</summary>
    private const int ShortRun = 32;

    /// <param name="items">Left as they are.</param>
    /// <param name="key">What to compare by; null for the items themselves.</param>
    /// <param name="reverse">Descending; items that compare equal keep their order all the same.</param>
    /// <param name="less">The order; null for Python's own.</param>
    public static object?[] Sort(
        IReadOnlyCollection<object?> items, Func<object?, object?>? key, bool reverse, Func<object?, object?, bool>? less = null)
    {
        var values = items.ToArray();
        var keys = key is null ? values.ToArray() : Array.ConvertAll(values, item => key(item));
        if (reverse)
        {
            Array.Reverse(values);
            Array.Reverse(keys);
        }

        new Merge(keys, values, less ?? PyCompare.Less).Run();
        if (reverse)
            Array.Reverse(values);
        return values;
    }

    private sealed class Merge(object?[] keys, object?[] values, Func<object?, object?, bool> less)
    {
        private readonly object?[] _keys = new object?[keys.Length];
        private readonly object?[] _values = new object?[keys.Length];

        public void Run() => Sort(0, keys.Length);

        private void Sort(int start, int end)
        {
            if (end - start <= ShortRun)
            {
                Insert(start, end);
                return;
            }

            var middle = start + ((end - start) / 2);
            Sort(start, middle);
            Sort(middle, end);
            if (less(keys[middle], keys[middle - 1]))
                Join(start, middle, end);
        }

        private void Insert(int start, int end)
        {
            for (var i = start + 1; i < end; i++)
            {
                var (key, value) = (keys[i], values[i]);
                var place = i;
                for (; place > start && less(key, keys[place - 1]); place--)
                {
                    keys[place] = keys[place - 1];
                    values[place] = values[place - 1];
                }

                (keys[place], values[place]) = (key, value);
            }
        }

        private void Join(int start, int middle, int end)
        {
            Array.Copy(keys, start, _keys, start, middle - start);
            Array.Copy(values, start, _values, start, middle - start);
            var (left, right) = (start, middle);
            for (var i = start; left < middle; i++)
            {
                var takesRight = right < end && less(keys[right], _keys[left]);
                (keys[i], values[i]) = takesRight ? (keys[right], values[right]) : (_keys[left], _values[left]);
                if (takesRight)
                    right++;
                else
                    left++;
            }
        }
    }
}
