namespace CustomerInsight.Models;

/// <summary>What each model and baseline expects of each customer of a holdout.</summary>
internal sealed class CountForecasts
{
    private CountForecasts(string[] names, int models, double[][] expected) => (Names, Models, Expected) = (names, models, expected);

    /// <summary>The names, models first, no two alike.</summary>
    public string[] Names { get; }

    public int Models { get; }

    public double[][] Expected { get; }

    public static CountForecasts Of(PurchaseHoldout holdout, IReadOnlyList<IPurchaseModel> models, ParallelOptions parallel)
    {
        var names = new List<string>();
        var expected = new List<double[]>();
        foreach (IPurchaseModel model in models)
        {
            int twins = models.Take(names.Count).Count(other => other.Name == model.Name);
            names.Add(twins == 0 ? model.Name : FormattableString.Invariant($"{model.Name} ({twins + 1})"));
            expected.Add(PurchasePredictions.Discounted(model, holdout.PatternArray, holdout.Length, DiscountRate.None, parallel));
        }

        double days = holdout.Length.In(TimeUnit.Day);
        double repeats = 0;
        double tenure = 0;
        foreach (RepeatPattern pattern in holdout.PatternArray)
        {
            repeats += pattern.Repeats;
            tenure += pattern.TenureDays;
        }

        double mean = tenure > 0 ? repeats / tenure : 0;
        names.Add(BaselineNames.Mean);
        expected.Add(Array.ConvertAll(holdout.PatternArray, _ => mean * days));
        names.Add(BaselineNames.OwnRate);
        expected.Add(Array.ConvertAll(holdout.PatternArray, pattern => days * (pattern.TenureDays > 0 ? pattern.Repeats / pattern.TenureDays : mean)));
        if (holdout.Late is { } late)
        {
            names.Add(BaselineNames.SameAgain);
            expected.Add(Array.ConvertAll(late, static count => (double)count));
        }

        return new CountForecasts([.. names], models.Count, [.. expected]);
    }
}
