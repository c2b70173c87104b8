namespace CustomerInsight.Matching;

internal sealed class DaysCondition(string attribute, int days) : LevelCondition
{
    public const string Kind = "days";

    public override IEnumerable<string> Attributes => [attribute];

    internal override ConditionSpec Spec => new(Kind) { Attributes = [attribute], Numbers = [days] };

    internal override PairTest Compile(PairTestCompiler compiler) => new Test(compiler.Part(attribute, ValuePart.Date), compiler.Days(attribute), days);

    private sealed class Test(PartColumn column, int[] dayOf, int days) : BestPairTest(column)
    {
        protected override bool Near(int leftPart, int rightPart) => Math.Abs(dayOf[leftPart] - dayOf[rightPart]) <= days;
    }
}
