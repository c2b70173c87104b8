using MathNet.Numerics;

namespace CustomerInsight.Models.Tests;

/// <summary>Exact ties of a flag at one time: the table of flag × event has a distribution of its own.</summary>
public sealed class CoxExactTests
{
    [Theory]
    [InlineData(4_000, 800)]
    [InlineData(4_000, 2_000)]
    [InlineData(2_020, 2_000)]
    public void Fit_ManyTiedEvents_IsTheConditionalMaximum(int rows, int events)
    {
        // One flag in three rows of those with the event, one in four of the others.
        double[] flags = [.. Enumerable.Range(0, rows).Select(row => row % (row < events ? 3 : 4) == 0 ? 1.0 : 0)];
        double[] exits = [.. Enumerable.Range(0, rows).Select(row => row < events ? 1.0 : 2)];
        var data = SurvivalData.Create(FeatureMatrix.Create(["flag"], flags), SurvivalTimes.Create(exits, [.. Enumerable.Range(0, rows).Select(row => row < events)]));
        FitResult<CoxModel> result = new CoxEstimator(new CoxOptions { Ties = CoxTies.Exact }).Fit(data);

        CloseTo.Relative(-SpecialFunctions.BinomialLn(rows, events), result.Model!.Fit!.NullLogLikelihood, 1e-10);
        Assert.Equal(FitStatus.Converged, result.Report.Status);
        int flagged = (int)flags.Sum();
        double seen = flags.Take(events).Sum();
        (double mean, double variance, double log) = Table(rows, flagged, events, result.Model.Coefficients[0].Value);
        Assert.Equal(seen, mean, 1e-6);
        CloseTo.Relative(1 / Math.Sqrt(variance), result.Model.Coefficients[0].StandardError!.Value, 1e-6);
        CloseTo.Relative((seen * result.Model.Coefficients[0].Value) - log, result.Model.Fit.LogLikelihood, 1e-9);
    }

    /// <summary>Relative hazards from next to none to immense.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(20)]
    [InlineData(39)]
    public void Shift_AnyOdds_ExpectsTheChosen(int chosen)
    {
        double[] logOdds = [.. Enumerable.Range(0, 40).Select(static row => row switch { < 5 => -900.0 - row, > 30 => 800.0 + row, _ => Math.Sin(row) })];
        double shift = ChoiceOdds.Shift(logOdds, chosen);

        Assert.Equal(chosen, logOdds.Sum(one => 1 / (1 + Math.Exp(-(one + shift)))), 0.5 + 1e-9);
    }

    // The mean and the variance of how many of those with the event are flagged, and the log of the sum over the choices.
    private static (double Mean, double Variance, double Log) Table(int rows, int flagged, int events, double coefficient)
    {
        int[] counts = [.. Enumerable.Range(0, events + 1).Where(count => count <= flagged && events - count <= rows - flagged)];
        double[] logs = [.. counts.Select(count => SpecialFunctions.BinomialLn(flagged, count) + SpecialFunctions.BinomialLn(rows - flagged, events - count) + (count * coefficient))];
        double largest = logs.Max();
        double[] chances = [.. logs.Select(log => Math.Exp(log - largest))];
        double sum = chances.Sum();
        double mean = counts.Zip(chances, static (count, chance) => count * chance).Sum() / sum;
        return (mean, counts.Zip(chances, (count, chance) => (count - mean) * (count - mean) * chance).Sum() / sum, largest + Math.Log(sum));
    }
}
