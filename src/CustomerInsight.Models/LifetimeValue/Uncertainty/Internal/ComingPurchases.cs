namespace CustomerInsight.Models;

/// <summary>The distribution of a customer's purchases to come, as the mean of what several models say of it; those above the most that are told apart count as so many.</summary>
internal sealed class ComingPurchases
{
    // For a host's model, whose time for a large number is not known.
    private const int MostAsked = 10_000;
    private const int FirstBlock = 16;

    // What the sum of all probabilities may lack by rounding.
    private const double Rounding = 1e-9;

    private readonly IReadOnlyList<IPurchaseModel> _models;
    private readonly RepeatPattern _pattern;
    private readonly Duration _ahead;
    private readonly int _most;
    private readonly bool _startsOver;
    private double[] _upTo = [];

    public ComingPurchases(IReadOnlyList<IPurchaseModel> models, RepeatPattern pattern, Duration ahead)
    {
        pattern.ThrowIfInvalid(nameof(pattern));
        _ = ahead.CheckedDays(nameof(ahead));
        (_models, _pattern, _ahead) = (models, pattern, ahead);
        _most = models.Min(static model => (model as IPurchaseDistribution)?.MostPurchases ?? MostAsked);
        _startsOver = models.Any(static model => model is IPurchaseDistribution { StartsOver: true });
    }

    /// <summary>How probable so many or fewer are; 0 below 0.</summary>
    public double UpTo(int purchases)
    {
        while (_upTo.Length <= purchases && (_upTo.Length == 0 || _upTo[^1] < 1))
        {
            Extend();
        }

        return purchases < 0 ? 0 : purchases < _upTo.Length ? _upTo[purchases] : 1;
    }

    /// <summary>The least number that so many or fewer have at least this probability.</summary>
    public int Quantile(double probability)
    {
        int purchases = 0;
        while (UpTo(purchases) < probability)
        {
            purchases++;
        }

        return purchases;
    }

    /// <summary>How probable each number is under one of the models, from 0 until so little is left.</summary>
    public static double[] Of(IPurchaseModel model, RepeatPattern pattern, Duration ahead, double left)
    {
        var alone = new ComingPurchases([model], pattern, ahead);
        int last = alone.Quantile(1 - left);
        return [.. Enumerable.Range(0, last + 1).Select(n => alone.UpTo(n) - alone.UpTo(n - 1))];
    }

    // Twice as many numbers as before where models go through all smaller numbers, so that they do so a few times only; else a quarter more, since what is asked for beyond the end is lost.
    private void Extend()
    {
        int known = _upTo.Length;
        int length = Math.Min(Math.Max(known + FirstBlock, known + (_startsOver ? known : known / 4)), _most + 1);
        double before = UpTo(known - 1);
        double[] probabilities = new double[length];
        double[] sums = new double[length];
        foreach (IPurchaseModel model in _models)
        {
            Write(model, known, probabilities);
            for (int n = known; n < length; n++)
            {
                sums[n] += probabilities[n];
            }
        }

        Array.Resize(ref _upTo, length);
        double sum = before;
        for (int n = known; n < length; n++)
        {
            sum = Math.Min(1, sum + (sums[n] / _models.Count));
            _upTo[n] = sum;
        }

        // All numbers above the most count as it; and where nothing comes any more, what is missing is rounding.
        if (length > _most || (sum == before && sum > 1 - Rounding))
        {
            _upTo[^1] = 1;
        }
    }

    private void Write(IPurchaseModel model, int first, Span<double> probabilities)
    {
        if (model is IPurchaseDistribution distribution)
        {
            distribution.WriteProbabilities(_pattern, _ahead, first, probabilities);
            return;
        }

        for (int n = first; n < probabilities.Length; n++)
        {
            probabilities[n] = model.ProbabilityOf(_pattern, n, _ahead);
        }
    }
}
