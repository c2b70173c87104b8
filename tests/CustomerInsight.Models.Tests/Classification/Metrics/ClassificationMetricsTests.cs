namespace CustomerInsight.Models.Tests;

public sealed class ClassificationMetricsTests
{
    // Few distinct scores, so that ties are everywhere.
    private static readonly Arbitrary<(int Score, bool Label, int Weight)[]> Cases = (
        from score in Gen.Choose(0, 8)
        from label in Gen.Elements(true, false)
        from weight in Gen.Choose(1, 4)
        select (score, label, weight)).NonEmptyListOf().Select(static list => list.ToArray()).ToArbitrary();

    [SharedFact]
    public void Measures_OfTheFixture_AreScikitLearns()
    {
        var fixture = MetricsFixture.Load();

        Assert.Equal(fixture["auc"], ClassificationMetrics.AreaUnderRoc(fixture.Scores, fixture.Labels), 1e-12);
        Assert.Equal(fixture["average_precision"], ClassificationMetrics.AveragePrecision(fixture.Scores, fixture.Labels), 1e-12);
        Assert.Equal(fixture["pr_auc_trapezoid"], ClassificationMetrics.AreaUnderPrecisionRecall(fixture.Scores, fixture.Labels), 1e-12);
        Assert.Equal(fixture["ks"], ClassificationMetrics.KolmogorovSmirnov(fixture.Scores, fixture.Labels), 1e-12);
        Assert.Equal(fixture["lift10_ceil_stable"], ClassificationMetrics.Lift(fixture.Scores, fixture.Labels, 0.1), 1e-12);
        Assert.Equal(fixture["lift20"], ClassificationMetrics.Lift(fixture.Scores, fixture.Labels, 0.2), 1e-12);
        Assert.Equal(fixture["logloss"], ClassificationMetrics.LogLoss(fixture.Probabilities, fixture.Labels), 1e-12);
        Assert.Equal(fixture["logloss"], ClassificationMetrics.LogLossOfMargins(fixture.Scores, fixture.Labels), 1e-12);
        Assert.Equal(fixture["brier"], ClassificationMetrics.Brier(fixture.Probabilities, fixture.Labels), 1e-12);
        Assert.Equal(fixture["mcc"], ConfusionTable.At(fixture.Scores, fixture.Labels, 0).Matthews, 1e-12);
    }

    [SharedFact]
    public void Measures_OfTheTelcoScores_AreTheReferences()
    {
        bool[] labels = TelcoScores.Labels;
        double[] logistic = TelcoScores.Of("LR3");
        var roc = RocArea.Of(logistic, labels);

        Assert.Equal(0.84506974, roc.Area, 1e-8);
        Assert.Equal(0.00496522, roc.StandardError, 1e-8);
        Assert.Equal(0.835338, roc.Low, 1e-6);
        Assert.Equal(0.854801, roc.High, 1e-6);
        Assert.Equal(0.531235, ClassificationMetrics.KolmogorovSmirnov(logistic, labels), 1e-6);
    }

    [SharedTheory]
    [InlineData("LR3", 0.84518, 0.65686, 0.41739, 0.13557, 2.870)]
    [InlineData("HGB5", 0.83365, 0.63987, 0.43557, 0.14096, 2.833)]
    [InlineData("HGB6", 0.84813, 0.66239, 0.41301, 0.13427, 2.860)]
    [InlineData("GB7", 0.84696, 0.66414, 0.41397, 0.13456, 2.870)]
    [InlineData("RF8", 0.84354, 0.65477, 0.41828, 0.13577, 2.849)]
    public void FoldMeans_OfTheTelcoScores_AreTheReferences(string model, double roc, double averagePrecision, double logLoss, double brier, double lift)
    {
        bool[] labels = TelcoScores.Labels;
        double[] scores = TelcoScores.Of(model);
        int[] folds = TelcoScores.Folds;
        var sums = new double[5];
        for (int fold = 0; fold < 5; fold++)
        {
            int[] rows = [.. Enumerable.Range(0, folds.Length).Where(row => folds[row] == fold)];
            double[] own = [.. rows.Select(row => scores[row])];
            bool[] ownLabels = [.. rows.Select(row => labels[row])];
            sums[0] += ClassificationMetrics.AreaUnderRoc(own, ownLabels) / 5;
            sums[1] += ClassificationMetrics.AveragePrecision(own, ownLabels) / 5;
            sums[2] += ClassificationMetrics.LogLoss(own, ownLabels) / 5;
            sums[3] += ClassificationMetrics.Brier(own, ownLabels) / 5;
            sums[4] += ClassificationMetrics.Lift(own, ownLabels) / 5;
        }

        Assert.Equal(roc, sums[0], 5.1e-6);
        Assert.Equal(averagePrecision, sums[1], 5.1e-6);
        Assert.Equal(logLoss, sums[2], 5.1e-6);
        Assert.Equal(brier, sums[3], 5.1e-6);
        Assert.Equal(lift, sums[4], 5.1e-4);
    }

    [Theory]
    [InlineData(0.001)]
    [InlineData(1)]
    [InlineData(37)]
    public void Lift_WeightsOfAnotherUnit_IsTheSame(double unit)
    {
        var random = new SeededRandom(3);
        double[] scores = [.. Enumerable.Range(0, 1_000).Select(_ => random.NextDouble())];
        bool[] labels = [.. scores.Select(score => random.NextDouble() < score * score)];

        double found = ClassificationMetrics.Lift(scores, labels, 0.1, [.. Enumerable.Repeat(unit, 1_000)]);

        Assert.Equal(ClassificationMetrics.Lift(scores, labels), found, 1e-9);
        Assert.Equal(GainTable.Of(scores, labels).Rows[0].Lift, found, 1e-9);
        Assert.True(found > 2);
    }

    [Fact]
    public void Lift_ShareThatIsNoBinaryNumber_RoundsUpToWholeRowsOnly()
    {
        double[] scores = [.. Enumerable.Range(0, 100).Select(static row => (double)-row)];

        Assert.Equal(100 / 7.0, ClassificationMetrics.Lift(scores, [.. scores.Select(static score => score > -7)], 0.07), 1e-9);
        Assert.Equal(100 / 8.0, ClassificationMetrics.Lift(scores, [.. scores.Select(static score => score > -8)], 0.0701), 1e-9);
    }

    [Fact]
    public void AreaUnderRoc_AnyScores_IsTheShareOfPairsWon() => Prop.ForAll(Cases, static rows =>
    {
        double won = 0;
        double pairs = 0;
        foreach ((int score, _, int weight) in rows.Where(static row => row.Label))
        {
            foreach ((int other, _, int otherWeight) in rows.Where(static row => !row.Label))
            {
                won += weight * otherWeight * (score > other ? 1 : score == other ? 0.5 : 0);
                pairs += weight * otherWeight;
            }
        }

        Assert.Equal(pairs == 0 ? double.NaN : won / pairs, ClassificationMetrics.AreaUnderRoc(Scores(rows), Labels(rows), Weights(rows)), 1e-12);
    }).Check(Quick.Tests(300));

    [Fact]
    public void Measures_OfWeightedRows_AreThoseOfRepeatedRows() => Prop.ForAll(Cases, static rows =>
    {
        (int Score, bool Label, int Weight)[] repeated = [.. rows.SelectMany(static row => Enumerable.Repeat((row.Score, row.Label, 1), row.Weight))];
        double[] expected = All(Scores(repeated), Labels(repeated), []);
        double[] actual = All(Scores(rows), Labels(rows), Weights(rows));
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i], actual[i], 1e-12);
        }
    }).Check(Quick.Tests(300));

    [Fact]
    public void Measures_RowsInAnotherOrder_AreTheSameToTheLastBit() => Prop.ForAll(Cases, static rows =>
    {
        var random = new SeededRandom((ulong)rows.Length);
        (int Score, bool Label, int Weight)[] shuffled = [.. rows.OrderBy(_ => random.NextBits())];
        double[] uneven = [.. Weights(rows).Select(static weight => weight / 7)];
        double[] unevenShuffled = [.. Weights(shuffled).Select(static weight => weight / 7)];

        Assert.Equal(All(Scores(rows), Labels(rows), uneven), All(Scores(shuffled), Labels(shuffled), unevenShuffled));
    }).Check(Quick.Tests(300));

    [Theory]
    [InlineData(10)]
    [InlineData(3_000)]
    [InlineData(20_000)]
    public void Measures_ManyRows_AreThoseOfRowsOfWeightOne(int rows)
    {
        // Rows without weights are sorted another way, and many of them by their bits.
        var random = new SeededRandom((ulong)rows);
        double[] scores = [.. Enumerable.Range(0, rows).Select(row => row % 7 == 0 ? double.NegativeInfinity : row % 5 == 0 ? -0.0 : Math.Round(random.NextNormal(), 3) * 1e3)];
        bool[] labels = [.. scores.Select(score => score + (300 * random.NextNormal()) > 100)];
        double[] ones = [.. Enumerable.Repeat(1.0, rows)];

        Assert.Equal(ClassificationMetrics.AreaUnderRoc(scores, labels, ones), ClassificationMetrics.AreaUnderRoc(scores, labels));
        Assert.Equal(ClassificationMetrics.AveragePrecision(scores, labels, ones), ClassificationMetrics.AveragePrecision(scores, labels));
        Assert.Equal(ScoreCurve.Of(scores, labels, ones), ScoreCurve.Of(scores, labels));
    }

    [Fact]
    public void Lift_TiesAtTheCut_CountByTheirShare()
    {
        double[] scores = [3, 2, 2, 2, 1, 0, 0, 0, 0, 0];
        bool[] labels = [true, true, false, false, true, false, false, false, false, false];

        // Of the first two one has the highest score; the other is one of three, one of which has the event.
        Assert.Equal((1 + (1.0 / 3)) / 2 / 0.3, ClassificationMetrics.Lift(scores, labels, 0.2), 1e-12);
        Assert.Equal(1, ClassificationMetrics.Lift(scores, labels, 1), 1e-12);
    }

    [Fact]
    public void LogLoss_ImpossibleThingHappened_IsClippedForProbabilitiesOnly()
    {
        Assert.Equal(-Math.Log(1e-15), ClassificationMetrics.LogLoss([0.0], [true]), 1e-9);

        // What a double keeps of 1 - 1e-15 is a little less than 1e-15 away from 1.
        Assert.Equal(-Math.Log(1 - (1 - 1e-15)), ClassificationMetrics.LogLoss([1.0], [false]), 1e-9);
        Assert.Equal(double.PositiveInfinity, ClassificationMetrics.LogLossOfMargins([double.NegativeInfinity], [true]));
        Assert.Equal(0, ClassificationMetrics.LogLossOfMargins([double.PositiveInfinity], [true]));
        Assert.Equal(800, ClassificationMetrics.LogLossOfMargins([-800], [true]), 1e-9);
    }

    [Fact]
    public void Measures_OneLabelOnly_AreNoNumbers()
    {
        Assert.Equal(double.NaN, ClassificationMetrics.AreaUnderRoc([1, 2], [true, true]));
        Assert.Equal(double.NaN, ClassificationMetrics.KolmogorovSmirnov([1, 2], [false, false]));
        Assert.Equal(double.NaN, ClassificationMetrics.AveragePrecision([1, 2], [false, false]));
        Assert.Equal(1, ClassificationMetrics.AveragePrecision([1, 2], [true, true]));
        Assert.Equal(double.NaN, ClassificationMetrics.Lift([1, 2], [false, false]));
        Assert.Equal(double.NaN, ClassificationMetrics.LogLoss([], []));
        Assert.Equal(double.NaN, RocArea.Of([1, 2], [true, true]).Area);
        Assert.Equal(double.NaN, RocComparison.Of([1, 2], [2, 1], [true, true]).PValue);
    }

    [Fact]
    public void Measures_WrongInput_SayWhichRow()
    {
        Assert.Contains("row 1", Assert.Throws<ArgumentException>(static () => ClassificationMetrics.AreaUnderRoc([1, double.NaN], [true, false])).Message, StringComparison.Ordinal);
        Assert.Contains("Row 0", Assert.Throws<ArgumentException>(static () => ClassificationMetrics.LogLoss([1.5, 0], [true, false])).Message, StringComparison.Ordinal);
        Assert.Contains("row 1", Assert.Throws<ArgumentException>(static () => ClassificationMetrics.Brier([0.5, 0], [true, false], [1, 0])).Message, StringComparison.Ordinal);
        Assert.Contains("2 labels", Assert.Throws<ArgumentException>(static () => ClassificationMetrics.Brier([0.5], [true, false])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(static () => ClassificationMetrics.Lift([1], [true], 0));
        Assert.Throws<ArgumentOutOfRangeException>(static () => ClassificationMetrics.Lift([1], [true], double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(static () => ConfusionTable.At([1], [true], double.NaN));
    }

    private static double[] All(double[] scores, bool[] labels, double[] weights)
    {
        double[] probabilities = [.. scores.Select(static score => score / 8)];
        var reliability = ReliabilityTable.Of(probabilities, labels, 4, ReliabilityBinning.EqualWidth, weights);
        var brier = BrierDecomposition.Of(probabilities, labels, weights);
        return
        [
            ClassificationMetrics.AreaUnderRoc(scores, labels, weights),
            ClassificationMetrics.AveragePrecision(scores, labels, weights),
            ClassificationMetrics.AreaUnderPrecisionRecall(scores, labels, weights),
            ClassificationMetrics.KolmogorovSmirnov(scores, labels, weights),
            ClassificationMetrics.LogLoss(probabilities, labels, weights),
            ClassificationMetrics.LogLossOfMargins(scores, labels, weights),
            ClassificationMetrics.Brier(probabilities, labels, weights),
            reliability.ExpectedCalibrationError,
            reliability.MaximumCalibrationError,
            brier.Reliability,
            brier.Resolution,
        ];
    }

    private static double[] Scores((int Score, bool Label, int Weight)[] rows) => [.. rows.Select(static row => (double)row.Score)];

    private static bool[] Labels((int Score, bool Label, int Weight)[] rows) => [.. rows.Select(static row => row.Label)];

    private static double[] Weights((int Score, bool Label, int Weight)[] rows) => [.. rows.Select(static row => (double)row.Weight)];
}
