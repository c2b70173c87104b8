namespace CustomerInsight.Matching;

internal sealed class DaySwapCondition(string attribute) : LevelCondition
{
    public const string Kind = "day-month-swapped";

    private const int Years = 10_000;
    private const int Months = 100;

    public override IEnumerable<string> Attributes => [attribute];

    internal override ConditionSpec Spec => new(Kind) { Attributes = [attribute] };

    internal override PairTest Compile(PairTestCompiler compiler) => new Test(compiler.Part(attribute, ValuePart.Date), compiler.Once((Kind, attribute), () => Dates(compiler.Part(attribute, ValuePart.Date))));

    /// <summary>Each date as a number, and that of day and month swapped, which is no other date's where the day is no month.</summary>
    private static (int Date, int Swapped)[] Dates(PartColumn column) => [.. column.Texts.Select(static text =>
    {
        var date = DateOnly.FromDayNumber(DateText.Day(text));
        return ((date.Year * Years) + (date.Month * Months) + date.Day, (date.Year * Years) + (date.Day * Months) + date.Month);
    })];

    private sealed class Test(PartColumn column, (int Date, int Swapped)[] dates) : BestPairTest(column)
    {
        protected override bool Near(int leftPart, int rightPart) => dates[leftPart].Swapped == dates[rightPart].Date;
    }
}
