namespace CustomerInsight.Matching;

internal sealed class SimilarCondition(string attribute, ValuePart part, IComparator comparator, double atLeast) : LevelCondition
{
    public const string Kind = "similar";

    public override IEnumerable<string> Attributes => [attribute];

    internal override ConditionSpec Spec => new(Kind) { Attributes = [attribute], Part = ConditionSpec.NameOf(part), Comparator = comparator.Name, Numbers = [atLeast] };

    internal override PairTest Compile(PairTestCompiler compiler)
    {
        PartColumn column = compiler.Part(attribute, part);
        return comparator is TermComparator terms
            ? new TermTest(column, compiler.Once((attribute, part, terms.TermKind), () => column.Texts.Select(text => terms.Terms(BestPairTest.Beginning(text))).ToArray()), terms, atLeast)
            : new Test(column, comparator, atLeast);
    }

    private sealed class Test(PartColumn column, IComparator comparator, double atLeast) : BestPairTest(column)
    {
        protected override bool Near(int leftPart, int rightPart) =>
            comparator.Similarity(Text(leftPart), Text(rightPart), atLeast) >= atLeast;
    }

    private sealed class TermTest(PartColumn column, ulong[][] termsOf, TermComparator comparator, double atLeast) : BestPairTest(column)
    {
        protected override bool Near(int leftPart, int rightPart) =>
            comparator.Similarity(termsOf[leftPart].AsSpan(), termsOf[rightPart].AsSpan(), atLeast) >= atLeast;
    }
}
