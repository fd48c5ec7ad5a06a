using System.Collections.Immutable;
using System.Text;
using Daybook.Documents;

namespace Daybook.Export.Mail;

/// <summary>Keeps inlines until a sum is spent; the text at which that happens is cut, and nothing after it is kept.</summary>
/// <param name="room">Roughly in bytes of HTML.</param>
internal sealed class InlineShortening(int room) : InlineVisitor<ImmutableArray<Inline>.Builder>
{
    private const int NodeCost = 30;
    private const int LinkCost = 160;
    private const int BadgeCost = 320;
    private const int HiddenCost = 48;

    private int _left = room;

    public bool IsFull { get; private set; }

    public void Spend(int cost)
    {
        _left -= cost;
        IsFull |= _left <= 0;
    }

    public ImmutableArray<Inline> Shorten(ImmutableArray<Inline> inlines)
    {
        var kept = ImmutableArray.CreateBuilder<Inline>();
        foreach (var inline in inlines)
        {
            if (IsFull)
                break;
            Spend(NodeCost);
            inline.Accept(this, kept);
        }

        return kept.ToImmutable();
    }

    /// <summary>The text, cut where the room ends.</summary>
    public string Take(string text)
    {
        var length = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            var cost = CostOf(rune);
            if (cost > _left)
            {
                IsFull = true;
                return text[..length].TrimEnd() + "…";
            }

            _left -= cost;
            length += rune.Utf16SequenceLength;
        }

        return text;
    }

    public override void Visit(TextInline textInline, ImmutableArray<Inline>.Builder context) => context.Add(new TextInline(Take(textInline.Text)));

    public override void Visit(Strong strong, ImmutableArray<Inline>.Builder context) => context.Add(new Strong(Shorten(strong.Inlines)));

    public override void Visit(Emphasis emphasis, ImmutableArray<Inline>.Builder context) => context.Add(new Emphasis(Shorten(emphasis.Inlines)));

    public override void Visit(Strikethrough strikethrough, ImmutableArray<Inline>.Builder context) => context.Add(new Strikethrough(Shorten(strikethrough.Inlines)));

    public override void Visit(CodeSpan codeSpan, ImmutableArray<Inline>.Builder context)
    {
        Spend(LinkCost);
        context.Add(new CodeSpan(Take(codeSpan.Text)));
    }

    public override void Visit(Link link, ImmutableArray<Inline>.Builder context)
    {
        Spend(LinkCost + link.Target.Length * 2);
        context.Add(link with { Inlines = Shorten(link.Inlines) });
    }

    public override void Visit(SeverityBadge severityBadge, ImmutableArray<Inline>.Builder context)
    {
        Spend(BadgeCost);
        context.Add(severityBadge);
    }

    public override void Visit(LineBreak lineBreak, ImmutableArray<Inline>.Builder context) => context.Add(lineBreak);

    private static int CostOf(Rune rune) => rune.Value switch
    {
        '&' or '<' or '>' or '"' or '\'' => 6,
        < ' ' or 0x7F => HiddenCost,
        < 0x80 => 1,
        _ => HiddenCharacters.At(rune.ToString(), out _) is null ? rune.Utf8SequenceLength : HiddenCost,
    };
}
