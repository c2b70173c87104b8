namespace CustomerInsight.Models;

/// <summary>What customers are expected to spend, on a purchase day and in the whole holdout.</summary>
internal sealed class SpendForecasts
{
    private readonly PurchaseHoldout _holdout;
    private readonly double[] _revenue;
    private readonly double[] _byModel;
    private readonly double[] _ownMean;

    public SpendForecasts(PurchaseHoldout holdout, GammaGammaModel model)
    {
        _holdout = holdout;
        _revenue = Array.ConvertAll(holdout.Revenue!, static amount => (double)amount);
        SpendPattern[] spend = holdout.Calibration!.ToSpend();
        _byModel = Array.ConvertAll(spend, pattern => model.ExpectedSpend(pattern.Learnt.Purchases, pattern.Learnt.MeanSpend));
        double sum = 0;
        long purchases = 0;
        foreach (SpendPattern pattern in spend)
        {
            sum += pattern.Purchases * pattern.MeanSpend;
            purchases += pattern.Purchases;
        }

        double mean = purchases > 0 ? sum / purchases : 0;
        _ownMean = Array.ConvertAll(spend, pattern => pattern.IsUsable ? pattern.MeanSpend : mean);
    }

    public ValueList<ForecastScore> Values(CountForecasts forecasts) => ValueList.From(forecasts.Expected.Select((purchases, i) =>
    {
        bool isBaseline = i >= forecasts.Models;
        double[] each = isBaseline ? _ownMean : _byModel;
        double[] value = new double[each.Length];
        for (int customer = 0; customer < value.Length; customer++)
        {
            value[customer] = purchases[customer] * each[customer];
        }

        return Scoring.Of(forecasts.Names[i], isBaseline, value, _revenue);
    }));

    public SpendScore? OnPurchaseDays()
    {
        var expected = new List<double>();
        var actual = new List<double>();
        for (int i = 0; i < _revenue.Length; i++)
        {
            int days = _holdout.PurchaseArray[i];
            if (days > 0 && _revenue[i] > 0)
            {
                expected.Add(_byModel[i]);
                actual.Add(_revenue[i] / days);
            }
        }

        if (actual.Count == 0)
        {
            return null;
        }

        ForecastScore score = Scoring.Of(string.Empty, isBaseline: false, expected.ToArray(), actual.ToArray());
        return new SpendScore(actual.Count, score.Actual / actual.Count, score.Expected / actual.Count, score.MeanAbsoluteError, score.Correlation);
    }
}
