namespace CustomerInsight.Matching;

/// <summary>The similarity of two parts that one test of a ladder has computed, so that the next one with another threshold need not.</summary>
/// <threadsafety>Not safe: one worker each.</threadsafety>
internal sealed class SimilarityCell(PartColumn column, IComparator comparator)
{
    private int _left = -1;
    private int _right = -1;
    private double _similarity;

    /// <summary>The lowest threshold that any test of the ladder has.</summary>
    public double AtLeast { get; private set; } = 1;

    public bool IsFor(PartColumn other, IComparator by) => ReferenceEquals(column, other) && ReferenceEquals(comparator, by);

    public void Lower(double atLeast) => AtLeast = Math.Min(AtLeast, atLeast);

    /// <summary>The similarity of two parts where it is at least <see cref="AtLeast"/>; else anything below.</summary>
    public double Of(int left, int right, ReadOnlySpan<char> leftText, ReadOnlySpan<char> rightText)
    {
        if (left != _left || right != _right)
        {
            _similarity = comparator.Similarity(leftText, rightText, AtLeast);
            (_left, _right) = (left, right);
        }

        return _similarity;
    }

    /// <summary>The ladder's cell for a comparator over a column, made where there is none.</summary>
    public static SimilarityCell Find(List<SimilarityCell> cells, PartColumn column, IComparator comparator, double atLeast)
    {
        SimilarityCell? cell = cells.Find(found => found.IsFor(column, comparator));
        if (cell is null)
        {
            cells.Add(cell = new SimilarityCell(column, comparator));
        }

        cell.Lower(atLeast);
        return cell;
    }
}
