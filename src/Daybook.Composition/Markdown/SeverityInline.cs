using Daybook.Documents;
using Markdig.Syntax.Inlines;

namespace Daybook.Composition;

internal sealed class SeverityInline(Severity severity) : LeafInline
{
    public Severity Severity => severity;
}
