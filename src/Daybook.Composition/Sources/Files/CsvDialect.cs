using System.Text;

namespace Daybook.Composition;

internal sealed record CsvDialect(char Delimiter, char Quote, Encoding Encoding, bool HasHeader, int MaxRecordLength);
