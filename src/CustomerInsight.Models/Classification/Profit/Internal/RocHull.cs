namespace CustomerInsight.Models;

/// <summary>The upper convex hull of the ROC curve: the thresholds that can be best for some costs.</summary>
internal static class RocHull
{
    /// <summary>From nobody to all: which share of all rows is targeted and has the event, and which is targeted and has not.</summary>
    public static IReadOnlyList<(double Positives, double Negatives)> Of(ScoreRanking ranking)
    {
        var hull = new List<(double Positives, double Negatives)> { (0, 0) };
        double positives = 0;
        double negatives = 0;
        for (int i = 0; i < ranking.Count; i++)
        {
            positives += ranking.Positives[i];
            negatives += ranking.Negatives[i];
            while (hull.Count > 1 && !IsBend(hull[^2], hull[^1], (positives, negatives)))
            {
                hull.RemoveAt(hull.Count - 1);
            }

            hull.Add((positives, negatives));
        }

        return hull.ConvertAll(point => (point.Positives / ranking.Total, point.Negatives / ranking.Total));
    }

    // Whether the curve rises less steeply after the middle point than before it.
    private static bool IsBend((double Positives, double Negatives) first, (double Positives, double Negatives) middle, (double Positives, double Negatives) last) =>
        (middle.Positives - first.Positives) * (last.Negatives - middle.Negatives) > (last.Positives - middle.Positives) * (middle.Negatives - first.Negatives);
}
