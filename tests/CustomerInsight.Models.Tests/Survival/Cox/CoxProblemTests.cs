namespace CustomerInsight.Models.Tests;

/// <summary>What Cox regression says of data that it cannot, or can hardly, learn from.</summary>
public sealed class CoxProblemTests
{
    [Fact]
    public void Fit_NoOrFewEvents_IsRefused()
    {
        SurvivalData data = DrawnLives.Draw(50, 2, 1);
        SurvivalData none = SurvivalData.Create(data.Features, SurvivalTimes.Create(data.Times.Exits.ToArray(), new bool[50]));
        Assert.Equal("no-events", Refused(none));
        Assert.Equal("too-few-events", Refused(data, new CoxOptions { MinimumEvents = 51 }));
        Assert.Equal("no-events", Refused(data, new CoxOptions { Cause = 2 }));
        Assert.Equal("no-events", Refused(SurvivalData.Create(FeatureMatrix.Create(["a"], []), SurvivalTimes.Create([], [])), new CoxOptions { MinimumEvents = 1 }));
    }

    [Fact]
    public void Fit_ConstantColumn_IsNamedAndLeftOut()
    {
        FitResult<CoxModel> result = Fit(static row => [row[0], 3, row[1]]);
        FitResult<CoxModel> without = Fit(static row => [row[0], row[1]]);

        Assert.Contains("'c1'", Warning(result, "constant-column"), StringComparison.Ordinal);
        Assert.Equal(0, result.Model!.Coefficients[1].Value);
        Assert.Null(result.Model.Coefficients[1].Error);
        Assert.Equal(without.Model!.Coefficients[1].Value, result.Model.Coefficients[2].Value, 1e-12);
        Assert.Equal(2, result.Report.Parameters.Count);
        Assert.Equal(2, result.Model.Fit!.LikelihoodRatio!.DegreesOfFreedom);
    }

    [Fact]
    public void Fit_ConstantColumnWithRidge_IsLeftOutToo()
    {
        FitResult<CoxModel> result = Fit(static row => [row[0], 3, row[1]], new CoxOptions { Ridge = 0.1 });

        Assert.NotEmpty(Warning(result, "constant-column"));
        Assert.Null(result.Model!.Coefficients[1].Error);
        Assert.NotNull(result.Model.Coefficients[2].Error);
    }

    [Fact]
    public void Fit_CollinearColumns_AreNamedAndOneLeftOut()
    {
        FitResult<CoxModel> pair = Fit(static row => [row[0], row[1], (2 * row[0]) + 7]);
        FitResult<CoxModel> three = Fit(static row => [row[0], row[1], row[0] - (3 * row[1])]);

        Assert.Equal("Features 'c0' and 'c2' say the same, so 'c2' was left out. Leave out one of the two.", Warning(pair, "collinear-columns"));
        Assert.Contains("'c2' follows from 'c0', 'c1'", Warning(three, "collinear-columns"), StringComparison.Ordinal);
        Assert.Equal(0, pair.Model!.Coefficients[2].Value);
        Assert.NotNull(ProportionalHazardsTest.Of(three.Model!, Drawn(static row => [row[0], row[1], row[0] - (3 * row[1])])).Global);
    }

    /// <summary>Columns that are nearly the same leave little of the slope but its rounding; the search must know its end all the same.</summary>
    [Theory]
    [InlineData(1e-3)]
    [InlineData(3e-5)]
    public void Fit_NearlyCollinearColumns_StillConverges(double apart)
    {
        FitResult<CoxModel> result = Fit(row => [row[0], 1e6 + row[1], row[0] + (apart * Math.Sin(1e3 * row[1]))]);

        Assert.Equal(FitStatus.Converged, result.Report.Status);
        Assert.InRange(result.Report.Iterations, 2, 12);
        Assert.True(result.Model!.Coefficients[2].StandardError > 1 / (20 * apart));
    }

    /// <summary>With ridge there is a best share for each of two columns that say the same.</summary>
    [Fact]
    public void Fit_CollinearColumnsWithRidge_ShareTheirCoefficient()
    {
        CoxModel model = Fit(static row => [row[0], row[1], (2 * row[0]) + 7], new CoxOptions { Ridge = 0.01 }).Model!;

        Assert.Equal(model.Coefficients[0].PerDeviation, model.Coefficients[2].PerDeviation, 1e-9);
    }

    [Fact]
    public void Fit_ColumnOfTheStratum_IsNamedAndLeftOut()
    {
        SurvivalData data = DrawnLives.Draw(200, 3, 2);
        int[] strata = [.. Enumerable.Range(0, 200).Select(row => (int)data.Features.Row(row)[2])];
        FitResult<CoxModel> result = new CoxEstimator().Fit(SurvivalData.Create(data.Features, data.Times, strata));

        Assert.Contains("'f2'", Warning(result, "constant-at-risk"), StringComparison.Ordinal);
        Assert.Equal(0, result.Model!.Coefficients[2].Value);
    }

    [Theory]
    [InlineData(1.0)]
    [InlineData(1e-6)]
    [InlineData(1e6)]
    public void Fit_SeparatingColumn_IsNamedAndRefused(double unit)
    {
        // Nobody with the flag ever leaves.
        SurvivalData data = DrawnLives.Draw(200, 3, 2);
        double[] values = [.. data.Features.Values];
        for (int row = 0; row < 200; row++)
        {
            values[(row * 3) + 1] *= 1000;
            values[(row * 3) + 2] = row % 20 == 0 && data.Times.Ends[row] == 0 ? unit : 0;
        }

        SurvivalData separated = SurvivalData.Create(FeatureMatrix.Create(data.Features.Columns, values), data.Times);
        FitResult<CoxModel> refused = new CoxEstimator().Fit(separated);
        Assert.Null(refused.Model);
        Assert.Equal(FitStatus.TooLittleData, refused.Report.Status);
        Assert.StartsWith("Feature 'f2' separates", Warning(refused, "separating-column"), StringComparison.Ordinal);

        CoxModel drawn = new CoxEstimator(new CoxOptions { Ridge = 0.01 }).Fit(separated).Model!;
        Assert.True(drawn.Coefficients[2].Value < 0);
    }

    /// <summary>A likelihood that hardly changes any more is no end where a coefficient still runs.</summary>
    [Theory]
    [InlineData(1e-3)]
    [InlineData(1e-4)]
    [InlineData(1e-9)]
    public void Fit_SeparatingColumnWithTolerance_IsRefused(double tolerance)
    {
        SurvivalData data = DrawnLives.Draw(200, 3, 2);
        double[] values = [.. data.Features.Values];
        for (int row = 0; row < 200; row++)
        {
            values[(row * 3) + 2] = row % 20 == 0 && data.Times.Ends[row] == 0 ? 1 : 0;
        }

        SurvivalData separated = SurvivalData.Create(FeatureMatrix.Create(data.Features.Columns, values), data.Times);
        FitResult<CoxModel> result = new CoxEstimator(new CoxOptions { Tolerance = tolerance }).Fit(separated);
        Assert.StartsWith("Feature 'f2' separates", Warning(result, "separating-column"), StringComparison.Ordinal);

        Assert.Equal(FitStatus.Converged, new CoxEstimator(new CoxOptions { Tolerance = tolerance }).Fit(data).Report.Status);
    }

    /// <summary>The unit of weights changes neither coefficients nor where the search ends.</summary>
    [Theory]
    [InlineData(1e-12)]
    [InlineData(1e-6)]
    [InlineData(1e12)]
    public void Fit_WeightsInAnotherUnit_FindsTheSame(double unit)
    {
        SurvivalData data = DrawnLives.Draw(200, 3, 8, weighted: true);
        double[] weights = [.. data.Times.Weights.ToArray().Select(weight => weight * unit)];
        FitResult<CoxModel> one = new CoxEstimator().Fit(data);
        FitResult<CoxModel> other = new CoxEstimator().Fit(SurvivalData.Create(data.Features, SurvivalTimes.OfCauses(data.Times.Exits.ToArray(), data.Times.Ends.ToArray(), null, weights)));

        Assert.Equal(one.Report.Iterations, other.Report.Iterations);
        foreach ((CoxCoefficient expected, CoxCoefficient actual) in one.Model!.Coefficients.Zip(other.Model!.Coefficients))
        {
            CloseTo.Relative(expected.Value, actual.Value, 1e-9);
            CloseTo.Relative(expected.StandardError!.Value / Math.Sqrt(unit), actual.StandardError!.Value, 1e-9);
        }
    }

    [Fact]
    public void Fit_NumbersOfCustomers_AreNamed()
    {
        SurvivalData data = DrawnLives.Draw(200, 3, 8);
        double[] values = [.. data.Features.Values];
        for (int row = 0; row < 200; row++)
        {
            values[(row * 3) + 2] = 100_000 + row;
        }

        Assert.Contains("'f2'", Warning(new CoxEstimator().Fit(SurvivalData.Create(FeatureMatrix.Create(data.Features.Columns, values), data.Times)), "identifier-column"), StringComparison.Ordinal);
        Assert.DoesNotContain(new CoxEstimator().Fit(data).Report.Warnings, static warning => warning.Code == "identifier-column");
    }

    /// <summary>What cannot be squared is left out for that reason, and changes nothing else.</summary>
    [Theory]
    [InlineData(1e160)]
    [InlineData(1e307)]
    [InlineData(1e-200)]
    public void Fit_ExtremeColumn_IsNamedAndLeftOut(double unit)
    {
        FitResult<CoxModel> result = Fit(row => [row[0], row[1] * unit, row[1]]);
        FitResult<CoxModel> without = Fit(static row => [row[0], row[1]]);

        Assert.Contains("'c1'", Warning(result, "extreme-column"), StringComparison.Ordinal);
        Assert.Single(result.Report.Warnings);
        Assert.Equal(0, result.Model!.Coefficients[1].Value);
        Assert.Equal(without.Model!.Coefficients[1].Value, result.Model.Coefficients[2].Value, 1e-12);
        Assert.Equal(
            CoxResiduals.Of(without.Model, Drawn(static row => [row[0], row[1]])).Martingale.ToArray(),
            CoxResiduals.Of(result.Model, Drawn(row => [row[0], row[1] * unit, row[1]])).Martingale.ToArray(),
            static (expected, actual) => Math.Abs(expected - actual) < 1e-9);
    }

    [Fact]
    public void Fit_RiskThatOrdersAllEvents_IsRefused()
    {
        double[] exits = [.. Enumerable.Range(1, 40).Select(static i => (double)i)];
        double[] values = [.. exits.Select(static exit => -exit)];
        FitResult<CoxModel> result = new CoxEstimator().Fit(SurvivalData.Create(FeatureMatrix.Create(["a"], values), SurvivalTimes.Create(exits, [.. exits.Select(static _ => true)])));

        Assert.Contains("'a'", Warning(result, "separating-column"), StringComparison.Ordinal);
    }

    [Fact]
    public void Fit_OnlyConstants_IsRefused() => Assert.Contains(Fit(static _ => [1, 2]).Report.Warnings, static warning => warning.Code == "no-features");

    [Fact]
    public void Fit_FewEventsForManyColumns_Warns()
    {
        FitResult<CoxModel> result = new CoxEstimator().Fit(DrawnLives.Draw(40, 6, 8));

        Assert.NotEmpty(Warning(result, "few-events"));
    }

    [Fact]
    public void Fit_OneIteration_DoesNotConvergeAndHasNoErrors()
    {
        FitResult<CoxModel> result = new CoxEstimator(new CoxOptions { MaximumIterations = 1 }).Fit(DrawnLives.Draw(200, 3, 8));

        Assert.Equal(FitStatus.NotConverged, result.Report.Status);
        Assert.NotEmpty(Warning(result, "iteration-limit"));
        Assert.Null(result.Model!.Coefficients[0].Error);
        Assert.Null(result.Model.Fit!.LikelihoodRatio);
        Assert.Null(result.Report.Covariance);
    }

    /// <summary>Of two causes, the one asked for; the other ends the watch.</summary>
    [Fact]
    public void Fit_OneCause_IsThatWithTheOthersCensored()
    {
        SurvivalData data = DrawnLives.Draw(300, 2, 6);
        int[] ends = [.. Enumerable.Range(0, 300).Select(row => data.Times.Ends[row] == 0 ? 0 : 1 + (row % 2))];
        SurvivalData both = SurvivalData.Create(data.Features, SurvivalTimes.OfCauses(data.Times.Exits.ToArray(), ends));
        SurvivalData second = SurvivalData.Create(data.Features, SurvivalTimes.Create(data.Times.Exits.ToArray(), [.. ends.Select(static end => end == 2)]));
        CoxModel asked = new CoxEstimator(new CoxOptions { Cause = 2 }).Fit(both).Model!;
        CoxModel alone = new CoxEstimator().Fit(second).Model!;

        Assert.Equal(alone with { Cause = 2 }, asked);
        Assert.Equal(CoxResiduals.Of(alone, second).Martingale.ToArray(), CoxResiduals.Of(asked, both).Martingale.ToArray());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Fit_FewClusters_AreNoGroundForAWaldTest(int count)
    {
        SurvivalData data = DrawnLives.Draw(200, 3, 8);
        int[] clusters = [.. Enumerable.Range(0, 200).Select(row => row % count)];
        FitResult<CoxModel> result = new CoxEstimator().Fit(SurvivalData.Create(data.Features, data.Times, null, clusters));

        Assert.Equal(count == 1, result.Model!.RobustCovariance is null);
        Assert.Equal(count == 4, result.Model.Fit!.Wald is not null);
        Assert.Equal(count < 4, result.Report.Warnings.Any(static warning => warning.Code == "few-clusters"));
        Assert.NotNull(result.Model.Coefficients[0].Error);
        Assert.InRange(Math.Abs(result.Model.Coefficients[0].ZValue!.Value), 0, count == 1 ? 50 : double.PositiveInfinity);
    }

    /// <summary>Coefficients drawn towards 0 have a lower likelihood, of fewer parameters than are counted.</summary>
    [Fact]
    public void Report_OfRidge_HasNoCriterion()
    {
        SurvivalData data = DrawnLives.Draw(200, 3, 8);
        FitReport plain = new CoxEstimator().Fit(data).Report;
        FitReport ridge = new CoxEstimator(new CoxOptions { Ridge = 0.1 }).Fit(data).Report;

        Assert.NotNull(plain.Aic);
        Assert.Null(ridge.Aic);
        Assert.Null(ridge.Basis);
        Assert.Throws<ArgumentException>(() => FitComparison.Of(plain, ridge));
    }

    [Fact]
    public void Fit_WeightsWithoutMeasure_SaysSo()
    {
        SurvivalData data = DrawnLives.Draw(200, 3, 8);
        double[] weights = new double[200];
        Array.Fill(weights, double.MaxValue);
        SurvivalData heavy = SurvivalData.Create(data.Features, SurvivalTimes.OfCauses(data.Times.Exits.ToArray(), data.Times.Ends.ToArray(), null, weights));

        Assert.Equal("not-finite", Refused(heavy));
    }

    [Fact]
    public void Estimator_OptionsThatDoNotGoTogether_AreRefused()
    {
        Assert.Throws<ArgumentException>(() => new CoxEstimator(new CoxOptions { Ridge = -1 }));
        Assert.Throws<ArgumentException>(() => new CoxEstimator(new CoxOptions { Ties = CoxTies.Exact, RobustErrors = true }));
        Assert.Throws<ArgumentException>(() => new CoxEstimator(new CoxOptions { Ridge = 1, RobustErrors = true }));
        Assert.Throws<ArgumentException>(() => new CoxEstimator(new CoxOptions { Ties = CoxTies.Exact }).Fit(DrawnLives.Draw(50, 2, 1, weighted: true)));
        Assert.Throws<ArgumentException>(() => new CoxEstimator(new CoxOptions { Baseline = (CoxBaselineMethod)7 }));
    }

    [Fact]
    public void Diagnostics_OfOtherDataOrModels_AreRefused()
    {
        SurvivalData data = DrawnLives.Draw(60, 2, 1, 9);
        CoxModel exact = new CoxEstimator(new CoxOptions { Ties = CoxTies.Exact }).Fit(data).Model!;
        CoxModel ridge = new CoxEstimator(new CoxOptions { Ridge = 1 }).Fit(data).Model!;
        CoxModel efron = new CoxEstimator().Fit(data).Model!;
        Assert.Throws<ArgumentException>(() => CoxResiduals.Of(exact, data));
        Assert.Throws<ArgumentException>(() => ProportionalHazardsTest.Of(ridge, data));
        Assert.Throws<ArgumentException>(() => CoxResiduals.Of(efron, DrawnLives.Draw(60, 3, 1)));
        Assert.Throws<ArgumentException>(() => CoxResiduals.Of(efron, SurvivalData.Create(data.Features, SurvivalTimes.Create(data.Times.Exits.ToArray(), new bool[60]))));
    }

    [Fact]
    public void Fit_Cancelled_Stops()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => new CoxEstimator().Fit(DrawnLives.Draw(200, 3, 8), source.Token));
    }

    private static FitResult<CoxModel> Fit(Func<double[], double[]> columns, CoxOptions? options = null) => new CoxEstimator(options).Fit(Drawn(columns));

    private static SurvivalData Drawn(Func<double[], double[]> columns)
    {
        SurvivalData data = DrawnLives.Draw(200, 2, 5);
        double[][] rows = [.. Enumerable.Range(0, 200).Select(row => columns(data.Features.Row(row).ToArray()))];
        return SurvivalData.Create(FeatureMatrix.Create(ValueList.From(Enumerable.Range(0, rows[0].Length).Select(static i => $"c{i}")), [.. rows.SelectMany(static row => row)]), data.Times);
    }

    private static string Refused(SurvivalData data, CoxOptions? options = null)
    {
        FitResult<CoxModel> result = new CoxEstimator(options).Fit(data);
        Assert.Null(result.Model);
        Assert.Equal(FitStatus.TooLittleData, result.Report.Status);
        return Assert.Single(result.Report.Warnings).Code;
    }

    private static string Warning(FitResult<CoxModel> result, string code) => Assert.Single(result.Report.Warnings, warning => warning.Code == code).Message;
}
