namespace CustomerInsight.Models;

/// <summary>The rules without a model that a model is compared with.</summary>
internal static class ChurnBaselines
{
    /// <summary>Recency, and the purchase model where it is about the same event as the labels.</summary>
    public static ValueList<BaselineScores> Of(ChurnRows rows)
    {
        // Labels that do not say what they are about are taken to be about leaving.
        bool isEvent = rows.Target == LabelTarget.Event;
        var baselines = new List<BaselineScores>();
        if (rows.NumbersOf(PurchaseFeatures.RecencyDays) is { } recency)
        {
            // Who never bought is away for longer than everybody else.
            baselines.Add(BaselineScores.OfFeature("recency", Array.ConvertAll(recency, static days => double.IsNaN(days) ? double.PositiveInfinity : days), higherIsLikelier: !isEvent));
        }

        if (rows.Alive is { } alive && rows.EventTypes is [ActivityTypes.Purchase] && rows.NumbersOf(AliveFeatures.SilenceLogOdds) is { } silence && !silence.Contains(double.NaN))
        {
            double[] scores = isEvent ? Array.ConvertAll(silence, static logOdds => -logOdds) : silence;

            // The chance is that from the cut-off on; with a gap the window is another one, so that it ranks only.
            baselines.Add(new BaselineScores(alive.Purchases.Name, ValueList.Create<double>(scores), rows.Gap.Length > 0 ? [] : ValueList.From(scores.Select(ClassificationModelExtensions.Logistic))));
        }

        return ValueList.From(baselines);
    }
}
