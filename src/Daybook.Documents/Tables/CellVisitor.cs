namespace Daybook.Documents;

public abstract class CellVisitor<TResult>
{
    public abstract TResult Visit(TextCell cell);

    public abstract TResult Visit(IntegerCell cell);

    public abstract TResult Visit(DecimalCell cell);

    public abstract TResult Visit(PercentCell cell);

    public abstract TResult Visit(MoneyCell cell);

    public abstract TResult Visit(DateCell cell);

    public abstract TResult Visit(DateTimeCell cell);

    public abstract TResult Visit(BooleanCell cell);

    public abstract TResult Visit(SeverityCell cell);

    public abstract TResult Visit(EmptyCell cell);
}
