namespace CustomerInsight.Matching;

internal sealed class EditsCondition(string attribute, ValuePart part, int edits) : LevelCondition
{
    public override IEnumerable<string> Attributes => [attribute];

    internal override PairTest Compile(PairTestCompiler compiler) => new Test(compiler.Part(attribute, part), edits);

    private sealed class Test(PartColumn column, int edits) : BestPairTest(column)
    {
        protected override bool Near(int leftPart, int rightPart) =>
            EditDistance.Osa(Text(leftPart), Text(rightPart), edits) <= edits;
    }
}
