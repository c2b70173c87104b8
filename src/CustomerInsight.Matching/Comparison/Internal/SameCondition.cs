namespace CustomerInsight.Matching;

internal sealed class SameCondition(string attribute, ValuePart part) : LevelCondition
{
    public const string Kind = "same";

    public string Attribute => attribute;

    public bool IsWhole => ReferenceEquals(part, ValuePart.Whole);

    public override IEnumerable<string> Attributes => [attribute];

    internal override ConditionSpec Spec => new(Kind) { Attributes = [attribute], Part = ConditionSpec.NameOf(part) };

    internal override PairTest Compile(PairTestCompiler compiler) => new Test(compiler.Part(attribute, part));

    private sealed class Test(PartColumn column) : ValueTest(column.Column)
    {
        private readonly PartColumn _column = column;

        public override bool Fits(int leftValue, int rightValue) => _column.Part(leftValue) is >= 0 and int part && part == _column.Part(rightValue);
    }
}
