using MathNet.Numerics.LinearAlgebra;

namespace CustomerInsight.Models.Tests;

/// <summary>Residuals, errors and tests of Cox regression against what they stand for, on any data.</summary>
public sealed class CoxDiagnosticPropertyTests
{
    private static readonly Arbitrary<(ulong Seed, int Ties, int Flags)> Cases =
        (from seed in Gen.Choose(1, 1_000_000) from ties in Gen.Elements(0, 6, 30) from flags in Gen.Choose(0, 7) select ((ulong)seed, ties, flags)).ToArbitrary();

    /// <summary>The influence of a row is how the coefficients answer to its weight.</summary>
    [Fact]
    public void Influence_OfAnyRow_IsTheSlopeInItsWeight() => Prop.ForAll(Cases, one =>
    {
        SurvivalData data = Drawn(one, 50);
        if (Fit(data, CoxTies.Breslow) is not { } model)
        {
            return;
        }

        var residuals = CoxResiduals.Of(model, data);
        int row = (int)(one.Seed % 50);
        double step = 1e-4;
        CoxModel more = Fit(Weighted(data, row, step), CoxTies.Breslow)!;
        CoxModel less = Fit(Weighted(data, row, -step), CoxTies.Breslow)!;
        for (int i = 0; i < 2; i++)
        {
            double slope = (more.Coefficients[i].Value - less.Coefficients[i].Value) / (2 * step);
            Assert.Equal(slope, residuals.Influence.Row(row)[i], 1e-5 * (1 + Math.Abs(slope)));
        }
    }).Check(Quick.Tests(60));

    [Fact]
    public void Residuals_OfAnyData_AddUpToNought() => Prop.ForAll(Cases, one =>
    {
        SurvivalData data = Drawn(one, 60);
        if (Fit(data, CoxTies.Efron) is not { } model)
        {
            return;
        }

        var residuals = CoxResiduals.Of(model, data);
        double Weight(int row) => data.Times.Weights.IsEmpty ? 1 : data.Times.Weights[row];
        Assert.Equal(0, Enumerable.Range(0, 60).Sum(row => Weight(row) * residuals.Martingale[row]), 1e-9);
        Assert.All(residuals.Martingale.ToArray(), static residual => Assert.True(residual <= 1));
        for (int i = 0; i < 2; i++)
        {
            Assert.Equal(0, Enumerable.Range(0, 60).Sum(row => Weight(row) * residuals.Score.Row(row)[i]), 1e-8);
            Assert.Equal(0, Enumerable.Range(0, residuals.EventRows.Length).Sum(k => Weight(residuals.EventRows[k]) * residuals.Schoenfeld.Row(k)[i]), 1e-8);
        }

        // Lin and Wei's errors are of the weighted influences.
        CoxModel robust = new CoxEstimator(new CoxOptions { RobustErrors = true, MinimumEvents = 1 }).Fit(data).Model!;
        double squares = Enumerable.Range(0, 60).Sum(row => Math.Pow(Weight(row) * residuals.Influence.Row(row)[0], 2));
        CloseTo.Relative(Math.Sqrt(squares), robust.Coefficients[0].RobustError!.Value, 1e-8);
        Assert.Equal(model.Coefficients[0].StandardError!.Value, robust.Coefficients[0].StandardError!.Value);
    }).Check(Quick.Tests(60));

    /// <summary>The test is the score test of further columns feature × time, in lives cut at every time of an event.</summary>
    [Fact]
    public void ProportionalHazardsTest_OfAnyData_IsTheScoreTestOfColumnsThatGrowWithTime() => Prop.ForAll(Cases, one =>
    {
        SurvivalData data = Drawn(one, 30);
        if (Fit(data, CoxTies.Efron) is not { } model || model.Fit!.Events < 8)
        {
            return;
        }

        var test = ProportionalHazardsTest.Of(model, data, TimeTransform.Identity);
        SurvivalData grown = CutAtEvents(data);
        double[] point = [.. model.Coefficients.Select(static coefficient => coefficient.Value), 0, 0];
        double[] steps = [.. model.Coefficients.Select(static coefficient => 1e-3 * coefficient.StandardError!.Value), .. model.Coefficients.Select(static coefficient => 2e-4 * coefficient.StandardError!.Value)];
        double At(params (int Place, int Steps)[] moves)
        {
            double[] moved = [.. point];
            foreach ((int place, int count) in moves)
            {
                moved[place] += count * steps[place];
            }

            return PlainCox.LogLikelihood(grown, moved, CoxTies.Efron);
        }

        var score = Vector<double>.Build.Dense(4, i => i < 2 ? 0 : (At((i, 1)) - At((i, -1))) / (2 * steps[i]));
        var information = Matrix<double>.Build.Dense(4, 4, (i, j) =>
            -(At((i, 1), (j, 1)) - At((i, 1), (j, -1)) - At((i, -1), (j, 1)) + At((i, -1), (j, -1))) / (4 * steps[i] * steps[j]));
        double global = score * information.Solve(score);
        Assert.Equal(global, test.Global.Statistic, 0.01 * (1 + global));
    }).Check(Quick.Tests(15));

    [Fact]
    public void ToVegaLite_OfAFeature_HasAPointForEachEvent()
    {
        SurvivalData data = Drawn((3, 0, 0), 60);
        CoxModel model = Fit(data, CoxTies.Efron)!;
        var residuals = CoxResiduals.Of(model, data);
        using var chart = System.Text.Json.JsonDocument.Parse(residuals.ToVegaLite(model.Columns[1]));
        Assert.Equal(model.Fit!.Events, chart.RootElement.GetProperty("data").GetProperty("values").GetArrayLength());
        Assert.Throws<ArgumentException>(() => residuals.ToVegaLite("none"));
    }

    private static SurvivalData Drawn((ulong Seed, int Ties, int Flags) one, int rows) => DrawnLives.Draw(
        rows, 2, one.Seed, one.Ties, (one.Flags & 1) != 0, (one.Flags & 2) != 0, (one.Flags & 4) != 0 ? 2 : 1);

    // Null where there is no maximum, or only one too far off for differences.
    private static CoxModel? Fit(SurvivalData data, CoxTies ties) =>
        new CoxEstimator(new CoxOptions { Ties = ties, MinimumEvents = 5 }).Fit(data).Model is { } model && model.Coefficients.All(static coefficient => Math.Abs(coefficient.PerDeviation) < 2) ? model : null;

    private static SurvivalData Weighted(SurvivalData data, int row, double more)
    {
        double[] weights = [.. Enumerable.Range(0, data.Times.Count).Select(i => (data.Times.Weights.IsEmpty ? 1 : data.Times.Weights[i]) + (i == row ? more : 0))];
        double[]? entries = data.Times.Entries.IsEmpty ? null : data.Times.Entries.ToArray();
        return SurvivalData.Create(data.Features, SurvivalTimes.OfCauses(data.Times.Exits.ToArray(), data.Times.Ends.ToArray(), entries, weights), data.Strata.IsEmpty ? null : data.Strata.ToArray());
    }

    // Each life cut at every time of an event, with the features and the features × that time for the stretch up to it.
    private static SurvivalData CutAtEvents(SurvivalData data)
    {
        double[] times = [.. Enumerable.Range(0, data.Times.Count).Where(row => data.Times.Ends[row] != 0).Select(row => data.Times.Exits[row]).Distinct().Order()];
        var values = new List<double>();
        (var entries, var exits, var ends, var weights, var strata) = (new List<double>(), new List<double>(), new List<int>(), new List<double>(), new List<int>());
        for (int row = 0; row < data.Times.Count; row++)
        {
            double from = data.Times.Entries.IsEmpty ? 0 : data.Times.Entries[row];
            foreach (double time in times.Where(time => time > from && time <= data.Times.Exits[row]).ToArray())
            {
                double[] features = data.Features.Row(row).ToArray();
                values.AddRange([.. features, .. features.Select(value => value * time)]);
                entries.Add(from);
                exits.Add(time);
                ends.Add(time == data.Times.Exits[row] ? data.Times.Ends[row] : 0);
                weights.Add(data.Times.Weights.IsEmpty ? 1 : data.Times.Weights[row]);
                strata.Add(data.Strata.IsEmpty ? 0 : data.Strata[row]);
                from = time;
            }
        }

        return SurvivalData.Create(Points.Matrix([.. values], 4), SurvivalTimes.OfCauses([.. exits], [.. ends], [.. entries], [.. weights]), [.. strata]);
    }
}
