namespace CustomerInsight.Matching;

internal sealed class CrossedCondition(string first, string second) : LevelCondition
{
    public const string Kind = "crossed";

    public override IEnumerable<string> Attributes => [first, second];

    internal override ConditionSpec Spec => new(Kind) { Attributes = [first, second] };

    internal override PairTest Compile(PairTestCompiler compiler)
    {
        StandardizedColumn one = compiler.Column(first);
        StandardizedColumn other = compiler.Column(second);
        int[] crossing = compiler.Crossing(first, second);
        return new Test(one, other, crossing, compiler.Once((Kind, first, second), () => CrossedValues.Of(one, other, crossing, compiler.Records)));
    }

    internal override DirectTest CompileDirect(DirectCompiler compiler) => new CrossedDirectTest(compiler.Whole(first), compiler.Whole(second));

    internal override bool Holds(RecordContent left, RecordContent right, DirectScope scope)
    {
        bool one = scope.Values(left, first).Intersect(scope.Values(right, second), StringComparer.Ordinal).Any();
        bool other = scope.Values(right, first).Intersect(scope.Values(left, second), StringComparer.Ordinal).Any();
        return (one && (other || scope.Values(left, second).IsNone || scope.Values(right, first).IsNone))
            || (other && (scope.Values(left, first).IsNone || scope.Values(right, second).IsNone));
    }

    private sealed class Test(StandardizedColumn first, StandardizedColumn second, int[] crossing, CrossedValues[] values) : PairTest
    {
        public override bool Holds(int left, int right)
        {
            CrossedValues l = values[left];
            CrossedValues r = values[right];
            return CrossedValues.AreSingle(l, r)
                ? CrossedValues.Cross(l, r)
                : CrossSeveral(left, right);
        }

        private bool CrossSeveral(int left, int right)
        {
            bool one = Meets(left, right);
            bool other = Meets(right, left);
            return (one && (other || second.Ids(left).IsEmpty || first.Ids(right).IsEmpty))
                || (other && (first.Ids(left).IsEmpty || second.Ids(right).IsEmpty));
        }

        /// <summary>Whether one record's first attribute has a value that the other's second has.</summary>
        private bool Meets(int one, int other)
        {
            foreach (int value in first.Ids(one))
            {
                if (crossing[value] >= 0 && second.Ids(other).Contains(crossing[value]))
                {
                    return true;
                }
            }

            return false;
        }
    }
}
