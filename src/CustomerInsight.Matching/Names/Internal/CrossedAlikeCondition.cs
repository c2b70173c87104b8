namespace CustomerInsight.Matching;

internal sealed class CrossedAlikeCondition(string first, string second, IComparator comparator, double atLeast) : LevelCondition
{
    public const string Kind = "crossed-alike";

    public override IEnumerable<string> Attributes => [first, second];

    internal override ConditionSpec Spec => new(Kind) { Attributes = [first, second], Comparator = comparator.Name, Numbers = [atLeast] };

    internal override PairTest Compile(PairTestCompiler compiler) => new Test(compiler.Column(first), compiler.Column(second), comparator, atLeast);

    internal override bool Holds(RecordContent left, RecordContent right, DirectScope scope)
    {
        return Alike(left, right) && Alike(right, left);

        bool Alike(RecordContent one, RecordContent other) => scope.Values(one, first).Any(value => scope.Values(other, second).Any(otherValue =>
            comparator.Similarity(BestPairTest.Beginning(value), BestPairTest.Beginning(otherValue), atLeast) >= atLeast));
    }

    private sealed class Test(StandardizedColumn first, StandardizedColumn second, IComparator comparator, double atLeast) : PairTest
    {
        public override bool Holds(int left, int right) =>
            Alike(first, left, second, right) && Alike(first, right, second, left);

        private bool Alike(StandardizedColumn one, int record, StandardizedColumn other, int otherRecord)
        {
            foreach (int value in one.Ids(record))
            {
                foreach (int otherValue in other.Ids(otherRecord))
                {
                    if (comparator.Similarity(BestPairTest.Beginning(one.Values[value]), BestPairTest.Beginning(other.Values[otherValue]), atLeast) >= atLeast)
                    {
                        return true;
                    }
                }
            }

            return false;
        }
    }
}
