namespace Daybook.RedTeam;

public sealed record SeverityCounts(long Critical, long High, long Medium, long Low, long Minimal, long Unknown)
{
    public static SeverityCounts None { get; } = new(0, 0, 0, 0, 0, 0);

    public static SeverityCounts operator +(SeverityCounts a, SeverityCounts b) => new(
        a.Critical + b.Critical, a.High + b.High, a.Medium + b.Medium, a.Low + b.Low, a.Minimal + b.Minimal, a.Unknown + b.Unknown);
}
