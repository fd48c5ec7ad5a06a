using System.Diagnostics;
using Daybook.Composition;

namespace Daybook.Tests.Composition.Sources;

public sealed class FileRootsTests : IDisposable
{
    private readonly TemporaryFolder _outside = new();
    private readonly TemporaryFolder _root = new();

    public void Dispose()
    {
        _root.Dispose();
        _outside.Dispose();
    }

    private FileRoots Roots => new([_root.Path]);

    private string[] Names(string path) => Roots.Resolve(path).Select(file => file.Name).ToArray();

    private string Code(string path) => Assert.Throws<DataSourceException>(() => Roots.Resolve(path)).Code;

    [Fact]
    public void A_relative_path_names_one_file()
    {
        _root.Write("logs/a.jsonl", "{}");
        Assert.Equal(["logs/a.jsonl"], Names("logs/a.jsonl"));
        Assert.Equal(["logs/a.jsonl"], Names("./logs//a.jsonl"));
    }

    [Fact]
    public void An_absolute_path_inside_a_root_is_allowed()
    {
        var path = _root.Write("logs/a.jsonl", "{}");
        Assert.Equal(["logs/a.jsonl"], Names(path));
    }

    [Fact]
    public void Two_stars_span_folders_and_the_order_is_ordinal()
    {
        foreach (var name in new[] { "b.jsonl", "a/z.jsonl", "a/b/c.jsonl", "B.jsonl", "a/z.txt", ".hidden/x.jsonl", ".x.jsonl" })
            _root.Write(name, "{}");
        Assert.Equal(["B.jsonl", "a/b/c.jsonl", "a/z.jsonl", "b.jsonl"], Names("**/*.jsonl"));
        Assert.Equal(["a/b/c.jsonl", "a/z.jsonl", "a/z.txt"], Names("a/**"));
        Assert.Equal(["B.jsonl", "b.jsonl"], Names("?.jsonl"));
        Assert.Equal([".x.jsonl"], Names(".*.jsonl"));
        Assert.Equal(["a/b/c.jsonl"], Names("*/b/*"));
    }

    [Theory]
    [InlineData("../secret.txt")]
    [InlineData("logs/../../secret.txt")]
    [InlineData("/etc/passwd")]
    [InlineData("/etc/*")]
    [InlineData("/dev/zero")]
    public void A_path_outside_the_roots_is_refused(string path) => Assert.Equal("outside_roots", Code(path));

    [Fact]
    public void A_folder_whose_name_only_begins_like_a_root_is_outside()
    {
        Directory.CreateDirectory(_root.Path + "-other");
        File.WriteAllText(_root.Path + "-other/x", "x");
        try
        {
            Assert.Equal("outside_roots", Code(_root.Path + "-other/x"));
        }
        finally
        {
            Directory.Delete(_root.Path + "-other", recursive: true);
        }
    }

    [Fact]
    public void A_link_that_leads_outside_is_refused_also_through_a_folder_and_a_pattern()
    {
        var secret = _outside.Write("secret.jsonl", "{}");
        File.CreateSymbolicLink(Path.Combine(_root.Path, "file.jsonl"), secret);
        Directory.CreateSymbolicLink(Path.Combine(_root.Path, "folder"), _outside.Path);
        Assert.Equal("outside_roots", Code("file.jsonl"));
        Assert.Equal("outside_roots", Code("folder/secret.jsonl"));
        Assert.Equal("outside_roots", Code("*.jsonl"));
        Assert.Equal("outside_roots", Code("folder/*.jsonl"));
    }

    [Fact]
    public void A_link_inside_the_root_is_followed_once()
    {
        _root.Write("real.jsonl", "{}");
        File.CreateSymbolicLink(Path.Combine(_root.Path, "latest.jsonl"), "real.jsonl");
        Assert.Equal(["latest.jsonl"], Names("latest.jsonl"));
        Assert.Single(Names("*.jsonl"));
    }

    [Fact]
    public void Links_in_a_circle_are_an_error()
    {
        File.CreateSymbolicLink(Path.Combine(_root.Path, "a"), "b");
        File.CreateSymbolicLink(Path.Combine(_root.Path, "b"), "a");
        Assert.Equal("bad_path", Code("a"));
    }

    [Fact]
    public void A_missing_file_names_the_path()
    {
        var error = Assert.Throws<DataSourceException>(() => Roots.Resolve("logs/none-*.jsonl"));
        Assert.Equal("no_such_file", error.Code);
        Assert.Contains("logs/none-*.jsonl", error.Message, StringComparison.Ordinal);
        Assert.Equal("no_such_file", Code("none.jsonl"));
    }

    [Fact]
    public void A_folder_is_not_a_file()
    {
        _root.Write("logs/a.jsonl", "{}");
        Assert.Equal("not_a_file", Code("logs"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("a\0b")]
    public void A_path_of_nothing_or_control_characters_is_refused(string path) => Assert.Equal("bad_path", Code(path));

    [Fact]
    public void Without_roots_nothing_can_be_read()
    {
        var error = Assert.Throws<DataSourceException>(() => new FileRoots([]).Resolve("a.json"));
        Assert.Equal("outside_roots", error.Code);
    }

    [Fact]
    public void The_first_root_that_has_the_file_wins()
    {
        _root.Write("a.json", "1");
        _outside.Write("a.json", "2");
        var file = Assert.Single(new FileRoots([_outside.Path, _root.Path]).Resolve("a.json"));
        using var reader = new StreamReader(file.OpenRead());
        Assert.Equal("2", reader.ReadToEnd());
    }

    [Fact]
    public void An_empty_file_and_a_pipe_are_never_opened()
    {
        _root.Write("empty.jsonl", "");
        Assert.Equal("empty_file", Assert.Throws<DataSourceException>(() => Roots.Resolve("empty.jsonl")[0].OpenRead()).Code);

        var pipe = Path.Combine(_root.Path, "pipe");
        using var mkfifo = Process.Start("mkfifo", [pipe]);
        mkfifo.WaitForExit();
        Assert.Equal("empty_file", Assert.Throws<DataSourceException>(() => Roots.Resolve("pipe")[0].OpenRead()).Code);
    }
}
