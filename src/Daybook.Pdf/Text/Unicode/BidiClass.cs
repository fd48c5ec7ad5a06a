namespace Daybook.Pdf;

/// <summary>The bidirectional character types of UAX 9, in the order of the data file.</summary>
internal enum BidiClass : byte
{
    L, R, AL, EN, ES, ET, AN, CS, NSM, BN, B, S, WS, ON, LRE, LRO, RLE, RLO, PDF, LRI, RLI, FSI, PDI,
}
