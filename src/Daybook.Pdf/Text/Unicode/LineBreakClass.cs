namespace Daybook.Pdf;

/// <summary>
/// The line breaking classes of UAX 14, with three that the rules need besides: wide opening and closing punctuation (LB30) and
/// unassigned pictographs (LB30b). Their order is that of the data file.
/// </summary>
internal enum LineBreakClass : byte
{
    BK, CR, LF, NL, SP, ZW, WJ, GL, CM, ZWJ, AL, HL, NU, BA, HY, BB, B2, CB, OP, CL, CP, QU, NS, EX, IS, SY, PR, PO, IN, ID, EB, EM,
    JL, JV, JT, H2, H3, RI, WideOP, WideCP, UnassignedPictograph,
}
