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
            JaroWinklerComparator => new JaroWinklerTest(column, compiler.Sketches(attribute, part), compiler.Once((nameof(JaroWinklerBound), atLeast), () => new JaroWinklerBound(atLeast)), comparator, atLeast),
            _ => new Test(column, comparator, atLeast),
        };
    }

    private class Test(PartColumn column, IComparator comparator, double atLeast, TextSketch[]? sketches = null) : BestPairTest(column)
    {
        private SimilarityCell _cell = SimilarityCell.Find([], column, comparator, atLeast, sketches);

        protected PartColumn Parts { get; } = column;

        protected TextSketch[]? Sketches { get; } = sketches;

        public override int Cost => 6;

        public sealed override void Share(List<SimilarityCell> cells) => _cell = SimilarityCell.Find(cells, Parts, comparator, atLeast, Sketches);

        public sealed override int Partition(ReadOnlySpan<int> left, ReadOnlySpan<int> right, Span<int> pairs)
        {
            pairs = pairs[..MayBeNear(left, right, pairs)];
            _cell.Fill(left, right, pairs);
            int fits = 0;
            for (int i = 0; i < pairs.Length; i++)
            {
                int pair = pairs[i];
                pairs[i] = pairs[fits];
                pairs[fits] = pair;
                fits += _cell.Similarity(pair) >= atLeast ? 1 : 0;
            }

            return fits;
        }

        /// <summary>Puts those pairs first that are worth a full comparison; gives how many.</summary>
        protected virtual int MayBeNear(ReadOnlySpan<int> left, ReadOnlySpan<int> right, Span<int> pairs) => pairs.Length;

        protected override bool Near(int leftPart, int rightPart) => _cell.Of(leftPart, rightPart) >= atLeast;
    }

    /// <summary>A test that first asks whether the two can be alike at all by the units that they have.</summary>
    private sealed class JaroWinklerTest(PartColumn column, TextSketch[] sketches, JaroWinklerBound bound, IComparator comparator, double atLeast) : Test(column, comparator, atLeast, sketches)
    {
        protected override int MayBeNear(ReadOnlySpan<int> left, ReadOnlySpan<int> right, Span<int> pairs)
        {
            TextSketch[] sketches = Sketches!;
            int near = 0;
            for (int i = 0; i < pairs.Length; i++)
            {
                int pair = pairs[i];
                pairs[i] = pairs[near];
                pairs[near] = pair;
                int l = Parts.Part(left[pair]);
                int r = Parts.Part(right[pair]);
                near += l >= 0 && r >= 0 && (l == r || bound.MayReach(sketches[l], sketches[r])) ? 1 : 0;
            }

            return near;
        }

        protected override bool Near(int leftPart, int rightPart) => bound.MayReach(Sketches![leftPart], Sketches[rightPart]) && base.Near(leftPart, rightPart);
    }

    private sealed class TermTest(PartColumn column, ulong[][] termsOf, TermComparator comparator, double atLeast) : BestPairTest(column)
    {
        protected override bool Near(int leftPart, int rightPart) =>
            comparator.Similarity(termsOf[leftPart].AsSpan(), termsOf[rightPart].AsSpan(), atLeast) >= atLeast;
    }
}
