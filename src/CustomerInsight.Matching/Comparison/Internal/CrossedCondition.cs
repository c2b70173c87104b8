namespace CustomerInsight.Matching;

internal sealed class CrossedCondition(string first, string second) : LevelCondition
{
    public const string Kind = "crossed";

    public override IEnumerable<string> Attributes => [first, second];

    internal override ConditionSpec Spec => new(Kind) { Attributes = [first, second] };

    internal override PairTest Compile(PairTestCompiler compiler) => new Test(
        compiler.Column(first), compiler.Column(second), compiler.Crossing(first, second), compiler.Crossing(second, first));

    private sealed class Test(StandardizedColumn first, StandardizedColumn second, int[] firstInSecond, int[] secondInFirst) : PairTest
    {
        public override bool Holds(int left, int right)
        {
            bool one = Meets(first.Ids(left), second.Ids(right), firstInSecond);
            bool other = Meets(second.Ids(left), first.Ids(right), secondInFirst);
            bool oneMissing = first.Ids(left).IsEmpty || second.Ids(right).IsEmpty;
            bool otherMissing = second.Ids(left).IsEmpty || first.Ids(right).IsEmpty;
            return (one && (other || otherMissing)) || (other && oneMissing);
        }

        private static bool Meets(ReadOnlySpan<int> left, ReadOnlySpan<int> right, int[] crossing)
        {
            foreach (int value in left)
            {
                if (crossing[value] >= 0 && right.Contains(crossing[value]))
                {
                    return true;
                }
            }

            return false;
        }
    }
}
