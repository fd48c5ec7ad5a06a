using Acornima.Ast;

namespace Daybook.Composition;

/// <summary>Finds the function of a script that is to be called.</summary>
internal static class ScriptFunction
{
    /// <returns><c>calculate</c>, else <c>analyze</c>, else the first function; null when the script declares none.</returns>
    public static string? NameIn(Program script)
    {
        var names = script.Body.SelectMany(Declared).ToList();
        return names.Find(name => name == "calculate") ?? names.Find(name => name == "analyze") ?? names.FirstOrDefault();
    }

    private static IEnumerable<string> Declared(Node statement) => statement switch
    {
        FunctionDeclaration { Id: { } id } => [id.Name],
        VariableDeclaration variables => variables.Declarations
            .Where(variable => variable.Init is FunctionExpression or ArrowFunctionExpression)
            .Select(variable => variable.Id).OfType<Identifier>().Select(id => id.Name),
        _ => [],
    };
}
