namespace CustomerInsight.Matching;

/// <summary>The similarities of parts that one test of a ladder has computed, so that the next one with another threshold need not: of the last pair, and of a batch.</summary>
/// <threadsafety>Not safe: one worker each.</threadsafety>
internal sealed class SimilarityCell(PartColumn column, IComparator comparator, TextSketch[]? sketches)
{
    private readonly double[] _ofPairs = new double[PairLevels.BatchSize];
    private int _left = -1;
    private int _right = -1;
    private double _similarity;

    /// <summary>The lowest threshold that any test of the ladder has.</summary>
    private double _atLeast = 1;

    /// <summary>The ladder's cell for a comparator over a column, made where there is none. Sketches come with Jaro–Winkler only.</summary>
    public static SimilarityCell Find(List<SimilarityCell> cells, PartColumn column, IComparator comparator, double atLeast, TextSketch[]? sketches = null, JaroWinklerBound? bound = null)
    {
        SimilarityCell? cell = cells.Find(found => ReferenceEquals(found.Column, column) && ReferenceEquals(found.Comparator, comparator));
        if (cell is null)
        {
            cells.Add(cell = new SimilarityCell(column, comparator, sketches));
        }

        cell._atLeast = Math.Min(cell._atLeast, atLeast);
        cell.Bound = bound is not null && (cell.Bound is null || bound.AtLeast < cell.Bound.AtLeast) ? bound : cell.Bound;
        return cell;
    }

    /// <summary>What tells that a pair is below every threshold of the ladder; null where nothing does.</summary>
    public JaroWinklerBound? Bound { get; private set; }

    private PartColumn Column => column;

    private IComparator Comparator => comparator;

    /// <summary>Forgets the pairs of the last batch.</summary>
    public void Clear() => Array.Fill(_ofPairs, double.NaN);

    /// <summary>The similarity of two parts where it is at least the lowest threshold; else anything below.</summary>
    public double Of(int left, int right)
    {
        if (left != _left || right != _right)
        {
            _similarity = Compute(left, right);
            (_left, _right) = (left, right);
        }

        return _similarity;
    }

    /// <summary>Whether a pair of the batch is known, by its similarity or by being below every threshold of the ladder.</summary>
    public bool IsKnown(int pair) => !double.IsNaN(_ofPairs[pair]);

    /// <summary>Remembers of a pair of the batch that it is below every threshold of the ladder.</summary>
    public void SetBelow(int pair) => _ofPairs[pair] = double.NegativeInfinity;

    /// <summary>Computes what is not known of some pairs of a batch.</summary>
    public void Fill(ReadOnlySpan<int> left, ReadOnlySpan<int> right, ReadOnlySpan<int> pairs)
    {
        foreach (int pair in pairs)
        {
            if (double.IsNaN(_ofPairs[pair]))
            {
                int l = column.Part(left[pair]);
                int r = column.Part(right[pair]);
                _ofPairs[pair] = l < 0 || r < 0 ? double.NegativeInfinity : l == r ? 1 : Compute(l, r);
            }
        }
    }

    /// <summary>The similarity of a pair of the batch that <see cref="Fill"/> was told of.</summary>
    public double Similarity(int pair) => _ofPairs[pair];

    private double Compute(int left, int right) => sketches is not null && sketches[left].IsWhole && sketches[right].IsWhole
        ? JaroWinkler.Compare(sketches[left], sketches[right], _atLeast)
        : comparator.Similarity(BestPairTest.Beginning(column.Text(left)), BestPairTest.Beginning(column.Text(right)), _atLeast);
}
