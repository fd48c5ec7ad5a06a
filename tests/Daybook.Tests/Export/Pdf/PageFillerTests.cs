using Daybook.Export.Pdf;

namespace Daybook.Tests.Export.Pdf;

public sealed class PageFillerTests
{
    /// <summary>Room for exactly 100 points of content.</summary>
    private static readonly PageShape Sheet = new(200, 100 + new PageShape(0, 0).Height - new PageShape(0, 0).ContentHeight);

    private static readonly PageShape Wide = new(400, Sheet.Height - 40);

    [Fact]
    public void Items_fill_a_page_and_then_the_next() =>
        Assert.Equal(["a b", "c"], Fill(Box("a", 60), Box("b", 40), Box("c", 10)));

    [Fact]
    public void The_larger_of_two_spaces_stands_between_items_and_none_at_the_top_of_a_page()
    {
        var pages = Filled(new Item("a", 40) { SpaceBefore = 50, SpaceAfter = 10 }, new Item("b", 40) { SpaceBefore = 20 }, new Item("c", 95) { SpaceBefore = 30 });
        Assert.Equal([0, 60], pages[0].Items.Select(placed => placed.Top - PageShape.Top));
        Assert.Equal(PageShape.Top, Assert.Single(pages[1].Items).Top);
    }

    [Fact]
    public void A_heading_goes_to_the_next_page_with_what_follows() =>
        Assert.Equal(["a", "h i b"], Fill(Box("a", 60), Kept("h", 10), Kept("i", 10), Box("b", 40)));

    [Fact]
    public void A_heading_stays_where_the_first_part_of_what_follows_fits() =>
        Assert.Equal(["a h t:3", "t:5"], Fill(Box("a", 60), Kept("h", 10), Lines("t", 8)));

    [Fact]
    public void A_chain_longer_than_a_page_is_not_kept() =>
        Assert.Equal(["a h", "i", "b"], Fill(Box("a", 60), Kept("h", 40), Kept("i", 70), Box("b", 60)));

    [Fact]
    public void A_text_leaves_no_line_alone()
    {
        Assert.Equal(["a", "t:3"], Fill(Box("a", 80), Lines("t", 3)));
        Assert.Equal(["a t:2", "t:2"], Fill(Box("a", 70), Lines("t", 4)));
        Assert.Equal(["a", "t:4"], Fill(Box("a", 90), Lines("t", 4)));
    }

    [Fact]
    public void A_text_longer_than_a_page_runs_over_as_many_as_it_needs() =>
        Assert.Equal(["t:10", "t:10", "t:5"], Fill(Lines("t", 25)));

    [Fact]
    public void An_item_taller_than_a_page_stands_alone() => Assert.Equal(["a", "b", "c"], Fill(Box("a", 10), Box("b", 300), Box("c", 10)));

    [Fact]
    public void The_head_of_a_table_is_repeated_on_each_page_but_the_first()
    {
        var head = Kept("head", 10);
        FlowItem[] items = [head, .. Enumerable.Range(1, 25).Select(i => new Item($"{i}", 10) { Repeated = head })];
        Assert.Equal(["head 1 2 3 4 5 6 7 8 9", "head* 10 11 12 13 14 15 16 17 18", "head* 19 20 21 22 23 24 25"], Fill(items));
    }

    [Fact]
    public void A_row_taller_than_a_page_is_divided_under_repeated_heads()
    {
        var head = Kept("head", 10);
        Assert.Equal(["head r:9", "head* r:9", "head* r:2"], Fill(head, new Item("r", 200) { LineCount = 20, Repeated = head }));
    }

    [Fact]
    public void A_row_taller_than_a_page_begins_where_there_is_room() =>
        Assert.Equal(["a r:6", "r:10", "r:4"], Fill(Box("a", 40), new Item("r", 200) { LineCount = 20 }));

    [Fact]
    public void A_break_ends_a_page_and_never_makes_an_empty_one()
    {
        var pages = new List<FilledPage>();
        var filler = new PageFiller(Sheet, pages.Add);
        filler.Break();
        filler.Add(Box("a", 10));
        filler.Break();
        filler.Break();
        filler.Add(Box("b", 10));
        filler.BreakUnless(50);
        filler.Add(Box("c", 10));
        filler.Finish();
        Assert.Equal(["a", "b c"], pages.Select(Text));
    }

    [Fact]
    public void Items_that_need_a_turned_page_get_one_and_what_follows_stays_on_it_while_it_lasts()
    {
        var pages = Filled(Box("a", 10), Kept("h", 10), new Item("w", 20) { Shape = Wide }, Box("b", 20), Box("c", 20));
        Assert.Equal(["a", "h w b", "c"], pages.Select(Text));
        Assert.Equal([Sheet, Wide, Sheet], pages.Select(page => page.Shape));
    }

    [Fact]
    public void The_end_of_a_box_hangs_below_the_content() =>
        Assert.Equal(["a end"], Fill(Box("a", 95), new Item("end", 8) { MayHang = true }));

    private static List<string> Fill(params FlowItem[] items) => [.. Filled(items).Select(Text)];

    private static List<FilledPage> Filled(params FlowItem[] items)
    {
        var pages = new List<FilledPage>();
        var filler = new PageFiller(Sheet, pages.Add);
        foreach (var item in items)
            filler.Add(item);
        filler.Finish();
        return pages;
    }

    private static string Text(FilledPage page) => string.Join(' ', page.Items.Select(placed => placed.Item + (placed.IsRepeat ? "*" : "")));

    private static Item Box(string name, double height) => new(name, height);

    private static Item Kept(string name, double height) => new(name, height) { KeepWithNext = true };

    private static Item Lines(string name, int lines) => new(name, lines * 10) { LineCount = lines };

    private sealed class Item(string name, double height) : FlowItem
    {
        /// <summary>Of 10 points each; 0 for what cannot be divided.</summary>
        public int LineCount { get; init; }

        public override double Height => height;

        public override double LeastHeight => LineCount == 0 ? height : 10 * LineSplit.Least(LineCount);

        public override (FlowItem Head, FlowItem Tail)? Split(double available, bool force) =>
            LineCount == 0 || LineSplit.At(LineCount, (int)(available / 10), force) is not (> 0 and var lines) ? null : (Part(lines), Part(LineCount - lines));

        public override void Draw(PageDrawing page, double top) => throw new NotSupportedException();

        public override string ToString() => LineCount == 0 ? name : $"{name}:{LineCount}";

        private Item Part(int lines) => new(name, lines * 10) { LineCount = lines, Repeated = Repeated };
    }
}
