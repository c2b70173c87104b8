namespace CustomerInsight.Matching;

internal sealed class DaysCondition(string attribute, int days, ValuePart date) : LevelCondition
{
    public const string Kind = "days";

    /// <summary>Gets the part of the values that the days are counted of; it yields yyyy-MM-dd.</summary>
    public ValuePart Date => date;

    public override IEnumerable<string> Attributes => [attribute];

    internal override ConditionSpec Spec => new(Kind) { Attributes = [attribute], Part = ReferenceEquals(date, ValuePart.Date) ? null : date.Name, Numbers = [days] };

    internal override PairTest Compile(PairTestCompiler compiler)
    {
        return new FitTest<DaysFit>(compiler.Column(attribute), new DaysFit(compiler.Days(attribute, date), days));
    }

    internal override DirectTest CompileDirect(DirectCompiler compiler) =>
        new MadeDirectTest<int>(compiler.Part(attribute, date), compiler.Days(attribute, date), same: true, (one, other) => Math.Abs(one - other) <= days);

    internal override bool Holds(RecordContent left, RecordContent right, DirectScope scope) =>
        scope.AnyParts(left, right, attribute, date, (one, other) => Math.Abs(DateText.Day(one) - DateText.Day(other)) <= days);
}
