namespace CustomerInsight.Matching;

internal sealed class AllCondition(IReadOnlyList<LevelCondition> conditions) : LevelCondition
{
    public const string Kind = "all";

    public override IEnumerable<string> Attributes => conditions.SelectMany(static condition => condition.Attributes).Distinct();

    internal override ConditionSpec Spec => new(Kind) { Of = [.. conditions.Select(static condition => condition.Spec)] };

    internal override PairTest Compile(PairTestCompiler compiler) => new Test([.. conditions.Select(condition => condition.Compile(compiler))]);

    internal override DirectTest CompileDirect(DirectCompiler compiler) => new AllDirectTest([.. conditions.Select(condition => condition.CompileDirect(compiler))]);

    internal override bool Holds(RecordContent left, RecordContent right, DirectScope scope) => conditions.All(condition => condition.Holds(left, right, scope));

    private sealed class Test(PairTest[] tests) : PairTest
    {
        private readonly PairTest[] _tests = tests;

        public override StandardizedColumn? Column { get; } = Common(tests);

        public override int Cost { get; } = tests.Sum(static test => test.Cost);

        public override bool Holds(int left, int right)
        {
            foreach (PairTest test in _tests)
            {
                if (!test.Holds(left, right))
                {
                    return false;
                }
            }

            return true;
        }

        public override bool Fits(int leftValue, int rightValue)
        {
            foreach (PairTest test in _tests)
            {
                if (!test.Fits(leftValue, rightValue))
                {
                    return false;
                }
            }

            return true;
        }

        public override int Partition(ReadOnlySpan<int> left, ReadOnlySpan<int> right, Span<int> pairs)
        {
            int fits = pairs.Length;
            foreach (PairTest test in _tests)
            {
                fits = test.Partition(left, right, pairs[..fits]);
            }

            return fits;
        }

        public override void Share(List<SimilarityCell> cells)
        {
            foreach (PairTest test in _tests)
            {
                test.Share(cells);
            }
        }
    }
}
