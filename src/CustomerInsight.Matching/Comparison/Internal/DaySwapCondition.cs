namespace CustomerInsight.Matching;

internal sealed class DaySwapCondition(string attribute) : LevelCondition
{
    public const string Kind = "day-month-swapped";

    public override IEnumerable<string> Attributes => [attribute];

    internal override ConditionSpec Spec => new(Kind) { Attributes = [attribute] };

    internal override PairTest Compile(PairTestCompiler compiler) => new Test(compiler.Part(attribute, ValuePart.Date));

    private sealed class Test(PartColumn column) : BestPairTest(column)
    {
        protected override bool Near(int leftPart, int rightPart)
        {
            ReadOnlySpan<char> left = Text(leftPart);
            ReadOnlySpan<char> right = Text(rightPart);
            return left[..5].SequenceEqual(right[..5])
                && left[5..7].SequenceEqual(right[8..])
                && left[8..].SequenceEqual(right[5..7]);
        }
    }
}
