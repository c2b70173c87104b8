namespace CustomerInsight.Matching;

/// <summary>The similarity of the two parts compared last, so that tests of one ladder with other thresholds need not compute it again.</summary>
/// <param name="pair">The two contents.</param>
/// <param name="comparator">What says how alike.</param>
/// <param name="sketches">The sketches of the parts, for Jaro–Winkler; else null.</param>
/// <threadsafety>Not safe: one thread each.</threadsafety>
internal sealed class SimilarityMemo(DirectPair pair, IComparator comparator, DirectFeature<TextSketch>? sketches)
{
    private double _atLeast = 1;
    private JaroWinklerBound? _bound;
    private (long Left, long Right, int L, int R) _last = (-1, -1, 0, 0);
    private double _similarity;

    /// <summary>Takes a threshold into account: what is below all of them is not told apart.</summary>
    public void Include(double atLeast)
    {
        if (_bound is null || atLeast < _atLeast)
        {
            _atLeast = Math.Min(atLeast, _atLeast);
            _bound = new JaroWinklerBound(_atLeast);
        }
    }

    /// <summary>The similarity where it is at least the lowest threshold; else anything below.</summary>
    public double Similarity(int l, in TextPart left, int r, in TextPart right)
    {
        (long, long, int, int) now = (pair.LeftTurn, pair.RightTurn, l, r);
        if (now != _last)
        {
            _last = now;
            _similarity = Compute(l, left, r, right);
        }

        return _similarity;
    }

    private double Compute(int l, in TextPart left, int r, in TextPart right)
    {
        if (sketches is not null)
        {
            ref readonly TextSketch one = ref sketches.Left[l];
            ref readonly TextSketch other = ref sketches.Right[r];
            if (!_bound!.MayReach(one, other))
            {
                return double.NegativeInfinity;
            }

            if (one.IsWhole && other.IsWhole)
            {
                return JaroWinkler.Compare(one, other, _atLeast);
            }
        }

        return comparator.Similarity(left.Beginning, right.Beginning, _atLeast);
    }
}
