namespace CustomerInsight.Models.Tests;

public sealed class DiscreteHazardTests
{
    [Fact]
    public void Fit_FreePeriodsAndAnEmptyFeature_IsTheShareThatLeftInEachPeriod()
    {
        SurvivalTimes times = SurvivalSets.Random(3_000, 5, entries: true, most: 12);
        DiscreteHazardModel model = Fit(times, [.. Enumerable.Repeat(1.0, 3_000)], new DiscreteHazardOptions()).Model!;
        SurvivalEstimate curve = KaplanMeier.Estimate(times);

        Assert.Equal(Enumerable.Range(1, 12), model.Starts);
        for (int period = 1; period <= 12; period++)
        {
            (double atRisk, double events) = Count(times, period);
            Assert.Equal(events / atRisk, model.Hazard([1], period), 1e-8);
            Assert.Equal(curve.Curve.At(period), model.Survival([1], period), 1e-8);
            Assert.Equal(model.Survival([1], period), model.Curve([1]).At(period), 1e-12);
            Assert.Equal(model.Survival([1], period - 1), model.Survival([1], period - 0.5), 1e-12);
        }

        // From here on the last chance goes on.
        Assert.Equal(model.Hazard([1], 12), model.Hazard([1], 40));
        Assert.Equal(12, model.LastPeriod);
        Assert.Equal(model.Survival([1], 12) * Math.Pow(1 - model.Hazard([1], 12), 8), model.Survival([1], 20), 1e-12);
        Assert.Equal(0, model.Survival([1], double.PositiveInfinity));
    }

    [Theory]
    [InlineData(HazardShape.Constant)]
    [InlineData(HazardShape.LogPeriod)]
    [InlineData(HazardShape.PerPeriod)]
    public void Fit_TimesDrawnFromTheModel_FindsItAgain(HazardShape shape)
    {
        var random = new SeededRandom(12);
        double[] x = [.. Enumerable.Range(0, 6_000).Select(_ => random.NextDouble())];
        double[] exits = new double[x.Length];
        bool[] events = new bool[x.Length];
        for (int row = 0; row < x.Length; row++)
        {
            int last = 1 + random.Next(12);
            for (int period = 1; period <= last && !events[row]; period++)
            {
                exits[row] = period * 0.1;
                events[row] = random.NextDouble() < True(x[row], period);
            }
        }

        FitResult<DiscreteHazardModel> fit = Fit(SurvivalTimes.Create(exits, events), x, new DiscreteHazardOptions { Shape = shape, PeriodLength = 0.1 });

        Assert.True(fit.Report.Converged);
        Assert.Equal(6_000, fit.Report.Customers);
        for (int period = 1; period <= 8; period++)
        {
            Assert.Equal(True(0.2, period), fit.Model!.Hazard([0.2], period), 0.04);
            Assert.Equal(True(0.9, period), fit.Model.Hazard([0.9], period), 0.04);
        }

        Assert.InRange(Math.Abs(fit.Model!.Classifier.Coefficients[0].Value - 1.5) / fit.Model.Classifier.Coefficients[0].StandardError!.Value, 0, 3.5);
        double product = Enumerable.Range(1, 7).Aggregate(1.0, (left, period) => left * (1 - fit.Model.Hazard([0.3], period)));
        Assert.Equal(product, fit.Model.Survival([0.3], 0.7), 1e-12);
        Assert.True(fit.Model.Risk([0.9]) > fit.Model.Risk([0.1]));

        double True(double feature, int period) => Numeric.Logistic(3 - (1.5 * feature) + (shape == HazardShape.Constant ? 0 : 0.7 * Math.Log(period)));
    }

    [Fact]
    public void Fit_StretchesOfALife_AreThatLife()
    {
        SurvivalTimes times = SurvivalSets.Random(400, 7, most: 9);
        double[] x = [.. Enumerable.Range(0, 400).Select(static row => row % 7 / 3.0)];
        var exits = new List<double>();
        var starts = new List<double>();
        var ends = new List<int>();
        var features = new List<double>();
        for (int row = 0; row < 400; row++)
        {
            double cut = Math.Floor(times.Exits[row] / 2);
            if (cut > 0)
            {
                (exits, starts, ends, features) = ([.. exits, cut], [.. starts, 0], [.. ends, 0], [.. features, x[row]]);
            }

            (exits, starts, ends, features) = ([.. exits, times.Exits[row]], [.. starts, cut], [.. ends, times.Ends[row]], [.. features, x[row]]);
        }

        DiscreteHazardModel whole = Fit(times, x, new DiscreteHazardOptions()).Model!;
        DiscreteHazardModel cutUp = Fit(SurvivalTimes.OfCauses([.. exits], [.. ends], [.. starts]), [.. features], new DiscreteHazardOptions()).Model!;
        Assert.Equal(whole.Classifier, cutUp.Classifier);
    }

    [Fact]
    public void Fit_LivesCutWithinPeriods_JoinByCluster()
    {
        // Every life is cut once, or twice within one period, and some are watched from later on.
        var random = new SeededRandom(5);
        (List<double> exits, List<double> starts, List<int> ends, List<double> features, List<int> lives) = ([], [], [], [], []);
        double[] lasts = new double[300];
        double[] entries = new double[300];
        int[] causes = new int[300];
        double[] x = [.. Enumerable.Range(0, 300).Select(static life => life % 7 / 3.0)];
        for (int life = 0; life < 300; life++)
        {
            entries[life] = life % 5 == 0 ? 0.4 : 0;
            (lasts[life], causes[life]) = (1 + random.Next(8) + random.NextDouble(), random.Next(5) > 0 ? 1 : 0);
            double cut = lasts[life] - (0.2 * random.NextDouble()) - 0.05;
            double[] cuts = life % 2 == 0 ? [entries[life], cut, lasts[life]] : [entries[life], cut, cut + 0.02, lasts[life]];
            for (int i = 1; i < cuts.Length; i++)
            {
                (exits, starts, ends, features, lives) = ([cuts[i], .. exits], [cuts[i - 1], .. starts], [i == cuts.Length - 1 ? causes[life] : 0, .. ends], [x[life], .. features], [life, .. lives]);
            }
        }

        var times = SurvivalTimes.OfCauses([.. exits], [.. ends], [.. starts]);
        FeatureMatrix matrix = FeatureMatrix.Create(["x"], [.. features]);
        FitResult<DiscreteHazardModel> whole = Fit(SurvivalTimes.OfCauses(lasts, causes, entries), x, new DiscreteHazardOptions());
        FitResult<DiscreteHazardModel> joined = new DiscreteHazardEstimator().Fit(SurvivalData.Create(matrix, times, clusters: [.. lives]));
        Assert.Equal(whole.Model!.Classifier, joined.Model!.Classifier);
        Assert.Equal(whole.Report.Figures, joined.Report.Figures);

        FitResult<DiscreteHazardModel> apart = new DiscreteHazardEstimator().Fit(SurvivalData.Create(matrix, times));
        FitWarning warning = Assert.Single(apart.Report.Warnings, static one => one.Code == "events-not-counted");
        double lost = whole.Report.Figures.Single(static figure => figure.Name == "events").Value - apart.Report.Figures.Single(static figure => figure.Name == "events").Value;
        Assert.True(lost > 0);
        Assert.StartsWith(FormattableString.Invariant($"{lost} events"), warning.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fit_MorePeriodsThanFit_IsRefusedBeforeTheyAreMade()
    {
        double[] x = [.. Enumerable.Range(0, 3_000).Select(static row => row % 7 / 3.0)];
        Assert.Throws<ArgumentException>(() => Fit(SurvivalTimes.Create([.. x.Select(static _ => 3e8)], [.. x.Select(static _ => true)]), x, new DiscreteHazardOptions()));
        Assert.Throws<ArgumentException>(() => Fit(SurvivalTimes.Create([.. x.Select(static _ => 9e6)], [.. x.Select(static _ => true)]), x, new DiscreteHazardOptions()));
    }

    [Fact]
    public void Fit_ANumberOfTheCustomer_IsNamed()
    {
        FitResult<DiscreteHazardModel> fit = Fit(SurvivalSets.Random(300, 3), [.. Enumerable.Range(100_000, 300).Select(static id => (double)id)], new DiscreteHazardOptions { Shape = HazardShape.Constant });
        Assert.Equal("identifier-column", Assert.Single(fit.Report.Warnings).Code);
    }

    [Fact]
    public void Fit_PartsOfPeriods_CountOnlyWhereWatchedThrough()
    {
        // Left in the third period; watched to the end of the second; watched from the middle of the first, so in the second alone.
        var times = SurvivalTimes.Create([2.3, 2.3, 2], [true, false, false], [0, 0, 0.5]);
        var periods = new PersonPeriods(SurvivalData.Create(FeatureMatrix.Create(["x"], [1, 2, 3]), times), 1, 0);
        ClassificationData rows = periods.Expand(new PeriodBaseline(HazardShape.LogPeriod, [1]));

        Assert.Equal([1, 1, 1, 2, 2, 3], rows.Features.Values.ToArray().Where(static (_, i) => i % 2 == 0));
        Assert.Equal([1, 2, 3, 1, 2, 2], rows.Features.Values.ToArray().Where(static (_, i) => i % 2 == 1).Select(static log => (int)Math.Round(Math.Exp(log))));
        Assert.Equal([false, false, true, false, false, false], rows.Labels.ToArray());
        (int[] atRisk, int[] events) = periods.ByPeriod();
        Assert.Equal([2, 3, 1], atRisk);
        Assert.Equal([0, 0, 1], events);
        Assert.Equal(30, PersonPeriods.Whole(3 / 0.1));
    }

    [Fact]
    public void Pieces_FewEvents_AreSharedWithNeighbours()
    {
        Assert.Equal([1, 3, 4], PeriodBaseline.Pieces([50, 40, 30, 20, 10], [3, 3, 6, 5, 1], 5));
        Assert.Equal([1], PeriodBaseline.Pieces([50, 40], [1, 1], 5));
        Assert.Equal([1, 2], PeriodBaseline.Pieces([50, 40, 9], [9, 9, 9], 5));
        Assert.Equal(["period 3", "period 4+"], new PeriodBaseline(HazardShape.PerPeriod, [1, 3, 4]).Columns);
        Assert.Equal(["period 2–4", "period 5+"], new PeriodBaseline(HazardShape.PerPeriod, [1, 2, 5]).Columns);
    }

    [Fact]
    public void Save_AnyModel_ReadsBackEqual()
    {
        double[] x = [.. Enumerable.Range(0, 300).Select(static row => row % 7 / 3.0)];
        foreach (HazardShape shape in Enum.GetValues<HazardShape>())
        {
            DiscreteHazardModel model = Fit(SurvivalSets.Random(300, 3, causes: 2), x, new DiscreteHazardOptions { Shape = shape, Cause = 2 }).Model!;
            using var stream = new MemoryStream();
            model.Save(stream);
            stream.Position = 0;
            DiscreteHazardModel loaded = DiscreteHazardModel.Load(stream);
            Assert.Equal(model, loaded);
            Assert.Equal(model.Hazard([1], 4), loaded.Hazard([1], 4));
            Assert.Contains("odds", model.Describe(), StringComparison.Ordinal);
            Assert.Contains("\"period\":20", model.ToVegaLite(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Risk_FeaturesThatOverflow_IsFinite()
    {
        var model = new DiscreteHazardModel(new LogisticModel(-1, [new LogisticCoefficient("a", 10), new LogisticCoefficient("b", -10)]), HazardShape.Constant, [1], 1, 5);
        Assert.Equal(0, model.Risk([1e308, 1e308]));
        Assert.Equal(double.MaxValue, model.Risk([1e308, -1e308]));
        Assert.Equal((0.0, 1.0), (model.Survival([1e308, -1e308], 3), model.Survival([-1e308, 1e308], 3)));
    }

    [Fact]
    public void Fit_TooLittleOrWrong_IsRefused()
    {
        FitResult<DiscreteHazardModel> none = Fit(SurvivalTimes.Create([1, 2], [false, false]), [1, 2], new DiscreteHazardOptions());
        Assert.Equal("no-events", Assert.Single(none.Report.Warnings).Code);
        Assert.Null(none.Model);
        Assert.Throws<ArgumentException>(() => new DiscreteHazardEstimator(new DiscreteHazardOptions { PeriodLength = 0 }));
        var logistic = new LogisticModel(-1, [new LogisticCoefficient("x", 1)]);
        Assert.Throws<ArgumentException>(() => new DiscreteHazardModel(logistic, HazardShape.LogPeriod, [1], 1, 5));
        Assert.Throws<ArgumentException>(() => new DiscreteHazardModel(logistic, HazardShape.Constant, [2], 1, 5));
        var model = new DiscreteHazardModel(logistic, HazardShape.Constant, [1], 1, 5);
        Assert.Throws<ArgumentException>(() => model.Hazard([], 1));
        Assert.Throws<ArgumentException>(() => model.Risk([double.PositiveInfinity]));
        Assert.Throws<ArgumentOutOfRangeException>(() => model.Hazard([1], 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => model.Survival([1], -1));
    }

    private static FitResult<DiscreteHazardModel> Fit(SurvivalTimes times, double[] x, DiscreteHazardOptions options) =>
        new DiscreteHazardEstimator(options).Fit(SurvivalData.Create(FeatureMatrix.Create(["x"], x), times));

    private static (double AtRisk, double Events) Count(SurvivalTimes times, int period)
    {
        double atRisk = 0;
        double events = 0;
        for (int row = 0; row < times.Count; row++)
        {
            atRisk += times.Exits[row] >= period && times.Entries[row] < period ? 1 : 0;
            events += times.Exits[row] == period && times.Ends[row] != 0 ? 1 : 0;
        }

        return (atRisk, events);
    }
}
