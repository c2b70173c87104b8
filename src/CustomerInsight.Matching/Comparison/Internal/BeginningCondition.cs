namespace CustomerInsight.Matching;

/// <summary>One value is the beginning of the other.</summary>
internal sealed class BeginningCondition(string attribute, int least, ValuePart part) : LevelCondition
{
    public const string Kind = "beginning";

    public override IEnumerable<string> Attributes => [attribute];

    internal override ConditionSpec Spec => new(Kind) { Attributes = [attribute], Part = ConditionSpec.NameOf(part), Numbers = [least] };

    internal override PairTest Compile(PairTestCompiler compiler) => new Test(compiler.Part(attribute, part), least);

    private sealed class Test(PartColumn column, int least) : PairTest
    {
        private readonly PartColumn _column = column;

        public override bool Holds(int left, int right)
        {
            foreach (int l in _column.Values(left))
            {
                foreach (int r in _column.Values(right))
                {
                    if (_column.Part(l) is >= 0 and int one && _column.Part(r) is >= 0 and int other && IsBeginning(_column.Text(one), _column.Text(other)))
                    {
                        return true;
                    }
                }
            }

            return false;
        }

        private bool IsBeginning(string left, string right)
        {
            int shorter = Math.Min(left.Length, right.Length);
            return shorter >= least && left.AsSpan(0, shorter).SequenceEqual(right.AsSpan(0, shorter));
        }
    }
}
