namespace CustomerInsight.Matching;

internal sealed class AnyCondition(IReadOnlyList<LevelCondition> conditions) : LevelCondition
{
    public const string Kind = "any";

    public override IEnumerable<string> Attributes => conditions.SelectMany(static condition => condition.Attributes).Distinct();

    internal override ConditionSpec Spec => new(Kind) { Of = [.. conditions.Select(static condition => condition.Spec)] };

    internal override PairTest Compile(PairTestCompiler compiler) => new Test([.. conditions.Select(condition => condition.Compile(compiler))]);

    private sealed class Test(PairTest[] tests) : PairTest
    {
        public override bool Holds(int left, int right)
        {
            foreach (PairTest test in tests)
            {
                if (test.Holds(left, right))
                {
                    return true;
                }
            }

            return false;
        }
    }
}
