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

            Assert.Equal(sum / weights, SurvivalBrierScore.At(times, survival, 9), 1e-10);
        }).Check(Quick.Tests(200));

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

    private static SurvivalData Draw(int rows, ulong seed)
    {
        var random = new SeededRandom(seed);
        double[] x = [.. Enumerable.Range(0, rows).Select(_ => (4 * random.NextDouble()) - 2)];
        double[] exits = new double[rows];
        bool[] events = new bool[rows];
        for (int row = 0; row < rows; row++)
        {
            double left = -Math.Log(1 - random.NextDouble()) / (0.3 * Math.Exp(x[row]));
            double censored = 1 + (6 * random.NextDouble());
            (exits[row], events[row]) = (Math.Min(left, censored) + 1e-9, left <= censored);
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
