namespace CustomerInsight.Models;

/// <summary>The pairs of rows that compare, counted from each of their two sides.</summary>
/// <remarks>
/// Rows are walked by time twice: from the last, each event meets those who are still at risk; from the first, each row meets the events while it was. A row's own share of the pairs
/// is what the index would change by if it counted more, which gives the standard error.
/// </remarks>
internal sealed class ConcordanceSums
{
    private readonly SurvivalTimes _times;
    private readonly double[]? _factors;
    private readonly int[]? _clusters;
    private readonly int[] _order;
    private readonly int[] _ranks;
    private readonly int[] _entering;
    private readonly int _places;
    private readonly double[] _ordered;
    private readonly double[] _compared;
    private double _concordant;
    private double _discordant;
    private double _tiedRisks;
    private double _tiedTimes;

    private ConcordanceSums(SurvivalTimes times, ReadOnlySpan<double> risk, double[]? factors, int[]? clusters)
    {
        (_times, _factors, _clusters) = (times, factors, clusters);
        _ordered = new double[times.Count];
        _compared = new double[times.Count];
        (_ranks, _places) = RankOrder.Ranks(risk);
        _order = RankOrder.ByTimeThenRisk(times, _ranks);
        _entering = RankOrder.ByEntry(times, _order);
    }

    /// <param name="times">The times.</param>
    /// <param name="risk">The risks, all numbers.</param>
    /// <param name="factors">How much the pairs of each event count beside the weights of rows; null for once.</param>
    /// <param name="clusters">The cluster of each row; null where each is one.</param>
    public static ConcordanceSums Of(SurvivalTimes times, ReadOnlySpan<double> risk, double[]? factors, int[]? clusters = null)
    {
        var sums = new ConcordanceSums(times, risk, factors, clusters);
        sums.FromTheLast();
        sums.FromTheFirst();
        return sums;
    }

    public ConcordanceEstimate Estimate() => Estimate([this]);

    public static ConcordanceEstimate Estimate(IReadOnlyList<ConcordanceSums> parts)
    {
        double concordant = parts.Sum(static part => part._concordant);
        double discordant = parts.Sum(static part => part._discordant);
        double tied = parts.Sum(static part => part._tiedRisks);
        double compared = concordant + discordant + tied;
        double value = (concordant + (tied / 2)) / compared;
        double variance = 0;
        var clusters = new Dictionary<int, double>();
        foreach (ConcordanceSums part in parts)
        {
            foreach (int row in part._order)
            {
                double change = part.Weight(row) * (part._ordered[row] - (value * part._compared[row])) / compared;
                if (part._clusters is null)
                {
                    variance += change * change;
                }
                else
                {
                    clusters[part._clusters[row]] = clusters.GetValueOrDefault(part._clusters[row]) + change;
                }
            }
        }

        // In an order that neither the order of rows nor the numbers of clusters change.
        variance += clusters.Values.Order().Sum(static change => change * change);
        return new ConcordanceEstimate(value, compared > 0 ? Math.Sqrt(variance) : double.NaN, concordant, discordant, tied, parts.Sum(static part => part._tiedTimes));
    }

    private double Weight(int row) => _times.WeightArray is { } weights ? weights[row] : 1;

    private bool IsEvent(int row) => _times.EndArray[row] != SurvivalTimes.Censored;

    // Events stand before those who are censored at the same time, so each run of one time has its events first.
    private int EndOfEvents(int from, int to)
    {
        while (from < to && IsEvent(_order[from]))
        {
            from++;
        }

        return from;
    }

    private void FromTheLast()
    {
        var atRisk = new PrefixSums(_places);
        int entering = _entering.Length - 1;
        for (int to = _order.Length, from; to > 0; to = from)
        {
            double time = _times.ExitArray[_order[to - 1]];
            for (from = to - 1; from > 0 && _times.ExitArray[_order[from - 1]] == time; from--)
            {
            }

            int censored = EndOfEvents(from, to);
            for (int i = censored; i < to; i++)
            {
                atRisk.Add(_ranks[_order[i]], Weight(_order[i]));
            }

            for (; entering >= 0 && _times.EntryArray![_entering[entering]] >= time; entering--)
            {
                atRisk.Add(_ranks[_entering[entering]], -Weight(_entering[entering]));
            }

            // Weights that came and went leave roundings behind, which are no pairs.
            bool anyone = _order.Length - censored > _entering.Length - 1 - entering;

            double sum = 0;
            double squares = 0;
            for (int i = from; i < censored; i++)
            {
                int row = _order[i];
                double weight = Weight(row);
                (sum, squares) = (sum + weight, squares + (weight * weight));
                double factor = !anyone ? 0 : _factors is null ? 1 : _factors[row];
                double below = factor * atRisk.Before(_ranks[row]);
                double equal = factor * atRisk.At(_ranks[row]);
                double all = factor * atRisk.Total;
                _ordered[row] += below + (equal / 2);
                _compared[row] += all;
                _concordant += weight * below;
                _tiedRisks += weight * equal;
                _discordant += weight * (all - below - equal);
            }

            _tiedTimes += ((sum * sum) - squares) / 2;
            for (int i = from; i < censored; i++)
            {
                atRisk.Add(_ranks[_order[i]], Weight(_order[i]));
            }
        }
    }

    private void FromTheFirst()
    {
        var events = new PrefixSums(_places);
        int entering = 0;
        for (int from = 0, to; from < _order.Length; from = to)
        {
            double time = _times.ExitArray[_order[from]];
            for (to = from + 1; to < _order.Length && _times.ExitArray[_order[to]] == time; to++)
            {
            }

            // Events up to a row's entry were before its time: they are taken off what it will have met at its exit.
            for (; entering < _entering.Length && _times.EntryArray![_entering[entering]] < time; entering++)
            {
                Meet(events, _entering[entering], -1);
            }

            int censored = EndOfEvents(from, to);
            for (int i = from; i < censored; i++)
            {
                Meet(events, _order[i], 1);
            }

            for (int i = from; i < censored; i++)
            {
                int row = _order[i];
                events.Add(_ranks[row], Weight(row) * (_factors is null ? 1 : _factors[row]));
            }

            for (int i = censored; i < to; i++)
            {
                Meet(events, _order[i], 1);
            }
        }
    }

    private void Meet(PrefixSums events, int row, int sign)
    {
        double equal = events.At(_ranks[row]);
        _ordered[row] += sign * (events.Total - events.Before(_ranks[row]) - (equal / 2));
        _compared[row] += sign * events.Total;
    }
}
