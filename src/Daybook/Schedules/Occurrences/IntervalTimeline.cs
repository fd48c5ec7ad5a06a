using Daybook.Input;
using Daybook.Schedules.Dates;
using Daybook.Schedules.Rules;
using NodaTime;

namespace Daybook.Schedules.Occurrences;

/// <summary>Instants at an even distance; the zone only tells their wall readings.</summary>
internal sealed class IntervalTimeline(IntervalRule rule, BusinessDates business, DateBounds bounds, DateTimeZone zone) : Timeline
{
    public override LocalDate? FirstDate => bounds.First;

    public override LocalDate? LastDate => bounds.Last;

    public override Duration Window => WindowFor(rule.Every, 1, Duration.Zero);

    public override IReadOnlyList<Moment> Between(Instant from, Instant to)
    {
        var moments = new List<Moment>();
        for (var at = FirstFrom(from); at < to; at += rule.Every)
        {
            var wall = at.InZone(zone);
            if (!bounds.Contains(wall.Date) || rule.Window is { } window && !window.Contains(wall.TimeOfDay))
                continue;
            var day = business.Of(new NominalDate(wall.Date, false));
            moments.Add(new Moment(day.Nominal, day.Date, FieldText.Of(at), wall.TimeOfDay, at, wall.Offset, day.Adjustments, day.Reason));
        }

        return moments;
    }

    private Instant FirstFrom(Instant from)
    {
        var every = (long)rule.Every.TotalSeconds;
        var seconds = from.ToUnixTimeSeconds() - rule.Anchor.ToUnixTimeSeconds();
        var behind = ((seconds % every) + every) % every;
        var last = from.ToUnixTimeSeconds() - behind;
        var candidate = Instant.FromUnixTimeSeconds(last);
        return candidate < from ? candidate + rule.Every : candidate;
    }
}
