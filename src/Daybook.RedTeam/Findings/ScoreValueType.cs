namespace Daybook.RedTeam;

internal enum ScoreValueType
{
    TrueFalse,
    FloatScale,
    Category,

    /// <summary>A garak detector's score: 0 (no hit) to 1 (hit).</summary>
    Detector,
}
