using BenchmarkDotNet.Attributes;
using Daybook.Jinja;

namespace Daybook.Benchmarks;

/// <summary>Compiling and rendering one block of a report.</summary>
[MemoryDiagnoser]
public class TemplateBenchmarks
{
    private const string Source = "{% for r in rows %}{% if r.hits > 0 %}- {{ r.probe }}: {{ r.hits }} of {{ r.evaluated }}\n{% endif %}{% endfor %}";

    private readonly JinjaEnvironment _environment = new();
    private JinjaTemplate _template = null!;
    private PyDict _data = null!;
    private int _compiled;

    [GlobalSetup]
    public void SetUp()
    {
        _template = _environment.FromString(Source);
        var rows = Enumerable.Range(0, 100).Select(i => new Dictionary<string, object?> { ["probe"] = $"probe{i}", ["hits"] = i % 7, ["evaluated"] = 50 });
        _data = (PyDict)JinjaValue.Frozen(new Dictionary<string, object?> { ["rows"] = rows.ToList() })!;
    }

    /// <summary>A text never seen before, so that no compiled form is found.</summary>
    [Benchmark]
    public JinjaTemplate Compile() => _environment.FromString(Source + "{# " + ++_compiled + " #}");

    [Benchmark]
    public string Render() => _template.Render(_data);
}
