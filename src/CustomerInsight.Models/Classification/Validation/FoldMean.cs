using System.Globalization;

namespace CustomerInsight.Models;

/// <summary>A measure over the folds.</summary>
/// <param name="Mean">Its mean over the folds that have it; not a number where none has.</param>
/// <param name="StandardDeviation">Its standard deviation over these folds, with the number of folds less 1 below; not a number for fewer than two. Folds share the rows they learn from, so that it is no standard error.</param>
/// <param name="Folds">How many folds have it: not those whose rows are all of one label, where the measure needs both.</param>
public readonly record struct FoldMean(double Mean, double StandardDeviation, int Folds)
{
    internal static FoldMean Of(IEnumerable<double> values)
    {
        double[] known = [.. values.Where(static value => !double.IsNaN(value))];
        double mean = known.Length > 0 ? known.Sum() / known.Length : double.NaN;
        return new FoldMean(mean, known.Length > 1 ? Math.Sqrt(known.Sum(value => (value - mean) * (value - mean)) / (known.Length - 1)) : double.NaN, known.Length);
    }

    /// <summary>Writes mean and standard deviation.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Mean:0.00000} ± {StandardDeviation:0.00000}");
}
