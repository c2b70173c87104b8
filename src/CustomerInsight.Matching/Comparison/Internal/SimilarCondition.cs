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

    internal override DirectTest CompileDirect(DirectCompiler compiler)
    {
        PartFeature parts = compiler.Part(attribute, part);
        if (comparator is TermComparator terms)
        {
            return new MadeDirectTest<ulong[]>(parts, compiler.Made(terms.TermKind, attribute, part, text => terms.Terms(text.Beginning)), same: true, (one, other) => terms.Similarity(one.AsSpan(), other.AsSpan(), atLeast) >= atLeast);
        }

        SimilarityMemo memo = compiler.Once((nameof(SimilarityMemo), attribute, part, comparator), () => new SimilarityMemo(compiler.Pair, comparator, comparator is JaroWinklerComparator ? compiler.Sketches(attribute, part) : null));
        memo.Include(atLeast);
        return new SimilarDirectTest(parts, memo, atLeast);
    }

    internal override bool Holds(RecordContent left, RecordContent right, DirectScope scope) => scope.AnyParts(left, right, attribute, part, (one, other) =>
        one == other || comparator.Similarity(BestPairTest.Beginning(one), BestPairTest.Beginning(other), atLeast) >= atLeast);

    private class Test(PartColumn column, IComparator comparator, double atLeast, TextSketch[]? sketches = null, JaroWinklerBound? bound = null) : BestPairTest(column)
    {
        public override int Cost => 6;

        protected PartColumn Parts { get; } = column;

        protected TextSketch[]? Sketches { get; } = sketches;

        protected SimilarityCell Cell { get; private set; } = SimilarityCell.Find([], column, comparator, atLeast, sketches, bound);

        public sealed override void Share(List<SimilarityCell> cells) => Cell = SimilarityCell.Find(cells, Parts, comparator, atLeast, Sketches, bound);

        public sealed override int Partition(ReadOnlySpan<int> left, ReadOnlySpan<int> right, Span<int> pairs)
        {
            pairs = pairs[..MayBeNear(left, right, pairs)];
            Cell.Fill(left, right, pairs);
            int fits = 0;
            for (int i = 0; i < pairs.Length; i++)
            {
                int pair = pairs[i];
                pairs[i] = pairs[fits];
                pairs[fits] = pair;
                fits += Cell.Similarity(pair) >= atLeast ? 1 : 0;
            }

            return fits;
        }

        /// <summary>Puts those pairs first that are worth a full comparison; gives how many.</summary>
        protected virtual int MayBeNear(ReadOnlySpan<int> left, ReadOnlySpan<int> right, Span<int> pairs) => pairs.Length;

        protected override bool Near(int leftPart, int rightPart) => Cell.Of(leftPart, rightPart) >= atLeast;
    }

    /// <summary>A test that first asks whether the two can be alike at all by the units that they have: once for all thresholds of the ladder, then for its own.</summary>
    private sealed class JaroWinklerTest(PartColumn column, TextSketch[] sketches, JaroWinklerBound bound, IComparator comparator, double atLeast) : Test(column, comparator, atLeast, sketches, bound)
    {
        private readonly JaroWinklerBound _bound = bound;

        protected override int MayBeNear(ReadOnlySpan<int> left, ReadOnlySpan<int> right, Span<int> pairs)
        {
            JaroWinklerBound lowest = Cell.Bound!;
            int near = 0;
            for (int i = 0; i < pairs.Length; i++)
            {
                int pair = pairs[i];
                pairs[i] = pairs[near];
                pairs[near] = pair;
                near += Cell.IsKnown(pair) || MayBeNear(pair, Parts.Part(left[pair]), Parts.Part(right[pair]), lowest) ? 1 : 0;
            }

            return near;
        }

        protected override bool Near(int leftPart, int rightPart) => _bound.MayReach(Sketches![leftPart], Sketches[rightPart]) && base.Near(leftPart, rightPart);

        private bool MayBeNear(int pair, int left, int right, JaroWinklerBound lowest)
        {
            if (left == right && left >= 0)
            {
                return true;
            }

            if (left < 0 || right < 0 || !lowest.MayReach(Sketches![left], Sketches[right]))
            {
                Cell.SetBelow(pair);
                return false;
            }

            return _bound.AtLeast == lowest.AtLeast || _bound.MayReach(Sketches[left], Sketches[right]);
        }
    }

    private sealed class TermTest(PartColumn column, ulong[][] termsOf, TermComparator comparator, double atLeast) : BestPairTest(column)
    {
        protected override bool Near(int leftPart, int rightPart) =>
            comparator.Similarity(termsOf[leftPart].AsSpan(), termsOf[rightPart].AsSpan(), atLeast) >= atLeast;
    }
}
