namespace CustomerInsight.Matching;

internal sealed class DaySwapCondition(string attribute) : LevelCondition
{
    public const string Kind = "day-month-swapped";

    private const int Years = 10_000;
    private const int Months = 100;

    public override IEnumerable<string> Attributes => [attribute];

    internal override ConditionSpec Spec => new(Kind) { Attributes = [attribute] };

    internal override PairTest Compile(PairTestCompiler compiler)
    {
        PartColumn column = compiler.Part(attribute, ValuePart.Date);
        return new FitTest<DaySwapFit>(column.Column, new DaySwapFit(column.Parts, compiler.Once((Kind, attribute), () => Dates(column))));
    }

    /// <summary>Each date as a number, and that of day and month swapped, which is no other date's where the day is no month.</summary>
    private static (int Date, int Swapped)[] Dates(PartColumn column) => [.. column.Texts.Select(static text =>
    {
        var date = DateOnly.FromDayNumber(DateText.Day(text));
        return ((date.Year * Years) + (date.Month * Months) + date.Day, (date.Year * Years) + (date.Day * Months) + date.Month);
    })];
}
