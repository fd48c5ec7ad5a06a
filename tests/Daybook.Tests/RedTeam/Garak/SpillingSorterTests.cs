using CsCheck;
using Daybook.RedTeam;

namespace Daybook.Tests.RedTeam.Garak;

public sealed class SpillingSorterTests
{
    [Fact]
    public void Any_number_of_values_comes_back_in_order_as_often_as_it_is_read() =>
        Gen.Select(Gen.Int.Array[0, 200], Gen.Int[1, 40]).Always((values, capacity) =>
        {
            using var sorter = new SpillingSorter<int>(capacity);
            foreach (var value in values)
                sorter.Add(value);

            var expected = values.Order().ToList();
            Assert.Equal(expected, sorter.Read());
            Assert.Equal(expected, sorter.Read().Zip(sorter.Read(), (first, second) => first == second ? first : -1));
        });

    [Fact]
    public void After_clearing_it_starts_anew()
    {
        using var sorter = new SpillingSorter<int>(2);
        foreach (var value in new[] { 5, 4, 3, 2, 1 })
            sorter.Add(value);
        Assert.Equal(5, sorter.Read().Count());

        sorter.Clear();

        Assert.Empty(sorter.Read());
        foreach (var value in new[] { 9, 8, 7 })
            sorter.Add(value);
        Assert.Equal([7, 8, 9], sorter.Read());
    }
}
