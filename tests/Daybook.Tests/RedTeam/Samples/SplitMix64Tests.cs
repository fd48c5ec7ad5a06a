using Daybook.RedTeam;

namespace Daybook.Tests.RedTeam.Samples;

public sealed class SplitMix64Tests
{
    [Fact]
    public void The_first_numbers_are_those_of_the_published_generator()
    {
        var random = new SplitMix64(1234567);

        Assert.Equal(
            [6457827717110365317UL, 3203168211198807973UL, 9817491932198370423UL, 4593380528125082431UL, 16408922859458223821UL],
            Enumerable.Range(0, 5).Select(_ => random.Next()));
    }

    [Fact]
    public void Identifiers_have_the_form_of_version_4() =>
        Assert.Matches("^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$", new SplitMix64(9).Uuid());
}
