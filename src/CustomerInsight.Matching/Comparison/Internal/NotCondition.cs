namespace CustomerInsight.Matching;

internal sealed class NotCondition(LevelCondition condition) : LevelCondition
{
    public const string Kind = "not";

    public override IEnumerable<string> Attributes => condition.Attributes;

    internal override ConditionSpec Spec => new(Kind) { Of = [condition.Spec] };

    internal override PairTest Compile(PairTestCompiler compiler) => new Test(condition.Compile(compiler));

    internal override DirectTest CompileDirect(DirectCompiler compiler) => new NotDirectTest(condition.CompileDirect(compiler));

    internal override bool Holds(RecordContent left, RecordContent right, DirectScope scope) => !condition.Holds(left, right, scope);

    private sealed class Test(PairTest test) : PairTest
    {
        public override StandardizedColumn? Column => test.Column;

        public override int Cost => test.Cost;

        public override bool Holds(int left, int right) => !test.Holds(left, right);

        public override bool Fits(int leftValue, int rightValue) => !test.Fits(leftValue, rightValue);

        public override int Partition(ReadOnlySpan<int> left, ReadOnlySpan<int> right, Span<int> pairs)
        {
            int others = test.Partition(left, right, pairs);
            pairs.Reverse();
            return pairs.Length - others;
        }

        public override void Share(List<SimilarityCell> cells) => test.Share(cells);
    }
}
