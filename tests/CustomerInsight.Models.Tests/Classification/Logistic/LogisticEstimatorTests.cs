namespace CustomerInsight.Models.Tests;

public sealed class LogisticEstimatorTests
{
    private static readonly Arbitrary<ulong> Seeds = Gen.Choose(1, int.MaxValue).Select(static seed => (ulong)seed).ToArbitrary();

    /// <summary>At the lowest point the loss pulls each coefficient as hard as the penalty does, or, at 0, no harder.</summary>
    [Fact]
    public void Fit_AnyPenalty_EndsWhereNothingPulls() =>
        Prop.ForAll(Seeds, Gen.Elements(Enum.GetValues<LogisticPenalty>()).ToArbitrary(), Gen.Elements(0.01, 1.0, 30.0).ToArbitrary(), (seed, penalty, strength) =>
        {
            ClassificationData data = LogisticDefinition.Rows(150, 4, seed, weighted: seed % 2 == 0);
            var options = new LogisticOptions { Penalty = penalty, PenaltyStrength = strength, PositiveWeight = seed % 3 == 0 ? 2.5 : 1, L1Ratio = 0.3 };
            LogisticModel model = new LogisticEstimator(options).Fit(data).Model!;
            double[] slopes = LogisticDefinition.Slopes(data, model, options.PositiveWeight);
            double sizes = strength * (penalty switch { LogisticPenalty.L1 => 1, LogisticPenalty.ElasticNet => 0.3, _ => 0 });
            double squares = penalty == LogisticPenalty.None ? 0 : strength - sizes;
            Assert.Equal(0, slopes[0], 1e-9);
            foreach ((double slope, LogisticCoefficient one) in slopes.Skip(1).Zip(model.Coefficients))
            {
                double pull = slope + (squares * one.PerDeviation);
                if (one.Value == 0)
                {
                    Assert.InRange(Math.Abs(pull), 0, sizes + 1e-9);
                }
                else
                {
                    Assert.Equal(-sizes * Math.Sign(one.Value), pull, 1e-9);
                }
            }
        }).Check(Quick.Tests(60));

    [Fact]
    public void Fit_StrongL1_LeavesColumnsOut()
    {
        LogisticModel model = new LogisticEstimator(new LogisticOptions { Penalty = LogisticPenalty.L1, PenaltyStrength = 20 }).Fit(LogisticDefinition.Rows(400, 6, 3)).Model!;

        Assert.Equal(0, model.Coefficients[2].Value);
        Assert.NotEqual(0, model.Coefficients[0].Value);
    }

    [Fact]
    public void Fit_AnyOrderAndThreads_IsTheSameToTheLastBit() => Prop.ForAll(Seeds, seed =>
    {
        ClassificationData data = LogisticDefinition.Rows(3_000, 5, seed, weighted: true);
        LogisticModel expected = new LogisticEstimator(new LogisticOptions { MaxDegreeOfParallelism = 1 }).Fit(data).Model!;
        foreach (int threads in new[] { 0, 2, 7 })
        {
            Assert.Equal(expected, new LogisticEstimator(new LogisticOptions { MaxDegreeOfParallelism = threads }).Fit(LogisticDefinition.Shuffled(data, seed + (ulong)threads)).Model);
        }
    }).Check(Quick.Tests(4));

    [Fact]
    public void Fit_Weights_CountAsRows() => Prop.ForAll(Seeds, seed =>
    {
        ClassificationData weighted = LogisticDefinition.Rows(200, 3, seed, weighted: true);
        int[] repeated = [.. Enumerable.Range(0, weighted.Rows).SelectMany(row => Enumerable.Repeat(row, (int)weighted.Weights[row]))];
        ClassificationData rows = ClassificationData.Create(weighted.Features, weighted.Labels.ToArray()).Take(repeated);
        foreach (LogisticPenalty penalty in new[] { LogisticPenalty.None, LogisticPenalty.L2 })
        {
            var estimator = new LogisticEstimator(new LogisticOptions { Penalty = penalty });
            (LogisticModel one, LogisticModel other) = (estimator.Fit(weighted).Model!, estimator.Fit(rows).Model!);
            Assert.Equal(one.Statistics!.LogLikelihood, other.Statistics!.LogLikelihood, 1e-9);
            foreach ((LogisticCoefficient a, LogisticCoefficient b) in one.Coefficients.Zip(other.Coefficients))
            {
                Assert.Equal(a.PerDeviation, b.PerDeviation, 1e-9);
                Assert.Equal(a.StandardError ?? 0, b.StandardError ?? 0, 1e-9);
            }
        }
    }).Check(Quick.Tests(10));

    /// <summary>The covariance is the inverse of how the slopes change with the coefficients.</summary>
    [Fact]
    public void Fit_WithoutPenalty_ErrorsAreOfTheInformation()
    {
        ClassificationData data = LogisticDefinition.Rows(300, 3, 11);
        FitResult<LogisticModel> fit = new LogisticEstimator(new LogisticOptions { Penalty = LogisticPenalty.None }).Fit(data);
        double[] information = new double[16];
        for (int row = 0; row < data.Rows; row++)
        {
            double probability = fit.Model!.Probability(data.Features.Row(row));
            double[] x = [1, .. data.Features.Row(row)];
            for (int i = 0; i < 16; i++)
            {
                information[i] += probability * (1 - probability) * x[i / 4] * x[i % 4];
            }
        }

        ParameterCovariance covariance = fit.Report.Covariance!;
        for (int i = 0; i < 16; i++)
        {
            double product = Enumerable.Range(0, 4).Sum(k => information[((i / 4) * 4) + k] * covariance[k, i % 4]);
            Assert.Equal(i / 4 == i % 4 ? 1 : 0, product, 1e-6);
        }

        LogisticCoefficient first = fit.Model!.Coefficients[0];
        Assert.Equal(first.Value / first.StandardError, first.ZValue);
        Assert.Equal(0.05, new LogisticCoefficient("x", 1.959963984540054) { StandardError = 1 }.PValue!.Value, 1e-12);
        LikelihoodRatioTest test = fit.Model.Statistics!.Test!;
        Assert.Equal(fit.Model.Statistics.NullDeviance - fit.Model.Statistics.Deviance, test.Statistic, 1e-9);
        Assert.Equal(3, test.DegreesOfFreedom);
    }

    /// <summary>Neither a far offset, nor a tiny unit, nor a huge one changes what is found.</summary>
    [Theory]
    [InlineData(1, 1e9)]
    [InlineData(1e-200, 0)]
    [InlineData(1e200, 1e201)]
    public void Fit_OtherUnits_FindsTheSame(double unit, double offset)
    {
        ClassificationData data = LogisticDefinition.Rows(300, 3, 5);
        var other = ClassificationData.Create(FeatureMatrix.Create(data.Features.Columns, [.. data.Features.Values.ToArray().Select(value => (value * unit) + offset)]), data.Labels.ToArray());

        (LogisticModel plain, LogisticModel moved) = (new LogisticEstimator().Fit(data).Model!, new LogisticEstimator().Fit(other).Model!);

        Assert.Equal(plain.Baseline, moved.Baseline, 1e-6);
        foreach ((LogisticCoefficient a, LogisticCoefficient b) in plain.Coefficients.Zip(moved.Coefficients))
        {
            CloseTo.Relative(a.PerDeviation, b.PerDeviation, 1e-6);
        }
    }

    [Fact]
    public void Fit_PositiveWeight_IsTakenBackByTheCorrection()
    {
        ClassificationData data = LogisticDefinition.Rows(20_000, 2, 9);
        LogisticModel plain = new LogisticEstimator().Fit(data).Model!;
        LogisticModel weighted = new LogisticEstimator(new LogisticOptions { PositiveWeight = 4 }).Fit(data).Model!;

        Assert.True(weighted.Baseline > plain.Baseline + 1);
        Assert.Equal(plain.Baseline, new CalibratedModel(weighted, PriorCorrection.OfWeight(4)).Baseline, 0.05);
    }

    /// <summary>A column that does nothing is found to do something in one of twenty data sets, however often the events count.</summary>
    [Fact]
    public void Fit_PositiveWeightAndNoPenalty_HasErrorsThatHold()
    {
        var estimator = new LogisticEstimator(new LogisticOptions { Penalty = LogisticPenalty.None, PositiveWeight = 7 });
        LogisticModel[] models = [.. Enumerable.Range(1, 200).Select(seed => estimator.Fit(LogisticDefinition.Rows(400, 3, (ulong)seed)).Model!)];

        Assert.InRange(models.Count(static model => model.Coefficients[2].PValue < 0.05), 2, 22);
        Assert.InRange(models.Count(static model => model.Coefficients[0].Low <= 0.4 && 0.4 <= model.Coefficients[0].High), 170, 198);
        Assert.Null(models[0].Statistics!.Test);
        Assert.Equal((double.NaN, double.NaN), (models[0].Statistics!.Aic, models[0].Statistics!.Bic));
        FitReport report = estimator.Fit(LogisticDefinition.Rows(400, 3, 1)).Report;
        Assert.Contains("reweighted", report.Warnings.Select(static warning => warning.Code));
        Assert.Equal((null, null, null), (report.Aic, report.LogLikelihood, report.Basis));
        Assert.Equal(models[0].Coefficients[1].StandardError!.Value, report.Covariance!.StandardError(2), 1e-12);
    }

    /// <summary>The robust errors are those of the definition, with weights as so many rows.</summary>
    [Fact]
    public void Fit_PositiveWeightAndNoPenalty_HasTheErrorsOfTheDefinition()
    {
        ClassificationData data = LogisticDefinition.Rows(300, 1, 4, weighted: true);
        LogisticModel model = new LogisticEstimator(new LogisticOptions { Penalty = LogisticPenalty.None, PositiveWeight = 3 }).Fit(data).Model!;
        (double h00, double h01, double h11, double b00, double b01, double b11) = (0, 0, 0, 0, 0, 0);
        for (int row = 0; row < data.Rows; row++)
        {
            double x = data.Features.Row(row)[0];
            double p = model.Probability([x]);
            double factor = data.Labels[row] ? 3 : 1;
            double bend = data.Weights[row] * factor * p * (1 - p);
            double square = data.Weights[row] * factor * factor * Math.Pow(p - (data.Labels[row] ? 1 : 0), 2);
            (h00, h01, h11) = (h00 + bend, h01 + (bend * x), h11 + (bend * x * x));
            (b00, b01, b11) = (b00 + square, b01 + (square * x), b11 + (square * x * x));
        }

        double determinant = (h00 * h11) - (h01 * h01);
        Assert.Equal(Math.Sqrt((h01 * h01 * b00) - (2 * h01 * h00 * b01) + (h00 * h00 * b11)) / determinant, model.Coefficients[0].StandardError!.Value, 1e-9);
        Assert.Equal(Math.Sqrt((h11 * h11 * b00) - (2 * h01 * h11 * b01) + (h01 * h01 * b11)) / determinant, model.InterceptStandardError!.Value, 1e-9);
    }

    [Theory]
    [InlineData(1e-160)]
    [InlineData(1e-290)]
    [InlineData(1e300)]
    public void Fit_ExtremeUnitWithoutPenalty_HasTheSameTests(double unit)
    {
        ClassificationData data = LogisticDefinition.Rows(300, 2, 5);
        var other = ClassificationData.Create(FeatureMatrix.Create(data.Features.Columns, [.. data.Features.Values.ToArray().Select((value, at) => at % 2 == 0 ? value * unit : value)]), data.Labels.ToArray());
        var estimator = new LogisticEstimator(new LogisticOptions { Penalty = LogisticPenalty.None });

        (LogisticModel plain, LogisticModel moved) = (estimator.Fit(data).Model!, estimator.Fit(other).Model!);

        CloseTo.Relative(plain.InterceptStandardError!.Value, moved.InterceptStandardError!.Value, 1e-6);
        foreach ((LogisticCoefficient a, LogisticCoefficient b) in plain.Coefficients.Zip(moved.Coefficients))
        {
            CloseTo.Relative(a.ZValue!.Value, b.ZValue!.Value, 1e-6);
        }
    }

    [Fact]
    public void Fit_Cancelled_Stops() =>
        Assert.ThrowsAny<OperationCanceledException>(() => new LogisticEstimator().Fit(LogisticDefinition.Rows(100, 2, 1), new CancellationToken(canceled: true)));
}
