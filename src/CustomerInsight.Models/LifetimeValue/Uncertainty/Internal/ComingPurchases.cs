namespace CustomerInsight.Models;

/// <summary>The distribution of a customer's purchases to come, as the mean of what several models say of it.</summary>
internal sealed class ComingPurchases
{
    // More would take minutes a customer, and no customer is forecast so.
    private const int Most = 10_000;

    private readonly IReadOnlyList<IPurchaseModel> _models;
    private readonly RepeatPattern _pattern;
    private readonly Duration _ahead;
    private readonly List<double> _upTo = [];

    public ComingPurchases(IReadOnlyList<IPurchaseModel> models, RepeatPattern pattern, Duration ahead)
    {
        (_models, _pattern, _ahead) = (models, pattern, ahead);
        foreach (IPurchaseModel model in models)
        {
            if (model.ExpectedPurchases(pattern, ahead) > Most)
            {
                throw TooMany();
            }
        }
    }

    /// <summary>How probable so many or fewer are; 0 below 0.</summary>
    public double UpTo(int purchases)
    {
        while (_upTo.Count <= purchases)
        {
            Extend();
        }

        return purchases < 0 ? 0 : _upTo[purchases];
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

    private void Extend()
    {
        int purchases = _upTo.Count;
        if (purchases > Most)
        {
            throw TooMany();
        }

        double sum = 0;
        foreach (IPurchaseModel model in _models)
        {
            sum += model.ProbabilityOf(_pattern, purchases, _ahead);
        }

        _upTo.Add(Math.Min(1, UpTo(purchases - 1) + (sum / _models.Count)));
    }

    private InvalidOperationException TooMany() =>
        new(FormattableString.Invariant($"A customer may buy {Most} times or more within {_ahead}, too often for an interval. Ask about a shorter time."));
}
