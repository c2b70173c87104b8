namespace CustomerInsight.Matching;

internal sealed class SimilarCondition(string attribute, ValuePart part, IComparator comparator, double atLeast) : LevelCondition
{
    public override IEnumerable<string> Attributes => [attribute];

    internal override PairTest Compile(PairTestCompiler compiler) => new Test(compiler.Part(attribute, part), comparator, atLeast);

    private sealed class Test(PartColumn column, IComparator comparator, double atLeast) : BestPairTest(column)
    {
        protected override bool Near(int leftPart, int rightPart) =>
            comparator.Similarity(Text(leftPart), Text(rightPart), atLeast) >= atLeast;
    }
}
