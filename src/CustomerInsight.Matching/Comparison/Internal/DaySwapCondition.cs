namespace CustomerInsight.Matching;

internal sealed class DaySwapCondition(string attribute) : LevelCondition
{
    public const string Kind = "day-month-swapped";

    private const int Years = 10_000;
    private const int Months = 100;

    public override IEnumerable<string> Attributes => [attribute];

    internal override ConditionSpec Spec => new(Kind) { Attributes = [attribute] };

    internal override PairTest Compile(PairTestCompiler compiler) => new FitTest<DaySwapFit>(
        compiler.Column(attribute), new DaySwapFit(compiler.Once((Kind, attribute), () => Dates(compiler.Days(attribute, ValuePart.Date)))));

    internal override DirectTest CompileDirect(DirectCompiler compiler) => new DaySwapDirectTest(compiler.Part(attribute, ValuePart.Date));

    internal override bool Holds(RecordContent left, RecordContent right, DirectScope scope) => scope.AnyParts(left, right, attribute, ValuePart.Date, static (one, other) =>
        one == other || (one[..4] == other[..4] && one[5..7] == other[8..] && one[8..] == other[5..7]));

    private static (int Date, int Swapped)[] Dates(int[] dayOf) => [.. dayOf.Select(static day =>
    {
        // A day that is no month makes a date that there is not; what is no date at all meets none.
        var date = DateOnly.FromDayNumber(Math.Max(day, 0));
        return day == PairTestCompiler.NoDay ? (0, -1) : ((date.Year * Years) + (date.Month * Months) + date.Day, (date.Year * Years) + (date.Day * Months) + date.Month);
    })];
}
