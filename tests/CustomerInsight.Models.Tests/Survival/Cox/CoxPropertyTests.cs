namespace CustomerInsight.Models.Tests;

/// <summary>Cox regression of any data, against its definition.</summary>
public sealed class CoxPropertyTests
{
    private static readonly Arbitrary<(ulong Seed, int Ties, int Flags)> Cases =
        (from seed in Gen.Choose(1, 1_000_000) from ties in Gen.Elements(0, 5, 30) from flags in Gen.Choose(0, 15) select ((ulong)seed, ties, flags)).ToArbitrary();

    [Theory]
    [InlineData(CoxTies.Efron)]
    [InlineData(CoxTies.Breslow)]
    public void Fit_AnyData_HasTheLikelihoodOfTheDefinitionAndItsMaximum(CoxTies ties) => Prop.ForAll(Cases, one =>
    {
        SurvivalData data = Drawn(one, 60);
        FitResult<CoxModel> result = new CoxEstimator(new CoxOptions { Ties = ties, MinimumEvents = 1 }).Fit(data);
        if (result.Model is not { } model)
        {
            Assert.NotEmpty(result.Report.Warnings);
            return;
        }

        double[] values = [.. model.Coefficients.Select(static coefficient => coefficient.Value)];
        CloseTo.Relative(PlainCox.LogLikelihood(data, values, ties), model.Fit!.LogLikelihood, 1e-11);
        CloseTo.Relative(PlainCox.LogLikelihood(data, new double[values.Length], ties), model.Fit.NullLogLikelihood, 1e-11);
        VerifyMaximum(data, model, ties);
    }).Check(Quick.Tests(60));

    [Fact]
    public void Fit_ExactTies_HasTheLikelihoodOfTheDefinitionAndItsMaximum() => Prop.ForAll(Cases, one =>
    {
        SurvivalData data = DrawnLives.Draw(16, 2, one.Seed, 5, (one.Flags & 1) != 0, false, (one.Flags & 4) != 0 ? 2 : 1);
        if (new CoxEstimator(new CoxOptions { Ties = CoxTies.Exact, MinimumEvents = 1 }).Fit(data).Model is { } model)
        {
            CloseTo.Relative(PlainCox.LogLikelihood(data, [.. model.Coefficients.Select(static coefficient => coefficient.Value)], CoxTies.Exact), model.Fit!.LogLikelihood, 1e-10);
            VerifyMaximum(data, model, CoxTies.Exact);
        }
    }).Check(Quick.Tests(40));

    [Fact]
    public void Fit_RowsInAnotherOrderAndOtherThreads_IsTheSameToTheLastBit() => Prop.ForAll(Cases, one =>
    {
        SurvivalData data = Drawn(one, 300);
        CoxModel? model = new CoxEstimator(new CoxOptions { MaxDegreeOfParallelism = 1, MinimumEvents = 1 }).Fit(data).Model;
        CoxModel? other = new CoxEstimator(new CoxOptions { MaxDegreeOfParallelism = 3, MinimumEvents = 1 }).Fit(Shuffle(data, one.Seed)).Model;
        Assert.Equal(model, other);
    }).Check(Quick.Tests(40));

    [Fact]
    public void Fit_ManyChunks_IsThatOfOneThreadAndOfTheDefinition()
    {
        foreach ((int ties, bool late, int strata) in new[] { (0, false, 1), (12, false, 1), (12, true, 3), (0, true, 1), (0, false, 2_000) })
        {
            SurvivalData data = DrawnLives.Draw(9_000, 3, 11, ties, late, true, strata, 50);
            CoxModel one = new CoxEstimator(new CoxOptions { MaxDegreeOfParallelism = 1 }).Fit(data).Model!;
            CoxModel four = new CoxEstimator(new CoxOptions { MaxDegreeOfParallelism = 4 }).Fit(Shuffle(data, 5)).Model!;

            Assert.Equal(one, four);
            if (ties == 0 && !late)
            {
                Assert.Equal(0.5, one.Coefficients[0].Value, 0.08);
                Assert.Equal(-0.4, one.Coefficients[1].Value, 0.08);
                Assert.Equal(0.25, one.Coefficients[2].Value, 0.15);
            }
            else if (ties > 0)
            {
                double[] values = [.. one.Coefficients.Select(static coefficient => coefficient.Value)];
                CloseTo.Relative(PlainCox.LogLikelihood(data, values, CoxTies.Efron), one.Fit!.LogLikelihood, 1e-11);
            }
        }
    }

    /// <summary>A row that counts twice is two rows, where ties do not tell them apart.</summary>
    [Fact]
    public void Fit_WeightsOfTwo_AreRowsTwice()
    {
        SurvivalData data = DrawnLives.Draw(200, 3, 3);
        double[] twos = new double[200];
        Array.Fill(twos, 2);
        SurvivalData weighted = SurvivalData.Create(data.Features, SurvivalTimes.Create(data.Times.Exits.ToArray(), Events(data), null, twos));
        SurvivalData doubled = SurvivalData.Create(
            FeatureMatrix.Create(data.Features.Columns, [.. data.Features.Values, .. data.Features.Values]),
            SurvivalTimes.Create([.. data.Times.Exits, .. data.Times.Exits], [.. Events(data), .. Events(data)]));
        var estimator = new CoxEstimator(new CoxOptions { Ties = CoxTies.Breslow });
        CoxModel left = estimator.Fit(weighted).Model!;
        CoxModel right = estimator.Fit(doubled).Model!;
        for (int i = 0; i < 3; i++)
        {
            Assert.Equal(right.Coefficients[i].Value, left.Coefficients[i].Value, 1e-12);
            Assert.Equal(right.Coefficients[i].StandardError!.Value, left.Coefficients[i].StandardError!.Value, 1e-12);
        }
    }

    /// <summary>A life cut into stretches is the same life; and all its stretches are one cluster.</summary>
    [Fact]
    public void Fit_LivesInStretches_AreThoseOfWholeLives()
    {
        SurvivalData whole = DrawnLives.Draw(300, 3, 4, 20);
        var values = new List<double>();
        (var entries, var exits, var events, var clusters) = (new List<double>(), new List<double>(), new List<bool>(), new List<int>());
        for (int row = 0; row < 300; row++)
        {
            double exit = whole.Times.Exits[row];
            double middle = Math.Floor(exit / 2);
            foreach ((double from, double to) in middle > 0 ? new[] { (0, middle), (middle, exit) } : [(0.0, exit)])
            {
                values.AddRange(whole.Features.Row(row));
                entries.Add(from);
                exits.Add(to);
                events.Add(to == exit && whole.Times.Ends[row] != 0);
                clusters.Add(row);
            }
        }

        SurvivalData cut = SurvivalData.Create(FeatureMatrix.Create(whole.Features.Columns, [.. values]), SurvivalTimes.Create([.. exits], [.. events], [.. entries]), null, [.. clusters]);
        CoxModel left = new CoxEstimator(new CoxOptions { RobustErrors = true }).Fit(whole).Model!;
        CoxModel right = new CoxEstimator().Fit(cut).Model!;
        Assert.Equal(left.Fit!.LogLikelihood, right.Fit!.LogLikelihood, 1e-9);
        for (int i = 0; i < 3; i++)
        {
            Assert.Equal(left.Coefficients[i].Value, right.Coefficients[i].Value, 1e-11);
            Assert.Equal(left.Coefficients[i].StandardError!.Value, right.Coefficients[i].StandardError!.Value, 1e-11);
            Assert.Equal(left.Coefficients[i].RobustError!.Value, right.Coefficients[i].RobustError!.Value, 1e-11);
        }

        Assert.Equal(left.Baselines[0].CumulativeHazards[^1] * Math.Exp(left.Risk([1, 1, 1])), right.Baselines[0].CumulativeHazards[^1] * Math.Exp(right.Risk([1, 1, 1])), 1e-9);
    }

    /// <summary>Rows that came in late and left early must not leave their rounding behind, however large they were.</summary>
    [Fact]
    public void Fit_HugeRisksBeforeAndAfter_DoNotDisturbTheRest()
    {
        SurvivalData data = DrawnLives.Draw(200, 1, 9, 0, true);
        double[] values = [.. data.Features.Values];
        double[] exits = data.Times.Exits.ToArray();
        double[] entries = [.. data.Times.Entries];
        bool[] events = Events(data);
        double[] huge = [.. values, 25, 24];
        SurvivalData with = SurvivalData.Create(Points.Matrix(huge, 1), SurvivalTimes.Create([.. exits, 101, 102], [.. events, false, false], [.. entries, 100, 100]));
        CoxModel plain = new CoxEstimator().Fit(data).Model!;
        CoxModel disturbed = new CoxEstimator().Fit(with).Model!;
        Assert.Equal(plain.Coefficients[0].Value, disturbed.Coefficients[0].Value, 1e-10);
        Assert.Equal(plain.Fit!.LogLikelihood, disturbed.Fit!.LogLikelihood, 1e-9);
    }

    private static bool[] Events(SurvivalData data) => Array.ConvertAll(data.Times.Ends.ToArray(), static end => end != 0);

    private static SurvivalData Drawn((ulong Seed, int Ties, int Flags) one, int rows) => DrawnLives.Draw(
        rows, 3, one.Seed, one.Ties, (one.Flags & 1) != 0, (one.Flags & 2) != 0, (one.Flags & 4) != 0 ? 3 : 1, (one.Flags & 8) != 0 ? rows / 4 : 0);

    // The slope by differences is nought there, and the information is the curvature by differences.
    private static void VerifyMaximum(SurvivalData data, CoxModel model, CoxTies ties)
    {
        double[] values = [.. model.Coefficients.Select(static coefficient => coefficient.Value)];
        double At(int i, double step) => PlainCox.LogLikelihood(data, [.. values.Select((value, k) => k == i ? value + step : value)], ties);
        for (int i = 0; i < values.Length; i++)
        {
            if (model.Coefficients[i].StandardError is double error)
            {
                double step = 1e-4 * error;
                Assert.Equal(0, (At(i, step) - At(i, -step)) / (2 * step) * error, 1e-4);
            }
        }

        double middle = At(0, 0);
        if (model.Covariance is { } covariance && covariance.Names.Count == values.Length)
        {
            var information = MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.DenseOfRowMajor(values.Length, values.Length, covariance.Values).Inverse();
            double step = 1e-2 * model.Coefficients[0].StandardError!.Value;
            CloseTo.Relative(information[0, 0], (2 * middle - At(0, step) - At(0, -step)) / (step * step), 2e-3);
        }
    }

    private static SurvivalData Shuffle(SurvivalData data, ulong seed)
    {
        var random = new SeededRandom(seed);
        int[] order = [.. Enumerable.Range(0, data.Features.Rows).Select(row => (row, Key: random.NextDouble())).OrderBy(static one => one.Key).Select(static one => one.row)];
        T[]? Take<T>(ReadOnlySpan<T> values)
        {
            T[] all = values.ToArray();
            return all.Length == 0 ? null : Array.ConvertAll(order, row => all[row]);
        }

        return SurvivalData.Create(
            FeatureMatrix.Create(data.Features.Columns, [.. order.SelectMany(row => data.Features.Row(row).ToArray())]),
            SurvivalTimes.OfCauses(Take(data.Times.Exits)!, Take(data.Times.Ends)!, Take(data.Times.Entries), Take(data.Times.Weights)),
            Take(data.Strata),
            Take(data.Clusters));
    }
}
