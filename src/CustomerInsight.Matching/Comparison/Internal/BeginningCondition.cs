namespace CustomerInsight.Matching;

/// <summary>One value is the beginning of the other.</summary>
internal sealed class BeginningCondition(string attribute, int least, ValuePart part) : LevelCondition
{
    public const string Kind = "beginning";

    public override IEnumerable<string> Attributes => [attribute];

    internal override ConditionSpec Spec => new(Kind) { Attributes = [attribute], Part = ConditionSpec.NameOf(part), Numbers = [least] };

    internal override PairTest Compile(PairTestCompiler compiler) => new Test(compiler.Part(attribute, part), least);

    internal override bool Holds(RecordContent left, RecordContent right, DirectScope scope) =>
        scope.AnyParts(left, right, attribute, part, (one, other) => Math.Min(one.Length, other.Length) >= least && (one.StartsWith(other, StringComparison.Ordinal) || other.StartsWith(one, StringComparison.Ordinal)));

    private sealed class Test(PartColumn column, int least) : ValueTest(column.Column)
    {
        private readonly PartColumn _column = column;

        public override bool Fits(int leftValue, int rightValue) =>
            _column.Part(leftValue) is >= 0 and int left && _column.Part(rightValue) is >= 0 and int right && IsBeginning(_column.Text(left), _column.Text(right));

        private bool IsBeginning(string left, string right)
        {
            int shorter = Math.Min(left.Length, right.Length);
            return shorter >= least && left.AsSpan(0, shorter).SequenceEqual(right.AsSpan(0, shorter));
        }
    }
}
