using System.Runtime.CompilerServices;
using Daybook.Jinja.Compilation;
using Daybook.Jinja.Execution;
using Daybook.Jinja.Python;

namespace Daybook.Jinja;

/// <summary>One rendering in progress: what filters, tests, functions and methods may use. Belongs to one thread.</summary>
public sealed class RenderState
{
    /// <summary>An item takes the memory of so many characters.</summary>
    private const int CharactersPerItem = 4;

    private readonly RenderBudget _budget;
    private Random? _random;

    internal RenderState(JinjaEnvironment environment, EvalContext evaluation, RenderBudget budget, OutputBuffer output)
    {
        Output = output;
        Environment = environment;
        Evaluation = evaluation;
        _budget = budget;
    }

    public JinjaEnvironment Environment { get; }

    /// <summary>True where the template at this point escapes what it prints.</summary>
    public bool Autoescape => Evaluation.Mode != AutoescapeMode.None;

    /// <summary>The random numbers of this rendering, seeded by the environment: the same template and data give the same text.</summary>
    public Random Random => _random ??= new Random(Environment.Seed);

    /// <summary>What <see cref="Escape"/> escapes with.</summary>
    internal Escaper Escaper => Escaper.Of(Evaluation.Mode) ?? Escaper.Html;

    internal EvalContext Evaluation { get; set; }

    internal RenderBudget Budget => _budget;

    internal RenderLimits Limits => _budget.Limits;

    internal OutputBuffer Output { get; }

    /// <summary>The templates imported so far without context.</summary>
    internal Dictionary<CompiledTemplate, Module> Modules { get; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>How large one value may become: checked by the operations that make values.</summary>
    internal PyLimits ValueLimits => Environment.ValueLimits;

    /// <summary>Counts work that can repeat without end (one item of a sequence, one call); stops the rendering when steps or time run out.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Step() => _budget.Step();

    /// <summary>Announces a value of so many characters or items before it is made; stops the rendering when that is too large.</summary>
    public void Reserve(long size) => _budget.Reserve(size);

    /// <summary>Escapes for the place the output goes to (HTML where nothing is escaped by itself); what is <see cref="Markup"/> stays as it is.</summary>
    public Markup Escape(object? value) => Escaper.Escape(value);

    /// <summary>Text made inside the template from safe parts: <see cref="Markup"/> where the template escapes, plain text elsewhere.</summary>
    public object MarkIfEscaping(string text) => Autoescape ? Escaper.Mark(text) : text;

    /// <summary>As <see cref="MarkIfEscaping(string)"/>, by what was known of the mode while compiling.</summary>
    internal object MarkIfEscaping(string text, EscapeSetting escaping)
    {
        if (escaping.IsVolatile)
            return MarkIfEscaping(text);
        return Escaper.Of(escaping.Mode) is { } escaper ? escaper.Mark(text) : text;
    }

    /// <summary><c>value.name</c>: the attribute, else the item, else undefined.</summary>
    public object? GetAttribute(object? target, string name) => MemberAccess.GetAttribute(this, target, name);

    /// <summary><c>value[key]</c>: the item, else the attribute, else undefined.</summary>
    public object? GetItem(object? target, object? key) => MemberAccess.GetItem(this, target, key);

    public object? Call(object? callable, Arguments arguments)
    {
        Step();
        return callable switch
        {
            PyCallable target => target.Call(this, arguments),
            Undefined undefined => throw undefined.Error(),
            _ => throw PyErrors.Type($"'{PyType.NameOf(callable)}' object is not callable"),
        };
    }

    /// <summary>Applies a filter by its name, as a template gives it, to a value; <paramref name="rest"/> are the filter's arguments after the value.</summary>
    public object? ApplyFilter(object? name, object? value, Arguments rest)
    {
        Step();
        WorkMeter.CountText(value);
        var result = JinjaEnvironment.FindCallable(Environment.Filters, "filter", name)(this, rest.Prepend(value));
        ReserveFor(result);
        return result;
    }

    /// <summary>Applies a test as <see cref="ApplyFilter"/> applies a filter.</summary>
    public bool ApplyTest(object? name, object? value, Arguments rest)
    {
        Step();
        WorkMeter.CountText(value);
        return PyTruth.IsTrue(JinjaEnvironment.FindCallable(Environment.Tests, "test", name)(this, rest.Prepend(value)));
    }

    /// <summary>An undefined value of the environment's kind, with Jinja's sentence about a missing attribute or item of <paramref name="target"/>.</summary>
    public Undefined UndefinedMember(object? target, object? name) => new(Environment.UndefinedKind, null, target, name);

    /// <summary>An undefined value of the environment's kind, with a sentence of its own, as "No first item, sequence was empty.".</summary>
    public Undefined UndefinedBecause(string sentence, string? name = null) => new(Environment.UndefinedKind, sentence, Missing.Value, name);

    internal Undefined UndefinedName(string name) => new(Environment.UndefinedKind, null, Missing.Value, name);

    /// <summary>Counts a value that was just made.</summary>
    internal void ReserveFor(object? value)
    {
        switch (value)
        {
            case string text:
                Reserve(text.Length);
                break;
            case Markup markup:
                Reserve(markup.Text.Length);
                break;
            case PyList list:
                _budget.Reserve(list.Items.Count, CharactersPerItem);
                break;
            case PyTuple tuple:
                _budget.Reserve(tuple.Items.Length, CharactersPerItem);
                break;
            case PyDict dict:
                _budget.Reserve(dict.Count, CharactersPerItem);
                break;
            default:
                break;
        }
    }
}
