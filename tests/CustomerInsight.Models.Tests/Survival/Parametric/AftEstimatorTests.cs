namespace CustomerInsight.Models.Tests;

public sealed class AftEstimatorTests
{
    public static TheoryData<AftDistribution> Distributions => [.. Enum.GetValues<AftDistribution>()];

    [Theory]
    [MemberData(nameof(Distributions))]
    public void Fit_TimesDrawnFromTheModel_FindsItAgain(AftDistribution distribution)
    {
        var truth = new AftModel(distribution, 2, [new AftCoefficient("x", 0.5), new AftCoefficient("y", -0.25)], distribution == AftDistribution.Exponential ? 1 : 0.6);
        FitResult<AftModel> fit = new AftEstimator(new AftOptions { Distribution = distribution }).Fit(Draw(truth, 4_000, 11, entries: true));

        Assert.True(fit.Report.Converged);
        foreach ((double expected, ParameterEstimate found) in new[] { 2, 0.5, -0.25, Math.Log(truth.Scale) }.Zip(fit.Report.Parameters))
        {
            Assert.InRange(Math.Abs(found.Value - expected) / found.StandardError!.Value, 0, 3.5);
            Assert.InRange(found.StandardError.Value, 0.002, 0.2);
        }
    }

    [Theory]
    [MemberData(nameof(Distributions))]
    public void Fit_AtItsParameters_TheLikelihoodIsLevelAndItsCurvatureGivesTheErrors(AftDistribution distribution)
    {
        var truth = new AftModel(distribution, 2, [new AftCoefficient("x", 0.5)], distribution == AftDistribution.Exponential ? 1 : 0.6);
        SurvivalData data = Draw(truth, 300, 5, entries: true, weights: true);
        FitResult<AftModel> fit = new AftEstimator(new AftOptions { Distribution = distribution }).Fit(data);
        bool isFree = distribution != AftDistribution.Exponential;
        double[] top = [fit.Model!.Intercept, fit.Model.Coefficients[0].Value, Math.Log(fit.Model.Scale)];
        int n = isFree ? 3 : 2;

        Assert.Equal(LogLikelihood(data, distribution, top), fit.Report.LogLikelihood!.Value, 1e-7);
        var information = MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.Dense(n, n, (i, j) => -Second(i, j));
        var covariance = information.Inverse();
        for (int i = 0; i < n; i++)
        {
            Assert.Equal(0, First(i), 1e-3);
            for (int j = 0; j < n; j++)
            {
                CloseTo.Relative(covariance[i, j], fit.Model.Covariance![i, j], 2e-3);
            }
        }

        double At(params (int Parameter, double Step)[] steps)
        {
            double[] point = [.. top];
            foreach ((int parameter, double step) in steps)
            {
                point[parameter] += step;
            }

            return LogLikelihood(data, distribution, point);
        }

        double First(int i) => (At((i, 1e-4)) - At((i, -1e-4))) / 2e-4;
        double Second(int i, int j) => (At((i, 1e-3), (j, 1e-3)) - At((i, 1e-3), (j, -1e-3)) - At((i, -1e-3), (j, 1e-3)) + At((i, -1e-3), (j, -1e-3))) / 4e-6;
    }

    [Fact]
    public void Fit_RowsInAnotherOrderAndAnyThreads_IsTheSameToTheLastBit()
    {
        SurvivalData data = Draw(new AftModel(AftDistribution.Weibull, 2, [new AftCoefficient("x", 0.5)], 0.6), 40_000, 9, entries: true, weights: true);
        int[] order = SurvivalSets.Order(data.Times.Count, 3);
        var turned = SurvivalData.Create(
            FeatureMatrix.Create(data.Features.Columns, [.. order.Select(row => data.Features.Row(row)[0])]), data.Times.Take(order));
        FitResult<AftModel> one = new AftEstimator(new AftOptions { MaxDegreeOfParallelism = 1 }).Fit(data);

        Assert.Equal(one, new AftEstimator(new AftOptions { MaxDegreeOfParallelism = 4 }).Fit(data));
        Assert.Equal(one, new AftEstimator().Fit(turned));
    }

    [Fact]
    public void Fit_WholeWeights_AreThatManyRows()
    {
        SurvivalTimes times = SurvivalSets.Random(60, 2);
        double[] copies = [.. Enumerable.Range(0, 60).Select(static row => 1.0 + (row % 3))];
        var weighted = SurvivalTimes.OfCauses(times.Exits.ToArray(), times.Ends.ToArray(), weights: copies);
        SurvivalTimes repeated = times.Take([.. Enumerable.Range(0, 60).SelectMany(row => Enumerable.Repeat(row, (int)copies[row]))]);
        AftModel left = new AftEstimator().Fit(weighted).Model!;
        AftModel right = new AftEstimator().Fit(repeated).Model!;

        Assert.Equal(left.Intercept, right.Intercept, 1e-9);
        Assert.Equal(left.Covariance![1, 1], right.Covariance![1, 1], 1e-9);
    }

    [Fact]
    public void Fit_ProblemsOfColumns_AreNamed()
    {
        double[] exits = [.. Enumerable.Range(0, 60).Select(static row => 1.0 + (row * 7 % 60))];
        bool[] events = [.. Enumerable.Range(0, 60).Select(static row => row % 2 == 0)];
        var times = SurvivalTimes.Create(exits, events);
        double[] values = [.. Enumerable.Range(0, 60).SelectMany(static row => new double[] { row % 5, 3, (2 * (row % 5)) + 1, row % 7 })];
        FitResult<AftModel> fit = new AftEstimator().Fit(SurvivalData.Create(FeatureMatrix.Create(["a", "b", "c", "d"], values), times));

        Assert.True(fit.Report.Converged);
        Assert.Equal(["constant-column", "collinear-columns"], fit.Report.Warnings.Select(static warning => warning.Code));
        Assert.Contains("'a' and 'c'", fit.Report.Warnings[1].Message, StringComparison.Ordinal);
        Assert.Equal((0, null), (fit.Model!.Coefficients[1].Value, fit.Model.Coefficients[1].StandardError));
        Assert.Equal(0, fit.Model.Coefficients[2].Value);
        Assert.NotEqual(0, fit.Model.Coefficients[3].Value);

        double[] separating = [.. Enumerable.Range(0, 60).Select(static row => row % 2 == 0 ? 0.0 : 1)];
        foreach (AftDistribution distribution in Enum.GetValues<AftDistribution>())
        {
            FitResult<AftModel> refused = new AftEstimator(new AftOptions { Distribution = distribution }).Fit(SurvivalData.Create(FeatureMatrix.Create(["s"], separating), times));
            Assert.Null(refused.Model);
            Assert.Equal("separating-column", Assert.Single(refused.Report.Warnings).Code);
            Assert.Contains("'s'", refused.Report.Warnings[0].Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Fit_TooLittleData_IsRefused()
    {
        var censored = SurvivalTimes.Create([1, 2, 3], [false, false, false]);
        Assert.Equal("no-events", Assert.Single(new AftEstimator().Fit(censored).Report.Warnings).Code);
        Assert.Equal(FitStatus.TooLittleData, AftChoice.Of(censored).Reports[0].Status);
        Assert.Null(AftChoice.Of(censored).Model);
        var equal = SurvivalTimes.Create([.. Enumerable.Repeat(4.0, 30)], [.. Enumerable.Repeat(true, 30)]);
        Assert.Equal("equal-times", Assert.Single(new AftEstimator().Fit(equal).Report.Warnings).Code);
        AftModel exponential = new AftEstimator(new AftOptions { Distribution = AftDistribution.Exponential }).Fit(equal).Model!;
        Assert.Equal(Math.Log(4), exponential.Intercept, 1e-9);
        Assert.Throws<ArgumentException>(() => new AftEstimator(new AftOptions { MinimumEvents = 0 }));
    }

    [Fact]
    public void Fit_StoppedEarly_SaysThatAndNoMore()
    {
        SurvivalData data = Draw(new AftModel(AftDistribution.Weibull, 2, [new AftCoefficient("x", 0.5)], 0.6), 300, 5);
        for (int most = 1; most <= 4; most++)
        {
            FitResult<AftModel> fit = new AftEstimator(new AftOptions { MaximumIterations = most }).Fit(data);
            Assert.NotNull(fit.Model);
            Assert.Equal(FitStatus.NotConverged, fit.Report.Status);
            FitWarning warning = Assert.Single(fit.Report.Warnings);
            Assert.Equal("iteration-limit", warning.Code);
            Assert.DoesNotContain("Ridge", warning.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Distributions))]
    public void Fit_TimesWithoutScatter_AreCalledSo(AftDistribution distribution)
    {
        double[] x = [.. Enumerable.Range(0, 60).Select(static row => row % 7 / 3.0)];
        FeatureMatrix features = FeatureMatrix.Create(["x"], x);
        var atOnce = SurvivalTimes.Create([.. Enumerable.Range(0, 60).Select(static row => row % 2 == 0 ? 10.0 : 1 + (row % 8))], [.. Enumerable.Range(0, 60).Select(static row => row % 2 == 0)]);
        var following = SurvivalTimes.Create([.. x.Select(static value => Math.Exp(1 + (0.5 * value)))], [.. x.Select(static _ => true)]);
        foreach (SurvivalTimes times in new[] { atOnce, following })
        {
            FitResult<AftModel> fit = new AftEstimator(new AftOptions { Distribution = distribution }).Fit(SurvivalData.Create(features, times));
            Assert.Equal(distribution == AftDistribution.Exponential, fit.Model is not null);
            Assert.Equal(distribution == AftDistribution.Exponential ? [] : ["equal-times"], fit.Report.Warnings.Select(static warning => warning.Code));
        }
    }

    [Fact]
    public void Fit_ANumberOfTheCustomer_IsNamed()
    {
        SurvivalTimes times = SurvivalSets.Random(150, 3);
        FitResult<AftModel> fit = new AftEstimator().Fit(SurvivalData.Create(FeatureMatrix.Create(["id"], [.. Enumerable.Range(100_000, 150).Select(static id => (double)id)]), times));
        Assert.Equal("identifier-column", Assert.Single(fit.Report.Warnings).Code);
    }

    [Fact]
    public void Fit_OtherCauses_DoNotCompare()
    {
        SurvivalTimes times = SurvivalSets.Random(200, 8, causes: 2);
        FitReport[] reports = [.. Enumerable.Range(0, 3).Select(cause => new AftEstimator(new AftOptions { Cause = cause }).Fit(times).Report)];
        Assert.Throws<ArgumentException>(() => FitComparison.Of(reports[1], reports[2]));
        Assert.Throws<ArgumentException>(() => FitComparison.Of(reports[0], reports[1]));
        Assert.Equal(2, FitComparison.Of(reports[1], reports[1]).Rows.Count);
    }

    [Theory]
    [InlineData(1e140, true)]
    [InlineData(1e-130, true)]
    [InlineData(1e160, false)]
    [InlineData(1e-200, false)]
    [InlineData(1e307, false)]
    public void Fit_FeaturesFarFromOne_AreScaled(double unit, bool hasErrors)
    {
        SurvivalData data = Draw(new AftModel(AftDistribution.Weibull, 2, [new AftCoefficient("x", 0.5)], 0.6), 300, 5);
        var scaled = SurvivalData.Create(FeatureMatrix.Create(["x"], [.. data.Features.Values.ToArray().Select(value => unit * value)]), data.Times);
        AftModel plain = new AftEstimator().Fit(data).Model!;
        FitResult<AftModel> fit = new AftEstimator().Fit(scaled);

        Assert.True(fit.Report.Converged);
        CloseTo.Relative(plain.Survival([6], 40), fit.Model!.Survival([6 * unit], 40), 1e-6);
        Assert.Equal(hasErrors, fit.Model.Covariance is not null);
        Assert.Equal(hasErrors ? [] : ["extreme-values"], fit.Report.Warnings.Select(static warning => warning.Code));
        if (hasErrors)
        {
            CloseTo.Relative(plain.Coefficients[0].StandardError!.Value / unit, fit.Model.Coefficients[0].StandardError!.Value, 1e-6);
        }
    }

    [Fact]
    public void Fit_OneCauseOfSeveral_TakesTheOthersAsCensored()
    {
        SurvivalTimes times = SurvivalSets.Random(200, 8, causes: 2);
        var recoded = SurvivalTimes.Create(times.Exits.ToArray(), [.. times.Ends.ToArray().Select(static end => end == 2)]);
        Assert.Equal(new AftEstimator().Fit(recoded).Model!.Intercept, new AftEstimator(new AftOptions { Cause = 2 }).Fit(times).Model!.Intercept);
    }

    private static SurvivalData Draw(AftModel truth, int rows, ulong seed, bool entries = false, bool weights = false)
    {
        var random = new SeededRandom(seed);
        int width = truth.Columns.Count;
        var values = new List<double>();
        var exits = new List<double>();
        var starts = new List<double>();
        var events = new List<bool>();
        var sizes = new List<double>();
        while (exits.Count < rows)
        {
            double[] x = [.. Enumerable.Range(0, width).Select(_ => (3 * random.NextDouble()) + 5)];
            double time = truth.Quantile(x, Math.Clamp(random.NextDouble(), 1e-12, 1 - 1e-12));
            double start = entries && random.Next(2) == 0 ? 20 * random.NextDouble() : 0;
            double end = start + (200 * random.NextDouble());
            double size = 0.5 + random.NextDouble();
            if (time > start && end > start)
            {
                values.AddRange(x);
                exits.Add(Math.Min(time, end));
                events.Add(time <= end);
                starts.Add(start);
                sizes.Add(size);
            }
        }

        return SurvivalData.Create(
            FeatureMatrix.Create(truth.Columns, [.. values]), SurvivalTimes.Create([.. exits], [.. events], entries ? [.. starts] : null, weights ? [.. sizes] : null));
    }

    // From the model's own chances to survive and hazards, row by row.
    private static double LogLikelihood(SurvivalData data, AftDistribution distribution, double[] point)
    {
        var model = new AftModel(distribution, point[0], [new AftCoefficient("x", point[1])], distribution == AftDistribution.Exponential ? 1 : Math.Exp(point[2]));
        double sum = 0;
        for (int row = 0; row < data.Times.Count; row++)
        {
            ReadOnlySpan<double> x = data.Features.Row(row);
            double log = Math.Log(model.SurvivalAfter(x, data.Times.Entries[row], data.Times.Exits[row] - data.Times.Entries[row]));
            log += data.Times.Ends[row] != 0 ? Math.Log(model.Hazard(x, data.Times.Exits[row])) : 0;
            sum += log * (data.Times.Weights.IsEmpty ? 1 : data.Times.Weights[row]);
        }

        return sum;
    }
}
