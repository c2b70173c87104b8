namespace CustomerInsight.Models.Tests;

public sealed class SurvivalValidationTests
{
    [Fact]
    public void At_AnyRows_IsTheWeightedSquareOfTheDistance() => Prop.ForAll(
        (from rows in Gen.Choose(1, 50) from seed in Gen.Choose(0, 1_000_000) from weights in Gen.Elements(false, true) select (rows, (ulong)seed, weights)).ToArbitrary(),
        data =>
        {
            SurvivalTimes times = SurvivalSets.Random(data.rows, data.Item2, weights: data.weights);
            double[] survival = [.. ConcordanceTests.Risks(data.rows, data.Item2).Select(static risk => 1 - (risk / 6))];
            double sum = 0;
            double weights = 0;
            for (int row = 0; row < data.rows; row++)
            {
                double weight = ConcordanceTests.Weight(times, row);
                weights += weight;
                sum += times.Exits[row] > 9 ? weight * Math.Pow(1 - survival[row], 2) / ConcordanceTests.Watched(times, 9, before: false)
                    : times.Ends[row] != 0 ? weight * Math.Pow(survival[row], 2) / ConcordanceTests.Watched(times, times.Exits[row], before: true)
                    : 0;
            }

            // Those who were censored last are not known to be there at 9 or not.
            double last = times.Exits.ToArray().Max();
            bool isUnknown = last <= 9 && Enumerable.Range(0, data.rows).Any(row => times.Exits[row] == last && times.Ends[row] == 0);
            Assert.Equal(isUnknown ? double.NaN : sum / weights, SurvivalBrierScore.At(times, survival, 9), 1e-10);
        }).Check(Quick.Tests(200));

    [Fact]
    public void At_AfterTheEndOfTheWatch_IsNotANumber()
    {
        var times = SurvivalTimes.Create([1, 2, 3, 3, 3], [true, true, true, false, false]);
        double[] half = [0.5, 0.5, 0.5, 0.5, 0.5];
        Assert.Equal(0.25, SurvivalBrierScore.At(times, half, 2.9), 1e-12);
        Assert.True(double.IsNaN(SurvivalBrierScore.At(times, half, 3)));
        Assert.True(double.IsNaN(SurvivalBrierScore.At(times, half, 100)));

        // Of those who all left, it is known also later.
        Assert.Equal(0.25, SurvivalBrierScore.At(SurvivalTimes.Create([1, 2], [true, true]), [0.5, 0.5], 7), 1e-12);
    }

    [Fact]
    public void At_CensoringOfAShorterWatch_IsNotANumberAfterItsEnd()
    {
        var shorter = SurvivalTimes.Create([1, 2, 2], [false, true, false]);
        var times = SurvivalTimes.Create([1, 3, 4], [true, true, true]);
        Assert.True(double.IsFinite(SurvivalBrierScore.At(times, [0.5, 0.5, 0.5], 1.9, shorter)));
        Assert.True(double.IsNaN(SurvivalBrierScore.At(times, [0.5, 0.5, 0.5], 2.5, shorter)));
        Assert.True(double.IsNaN(SurvivalBrierScore.At(times, [0.5, 0.5, 0.5], 5, shorter)));
        Assert.True(double.IsNaN(Concordance.AreaAt(times, [3, 2, 1], 3.5, shorter)));
    }

    [Fact]
    public void Measures_CensoringOfStretches_IsRefused()
    {
        var times = SurvivalTimes.Create([2, 3], [true, true]);
        var stretches = SurvivalTimes.Create([2, 4], [false, true], [0, 2]);
        Assert.Equal("censoring", Assert.Throws<ArgumentException>(() => SurvivalBrierScore.At(times, [0.5, 0.5], 1, stretches)).ParamName);
        Assert.Equal("censoring", Assert.Throws<ArgumentException>(() => Concordance.Uno(times, [1, 2], censoring: stretches)).ParamName);
        Assert.Equal("censoring", Assert.Throws<ArgumentException>(() => Concordance.AreaAt(times, [1, 2], 1, stretches)).ParamName);
        Assert.Equal("training", Assert.Throws<ArgumentException>(() => SurvivalValidation.Of(new Exponential(), Draw(50, 1), stretches)).ParamName);
    }

    [Fact]
    public void Integrated_OfALine_IsItsMean()
    {
        Assert.Equal(0.1, SurvivalBrierScore.Integrated([1, 2, 5], [0.04, 0.08, 0.2]), 1e-12);
        Assert.Throws<ArgumentException>(() => SurvivalBrierScore.Integrated([1, 1], [0, 0]));
        Assert.Throws<ArgumentException>(() => SurvivalBrierScore.Integrated([1], [0, 0]));
    }

    [Fact]
    public void Of_TheTrueModel_IsCalibratedAndBetterThanOneCurve()
    {
        SurvivalData data = Draw(4_000, 3);
        SurvivalValidation found = SurvivalValidation.Of(new Exponential(), data, options: new SurvivalValidationOptions { Horizon = 3, Groups = 5 });

        Assert.True(found.IntegratedBrier < 0.95 * found.BaselineIntegratedBrier);
        Assert.InRange(found.Concordance.Value, 0.65, 0.85);
        Assert.Equal(found.Concordance.Value, found.UnoConcordance.Value, 0.02);
        Assert.Equal(50, found.Rows.Count);
        Assert.Equal(3, found.Rows[^1].Time);
        Assert.Equal(5, found.Calibration.Count);
        Assert.All(found.Calibration, static row => Assert.Equal(row.Foretold, row.Observed, 0.06));
        Assert.True(found.Calibration[0].Foretold < found.Calibration[^1].Foretold);
        Assert.Equal(4_000, found.Calibration.Sum(static row => row.Customers));
        Assert.Contains("integrated Brier", found.Describe(), StringComparison.Ordinal);
        Assert.Contains("foretold", found.CalibrationToVegaLite(), StringComparison.Ordinal);
        Assert.Contains("one curve", found.ScoresToVegaLite(), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_RowsCensoredAtOneEnd_IsMeasuredBeforeIt()
    {
        SurvivalData data = Draw(2_000, 5, 2);
        SurvivalValidation found = SurvivalValidation.Of(new Exponential(), data);

        Assert.InRange(found.Horizon, 1.9, 1.9999999);
        Assert.All(found.Rows, static row => Assert.True(double.IsFinite(row.Brier + row.BaselineBrier + row.Area)));
        Assert.Equal(found.Rows[^2].Brier, found.Rows[^1].Brier, 0.01);
        Assert.Equal("options", Assert.Throws<ArgumentException>(() => SurvivalValidation.Of(new Exponential(), data, options: new SurvivalValidationOptions { Horizon = 2 })).ParamName);
        Assert.Throws<ArgumentException>(() => SurvivalValidation.Of(new Exponential(), data, options: new SurvivalValidationOptions { Horizon = 100 }));

        SurvivalTimes training = Draw(2_000, 6, 1).Times;
        SurvivalValidation shorter = SurvivalValidation.Of(new Exponential(), data, training);
        Assert.InRange(shorter.Horizon, 0.9, 0.9999999);
        Assert.True(double.IsFinite(shorter.IntegratedBrier));
        Assert.Throws<ArgumentException>(() => SurvivalValidation.Of(new Exponential(), data, training, new SurvivalValidationOptions { Horizon = 1.5 }));
        Assert.Throws<ArgumentException>(() => SurvivalValidation.Of(new Exponential(), data, SurvivalTimes.Create([], [])));
    }

    [Fact]
    public void Of_AModelOfOneCause_TakesTheOthersAsCensored()
    {
        SurvivalTimes first = Draw(1_000, 7).Times;
        SurvivalTimes second = Draw(1_000, 7, turned: true).Times;
        double[] exits = [.. Enumerable.Range(0, 1_000).Select(row => Math.Min(first.Exits[row], second.Exits[row]))];
        int[] ends = [.. Enumerable.Range(0, 1_000).Select(row => first.Exits[row] <= second.Exits[row] ? first.Ends[row] : 2 * second.Ends[row])];
        var times = SurvivalTimes.OfCauses(exits, ends);
        var data = SurvivalData.Create(Draw(1_000, 7).Features, times);
        CoxModel model = new CoxEstimator(new CoxOptions { Cause = 1 }).Fit(data).Model!;

        SurvivalValidation found = SurvivalValidation.Of(model, data, times);

        Assert.Equal(model.Concordance(data), found.Concordance);
        Assert.InRange(found.Concordance.Value, 0.65, 0.9);
        Assert.Equal(found, SurvivalValidation.Of(model with { Cause = 0 }, SurvivalData.Create(data.Features, times.OnlyCause(1))));
    }

    [Fact]
    public void Of_Strata_AreComparedWithin()
    {
        SurvivalData drawn = Draw(400, 8);
        int[] strata = [.. Enumerable.Range(0, 400).Select(static row => row % 2)];
        var data = SurvivalData.Create(drawn.Features, drawn.Times, strata);
        CoxModel model = new CoxEstimator().Fit(data).Model!;
        int[] rows = [.. Enumerable.Range(0, 400).Where(static row => row % 2 == 1)];
        var own = SurvivalData.Create(FeatureMatrix.Create(["x"], [.. rows.Select(row => drawn.Features.Row(row)[0])]), drawn.Times.Take(rows));

        Assert.Contains("InStratum", Assert.Throws<ArgumentException>(() => SurvivalValidation.Of(model, data)).Message, StringComparison.Ordinal);
        Assert.Equal(model.InStratum(1).Concordance(own), SurvivalValidation.Of(model.InStratum(1), own).Concordance);
        Assert.Equal(Concordance.Harrell(data.Times, drawn.Features.Values, strata), SurvivalValidation.Of(new Exponential(), data).Concordance);
    }

    [Fact]
    public void Of_AnyNumberOfThreads_IsTheSame()
    {
        SurvivalData data = Draw(3_000, 4);
        Assert.Equal(
            SurvivalValidation.Of(new Exponential(), data, options: new SurvivalValidationOptions { MaxDegreeOfParallelism = 1, Times = 5 }),
            SurvivalValidation.Of(new Exponential(), data, options: new SurvivalValidationOptions { MaxDegreeOfParallelism = 3, Times = 5 }));
    }

    [Fact]
    public void Of_WrongArguments_AreRefused()
    {
        SurvivalData data = Draw(20, 1);
        var other = SurvivalData.Create(FeatureMatrix.Create(["y"], [1]), SurvivalTimes.Create([1], [true]));
        Assert.Throws<ArgumentException>(() => SurvivalValidation.Of(new Exponential(), other));
        Assert.Throws<ArgumentException>(() => SurvivalValidation.Of(new Exponential(), data, options: new SurvivalValidationOptions { Horizon = 0 }));
        Assert.Throws<ArgumentException>(() => SurvivalValidation.Of(new Exponential(), data, options: new SurvivalValidationOptions { Times = 0 }));
        Assert.Throws<ArgumentException>(() => SurvivalBrierScore.At(data.Times, [0.5], 1));
        Assert.Throws<ArgumentException>(() => SurvivalBrierScore.At(other.Times, [1.5], 1));
    }

    private static SurvivalData Draw(int rows, ulong seed, double end = double.PositiveInfinity, bool turned = false)
    {
        var random = new SeededRandom(seed);
        double[] x = [.. Enumerable.Range(0, rows).Select(_ => (4 * random.NextDouble()) - 2)];
        double[] exits = new double[rows];
        bool[] events = new bool[rows];
        for (int row = 0; row < rows; row++)
        {
            double left = -Math.Log(1 - random.NextDouble()) / (0.3 * Math.Exp(turned ? -x[row] : x[row]));
            double censored = 1 + (6 * random.NextDouble());
            censored = Math.Min(censored, end);
            (exits[row], events[row]) = (Math.Min(left, censored) + (left < end ? 1e-9 : 0), left <= censored);
        }

        return SurvivalData.Create(FeatureMatrix.Create(["x"], x), SurvivalTimes.Create(exits, events));
    }

    private sealed class Exponential : ISurvivalModel
    {
        public ValueList<string> Columns => ["x"];

        public double Survival(ReadOnlySpan<double> features, double time) => Math.Exp(-0.3 * Math.Exp(features[0]) * time);

        public double Risk(ReadOnlySpan<double> features) => features[0];
    }
}
