namespace Daybook.Jinja.Syntax;

internal enum ArithmeticOperator
{
    Add,
    Subtract,
    Multiply,
    Divide,
    FloorDivide,
    Modulo,
    Power,
}
