namespace CustomerInsight.Matching;

/// <summary>Precision and recall of pairs at every threshold. True pairs that were never compared, or were pruned, count as missed.</summary>
/// <remarks>Pairs of one weight come together, so there is a point for each distinct weight and no order among equals matters.</remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed class PrecisionRecallCurve
{
    private readonly double[] _weights;
    private readonly long[] _found;
    private readonly long[] _correct;

    private PrecisionRecallCurve(long truePairs, double[] weights, long[] found, long[] correct)
    {
        TruePairs = truePairs;
        _weights = weights;
        _found = found;
        _correct = correct;
    }

    /// <summary>Gets how many pairs are one entity in truth, those that were never compared included.</summary>
    public long TruePairs { get; }

    /// <summary>Gets how many points there are: one for each distinct weight.</summary>
    public int Count => _weights.Length;

    /// <summary>Gets the points from the highest weight to the lowest, as they are asked for.</summary>
    public IEnumerable<PrecisionRecallPoint> Points => Enumerable.Range(0, Count).Select(Point);

    /// <summary>Gets the point of the highest F1, of several the one of the highest weight; where there is no pair, nothing is found at any weight.</summary>
    public PrecisionRecallPoint Best
    {
        get
        {
            int best = -1;
            for (int i = 0; i < Count; i++)
            {
                // 2·correct/(found + true), compared without division.
                if (best < 0 || (Int128)_correct[i] * (_found[best] + TruePairs) > (Int128)_correct[best] * (_found[i] + TruePairs))
                {
                    best = i;
                }
            }

            return best < 0 ? new PrecisionRecallPoint(double.PositiveInfinity, new PairwiseQuality(TruePairs, 0, 0)) : Point(best);
        }
    }

    /// <summary>Gets the average precision: the area under the curve by steps, Σ (R(k) − R(k−1))·P(k), from 0 to 1; 1 where there is no true pair.</summary>
    public double AveragePrecision
    {
        get
        {
            double sum = 0;
            for (int i = 0; i < Count; i++)
            {
                sum += (_correct[i] - (i == 0 ? 0 : _correct[i - 1])) * ((double)_correct[i] / _found[i]);
            }

            return TruePairs == 0 ? 1 : sum / TruePairs;
        }
    }

    /// <summary>Makes the curve.</summary>
    /// <param name="pairs">The pairs in any order; weights may repeat.</param>
    /// <param name="truePairs">How many true pairs there are in all, found or not.</param>
    /// <returns>The curve. Cost O(n log n).</returns>
    /// <exception cref="ArgumentException">A weight is not a number, a count is negative, or there are more true pairs among the pairs than in all.</exception>
    public static PrecisionRecallCurve Of(IEnumerable<WeighedPairs> pairs, long truePairs)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        WeighedPairs[] sorted = [.. pairs.Where(static pair => pair.Pairs != 0)];
        Array.Sort(sorted, static (left, right) => right.Weight.CompareTo(left.Weight));
        var weights = new List<double>();
        var found = new List<long>();
        var correct = new List<long>();
        (long allFound, long allCorrect) = (0, 0);
        for (int i = 0; i < sorted.Length; i++)
        {
            WeighedPairs pair = sorted[i];
            if (double.IsNaN(pair.Weight) || pair.TruePairs < 0 || pair.Pairs < pair.TruePairs)
            {
                throw new ArgumentException($"Of {pair.Pairs} pairs of weight {pair.Weight}, {pair.TruePairs} are true. A weight is a number, and the true pairs are from 0 to all pairs.", nameof(pairs));
            }

            allFound += pair.Pairs;
            allCorrect += pair.TruePairs;
            if (i == sorted.Length - 1 || sorted[i + 1].Weight != pair.Weight)
            {
                weights.Add(pair.Weight);
                found.Add(allFound);
                correct.Add(allCorrect);
            }
        }

        return allCorrect <= truePairs
            ? new PrecisionRecallCurve(truePairs, [.. weights], [.. found], [.. correct])
            : throw new ArgumentException($"{allCorrect} of the pairs are true, and only {truePairs} are said to be in all. Count those that were not compared too.", nameof(truePairs));
    }

    /// <summary>Gives the quality at a threshold.</summary>
    /// <param name="weight">The weight in bits from which on pairs count as found.</param>
    /// <returns>The counts. Cost O(log n).</returns>
    public PairwiseQuality At(double weight)
    {
        // The weights fall; count those that are at least the threshold.
        (int low, int high) = (0, Count);
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = _weights[middle] >= weight ? (middle + 1, high) : (low, middle);
        }

        return low == 0 ? new PairwiseQuality(TruePairs, 0, 0) : Point(low - 1).Quality;
    }

    /// <summary>Gives the quality at several thresholds, as a table to read.</summary>
    /// <param name="probabilities">The thresholds, each from 0 to 1.</param>
    /// <returns>A row for each, in order.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A threshold is outside [0, 1].</exception>
    public ValueList<PrecisionRecallPoint> Table(params IEnumerable<double> probabilities)
    {
        ArgumentNullException.ThrowIfNull(probabilities);
        return ValueList.From(probabilities.Select(MatchWeight.OfProbability).Select(weight => new PrecisionRecallPoint(weight, At(weight))));
    }

    /// <summary>The pairs themselves, one entry for each distinct weight.</summary>
    internal IEnumerable<WeighedPairs> Weighed()
    {
        (long found, long correct) = (0, 0);
        for (int i = 0; i < Count; i++)
        {
            yield return new WeighedPairs(_weights[i], _found[i] - found, _correct[i] - correct);
            (found, correct) = (_found[i], _correct[i]);
        }
    }

    internal PrecisionRecallPoint Point(int index) => new(_weights[index], new PairwiseQuality(TruePairs, _found[index], _correct[index]));
}
