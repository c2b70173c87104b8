namespace CustomerInsight.Matching;

internal sealed class MissingCondition(string attribute, ValuePart part) : LevelCondition
{
    public const string Kind = "missing";

    public override IEnumerable<string> Attributes => [attribute];

    internal override ConditionSpec Spec => new(Kind) { Attributes = [attribute], Part = ConditionSpec.NameOf(part) };

    internal override PairTest Compile(PairTestCompiler compiler) => new Test(compiler.Part(attribute, part));

    internal override DirectTest CompileDirect(DirectCompiler compiler) => new MissingDirectTest(compiler.Part(attribute, part));

    internal override bool Holds(RecordContent left, RecordContent right, DirectScope scope) => !scope.Parts(left, attribute, part).Any() || !scope.Parts(right, attribute, part).Any();

    private sealed class Test(PartColumn column) : PairTest
    {
        public override StandardizedColumn Column => column.Column;

        public override bool Holds(int left, int right) => IsMissing(left) || IsMissing(right);

        public override bool Fits(int leftValue, int rightValue) => column.Part(leftValue) < 0 || column.Part(rightValue) < 0;

        private bool IsMissing(int record)
        {
            foreach (int value in column.Values(record))
            {
                if (column.Part(value) >= 0)
                {
                    return false;
                }
            }

            return true;
        }
    }
}
