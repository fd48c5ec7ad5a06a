namespace Daybook.Pdf.Reading;

/// <summary>Damage that reading got over; what was lost by it is not known.</summary>
/// <param name="ObjectNumber">Null where the damage is in no object.</param>
public sealed record ReadingProblem(string Message, int? ObjectNumber);
