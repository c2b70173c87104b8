namespace CustomerInsight.Models;

/// <summary>Measures that look at the order of scores alone, from a ranking that is made once for all of them.</summary>
internal static class RankingMeasures
{
    // Of a number of rows: 0.07 × 100 is a little above 7, but means 7.
    private const double Rounding = 1e-14;

    public static double AreaUnderRoc(ScoreRanking ranking)
    {
        double above = 0;
        double won = 0;
        for (int i = 0; i < ranking.Count; i++)
        {
            won += ranking.Negatives[i] * (above + (0.5 * ranking.Positives[i]));
            above += ranking.Positives[i];
        }

        return ranking.HasBoth ? won / (ranking.TotalPositives * ranking.TotalNegatives) : double.NaN;
    }

    public static double AveragePrecision(ScoreRanking ranking)
    {
        double positives = 0;
        double negatives = 0;
        double sum = 0;
        for (int i = 0; i < ranking.Count; i++)
        {
            positives += ranking.Positives[i];
            negatives += ranking.Negatives[i];
            sum += ranking.Positives[i] * (positives / (positives + negatives));
        }

        return ranking.TotalPositives > 0 ? sum / ranking.TotalPositives : double.NaN;
    }

    public static double AreaUnderPrecisionRecall(ScoreRanking ranking)
    {
        double positives = 0;
        double negatives = 0;
        double precision = 1;
        double sum = 0;
        for (int i = 0; i < ranking.Count; i++)
        {
            double before = precision;
            positives += ranking.Positives[i];
            negatives += ranking.Negatives[i];
            precision = positives / (positives + negatives);
            sum += ranking.Positives[i] * (before + precision) / 2;
        }

        return ranking.TotalPositives > 0 ? sum / ranking.TotalPositives : double.NaN;
    }

    public static double KolmogorovSmirnov(ScoreRanking ranking)
    {
        double positives = 0;
        double negatives = 0;
        double largest = 0;
        for (int i = 0; i < ranking.Count; i++)
        {
            positives += ranking.Positives[i];
            negatives += ranking.Negatives[i];
            largest = Math.Max(largest, Math.Abs((positives / ranking.TotalPositives) - (negatives / ranking.TotalNegatives)));
        }

        return ranking.HasBoth ? largest : double.NaN;
    }

    public static double Lift(ScoreRanking ranking, double share)
    {
        double rows = share * ranking.Total;
        rows = Math.Min(ranking.Total, ranking.IsWeighted ? rows : Math.Ceiling(rows * (1 - Rounding)));
        return ranking.TotalPositives > 0 ? PositivesAmong(ranking, rows) / rows / (ranking.TotalPositives / ranking.Total) : double.NaN;
    }

    /// <summary>How many rows with the event are among so many with the highest scores; those tied at the cut count by the share of them that is above it.</summary>
    public static double PositivesAmong(ScoreRanking ranking, double rows)
    {
        double positives = 0;
        double left = rows;
        for (int i = 0; i < ranking.Count && left > 0; i++)
        {
            double here = ranking.Positives[i] + ranking.Negatives[i];
            positives += here <= left ? ranking.Positives[i] : ranking.Positives[i] * (left / here);
            left -= here;
        }

        return positives;
    }

    public static double LogLoss(ScoreRanking probabilities)
    {
        double sum = 0;
        for (int i = 0; i < probabilities.Count; i++)
        {
            double clipped = Math.Clamp(probabilities.Scores[i], ClassificationMetrics.SmallestProbability, 1 - ClassificationMetrics.SmallestProbability);
            sum -= (Weighted(probabilities.Positives[i], Math.Log(clipped)) + Weighted(probabilities.Negatives[i], Numeric.Log1P(-clipped)));
        }

        return sum / probabilities.Total;
    }

    public static double LogLossOfMargins(ScoreRanking margins)
    {
        double sum = 0;
        for (int i = 0; i < margins.Count; i++)
        {
            sum += Weighted(margins.Positives[i], Numeric.Softplus(-margins.Scores[i])) + Weighted(margins.Negatives[i], Numeric.Softplus(margins.Scores[i]));
        }

        return sum / margins.Total;
    }

    public static double Brier(ScoreRanking ranking, bool areMargins = false)
    {
        double sum = 0;
        for (int i = 0; i < ranking.Count; i++)
        {
            double p = areMargins ? ClassificationModelExtensions.Logistic(ranking.Scores[i]) : ranking.Scores[i];
            double q = areMargins ? ClassificationModelExtensions.Logistic(-ranking.Scores[i]) : 1 - p;
            sum += (ranking.Positives[i] * q * q) + (ranking.Negatives[i] * p * p);
        }

        return sum / ranking.Total;
    }

    // Nothing is lost by what did not happen, also where it was held to be impossible.
    private static double Weighted(double weight, double loss) => weight == 0 ? 0 : weight * loss;
}
