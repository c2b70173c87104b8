namespace CustomerInsight.Matching;

internal sealed class SimilarCondition(string attribute, ValuePart part, IComparator comparator, double atLeast) : LevelCondition
{
    public const string Kind = "similar";

    public override IEnumerable<string> Attributes => [attribute];

    internal override ConditionSpec Spec => new(Kind) { Attributes = [attribute], Part = ConditionSpec.NameOf(part), Comparator = comparator.Name, Numbers = [atLeast] };

    internal override PairTest Compile(PairTestCompiler compiler)
    {
        PartColumn column = compiler.Part(attribute, part);
        return comparator switch
        {
            TermComparator terms => new TermTest(column, compiler.Once((attribute, part, terms.TermKind), () => column.Texts.Select(text => terms.Terms(BestPairTest.Beginning(text))).ToArray()), terms, atLeast),
            JaroWinklerComparator => new JaroWinklerTest(column, compiler.Sketches(attribute, part), comparator, atLeast),
            _ => new Test(column, comparator, atLeast),
        };
    }

    private class Test(PartColumn column, IComparator comparator, double atLeast) : BestPairTest(column)
    {
        private readonly PartColumn _column = column;
        private SimilarityCell _cell = SimilarityCell.Find([], column, comparator, atLeast);

        protected double AtLeast { get; } = atLeast;

        public sealed override void Share(List<SimilarityCell> cells) => _cell = SimilarityCell.Find(cells, _column, comparator, AtLeast);

        protected override bool Near(int leftPart, int rightPart) => _cell.Of(leftPart, rightPart, Text(leftPart), Text(rightPart)) >= AtLeast;
    }

    /// <summary>A test that first asks whether the two can be alike at all by the units that they have.</summary>
    private sealed class JaroWinklerTest(PartColumn column, TextSketch[] sketches, IComparator comparator, double atLeast) : Test(column, comparator, atLeast)
    {
        protected override bool Near(int leftPart, int rightPart)
        {
            ref readonly TextSketch left = ref sketches[leftPart];
            ref readonly TextSketch right = ref sketches[rightPart];
            return JaroWinkler.Most(left.MostMatches(right), left.CommonPrefix(right), left.Length, right.Length) >= AtLeast && base.Near(leftPart, rightPart);
        }
    }

    private sealed class TermTest(PartColumn column, ulong[][] termsOf, TermComparator comparator, double atLeast) : BestPairTest(column)
    {
        protected override bool Near(int leftPart, int rightPart) =>
            comparator.Similarity(termsOf[leftPart].AsSpan(), termsOf[rightPart].AsSpan(), atLeast) >= atLeast;
    }
}
