using Daybook.Jinja.Execution;
using Daybook.Jinja.Lexing;
using Daybook.Jinja.Parsing;
using Daybook.Jinja.Syntax;

namespace Daybook.Jinja.Compilation;

/// <summary>Turns a syntax tree into code that can run; knows what the parts of one template have in common.</summary>
internal sealed class Compiler
{
    private readonly Dictionary<string, BlockSyntax> _blocks = [];
    private readonly Dictionary<string, int> _undeclared = [];

    private Compiler(JinjaEnvironment environment, SourceText source, AutoescapeMode mode)
    {
        Environment = environment;
        Source = source;
        Escaping = new EscapeSetting(mode, false);
    }

    public JinjaEnvironment Environment { get; }

    public SourceText Source { get; }

    public EscapeSetting Escaping { get; set; }

    /// <summary>How many <c>{% extends %}</c> came so far.</summary>
    public int ExtendsCount { get; set; }

    /// <summary>True once an <c>{% extends %}</c> that always runs has come: nothing after it prints.</summary>
    public bool HasKnownExtends { get; set; }

    /// <summary>Set by a statement after which nothing of its block runs.</summary>
    public bool EndsBlock { get; set; }

    public static CompiledTemplate Compile(JinjaEnvironment environment, SourceText source, string? name)
    {
        var body = Parser.ParseTemplate(source, environment.Syntax);
        var compiler = new Compiler(environment, source, environment.AutoescapeOf(name));
        return compiler.CompileTemplate(body, name);
    }

    public static CompiledExpression CompileExpression(JinjaEnvironment environment, SourceText source)
    {
        var syntax = Parser.ParseExpression(source, environment.Syntax);
        var compiler = new Compiler(environment, source, AutoescapeMode.None);
        var scope = new CompileScope(new Symbols(null, new FunctionLayout(null)));
        syntax.Declare(scope.Symbols);
        var entry = compiler.Enter(scope);
        return new CompiledExpression(source.Name, scope.Function, entry, syntax.Compile(compiler, scope), compiler.Undeclared());
    }

    public Place PlaceOf(SyntaxNode node) => new(Source, node.Start, node.End);

    public JinjaException Fail(int offset, string message, string? advice = null) => Source.SyntaxError(offset, message, advice);

    /// <summary>Prepares what happens to a scope's variables when it is entered.</summary>
    public ScopeEntry Enter(CompileScope scope)
    {
        Note(scope);
        return ScopeEntry.Of(scope.Symbols);
    }

    /// <summary>Remembers the names that a scope looks up in the context.</summary>
    public void Note(CompileScope scope)
    {
        foreach (var (variable, load) in scope.Symbols.Loads)
        {
            if (load.Kind == LoadKind.Resolve && !Environment.Globals.ContainsKey(variable.Name))
                NoteUndeclared(variable.Name, scope.Symbols.FirstUse(variable.Name));
        }
    }

    public Statement[] CompileBody(IEnumerable<StatementSyntax> body, CompileScope scope)
    {
        var statements = new List<Statement>();
        foreach (var statement in body)
        {
            statement.Compile(this, scope, statements);
            if (!EndsBlock)
                continue;
            EndsBlock = false;
            break;
        }

        return TextStatement.Joined(statements);
    }

    /// <summary>Jinja2's rule for filters and tests that do not exist: an error at once, inside conditions only when used.</summary>
    public JinjaFunction Find(IReadOnlyDictionary<string, JinjaFunction> functions, string noun, string name, int offset, CompileScope scope)
    {
        if (functions.TryGetValue(name, out var function))
            return function;
        var advice = EditDistance.Advice(name, functions.Keys);
        return scope.IsSoft
            ? (_, _) => throw new Python.PyException(Python.PyErrorKind.TemplateRuntimeError, $"No {noun} named '{name}' found.{(advice is null ? "" : " " + advice)}")
            : throw Fail(offset, $"No {noun} named '{name}'.", advice);
    }

    private CompiledTemplate CompileTemplate(IReadOnlyList<StatementSyntax> body, string? name)
    {
        foreach (var block in body.SelectMany(statement => statement.DescendantsAndSelf()).OfType<BlockSyntax>())
        {
            if (!_blocks.TryAdd(block.Name, block))
                throw Fail(block.Start, $"block '{block.Name}' defined twice", "use self.name() to print a block again");
        }

        var scope = new CompileScope(new Symbols(null, new FunctionLayout(null))) { IsTopLevel = true, IsRootLevel = true };
        var self = new NameSearch("self").In(body).Found("self") ? scope.Symbols.DeclareParameter("self") : null;
        foreach (var statement in body)
            statement.Declare(scope.Symbols);
        scope.ChecksOutput = body.SelectMany(statement => statement.DescendantsAndSelf()).Any(node => node is ExtendsSyntax);
        var entry = Enter(scope);
        var root = new TemplateCode(scope.Function, entry, self?.Slot, null, CompileBody(body, scope));
        var blocks = _blocks.ToDictionary(block => block.Key, block => CompileBlock(block.Value));
        return new CompiledTemplate(Environment, name, Source, root, blocks, Undeclared());
    }

    private CompiledBlock CompileBlock(BlockSyntax block)
    {
        var scope = new CompileScope(new Symbols(null, new FunctionLayout(null)));
        var search = new NameSearch("self", "super").In(block.Body);
        var self = search.Found("self") ? scope.Symbols.DeclareParameter("self") : null;
        var super = search.Found("super") ? scope.Symbols.DeclareParameter("super") : null;
        foreach (var statement in block.Body)
            statement.Declare(scope.Symbols);
        var entry = Enter(scope);
        return new CompiledBlock(block.Name, new TemplateCode(scope.Function, entry, self?.Slot, super?.Slot, CompileBody(block.Body, scope)));
    }

    private void NoteUndeclared(string name, int offset)
    {
        if (!_undeclared.TryGetValue(name, out var known) || offset < known)
            _undeclared[name] = offset;
    }

    private IReadOnlyList<UndeclaredVariable> Undeclared() =>
    [
        .. _undeclared.OrderBy(entry => entry.Value).Select(entry =>
        {
            var (line, column) = Source.PositionOf(entry.Value);
            return new UndeclaredVariable(entry.Key, line, column);
        }),
    ];
}
