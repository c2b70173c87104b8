namespace CustomerInsight.Models.Tests;

public sealed class ClassificationReportTests
{
    private static readonly Arbitrary<(int Percent, bool Label)[]> Cases = (
        from percent in Gen.Choose(0, 20)
        from label in Gen.Elements(true, false, false)
        select (percent, label)).NonEmptyListOf().Select(static list => list.ToArray()).ToArbitrary();

    [SharedFact]
    public void Of_TelcoScores_HasAllMeasuresAndBeatsTheBaselines()
    {
        double[] scores = TelcoScores.Of("HGB6");
        bool[] labels = TelcoScores.Labels;

        var report = ClassificationReport.Of(scores, labels, [BaselineScores.OfFeature("logistic", TelcoScores.Of("LR3"))]);

        Assert.Equal(0.847891, report.Roc.Area, 5.1e-7);
        Assert.Equal(7_043, report.Rows);
        Assert.Equal(1_869, report.Positives);
        Assert.Equal(report.Brier.Score, report.Brier.Reliability - report.Brier.Resolution + report.Brier.Uncertainty, 1e-12);
        Assert.Equal(["base rate", "logistic"], report.Baselines.Select(static baseline => baseline.Baseline));
        Assert.Equal(0.5, report.Baselines[0].Roc.Second);
        Assert.True(report.Baselines[0].Roc.PValue < 1e-10);
        Assert.Equal(report.Brier.Uncertainty, report.Baselines[0].Brier!.Value, 1e-12);
        Assert.Null(report.Baselines[1].LogLoss);
        Assert.InRange(report.Baselines[1].Roc.PValue, 0.01, 0.2);
        Assert.Equal(report.LiftTop10, report.Gain.Rows[0].CumulativeLift, 1e-12);
        string text = report.Describe();
        Assert.Contains("7,043 rows, 1,869 with the event (26.5 %)", text, StringComparison.Ordinal);
        Assert.Contains("(base rate)", text, StringComparison.Ordinal);
        Assert.InRange(report.Reliability.ExpectedCalibrationError, 0, 0.02);
    }

    [SharedFact]
    public void Of_Campaign_ReportsProfitBesideThatOfTheBaselines()
    {
        var report = ClassificationReport.Of(
            TelcoScores.Of("HGB6"), TelcoScores.Labels, [BaselineScores.OfFeature("logistic", TelcoScores.Of("LR3"))], options: new ClassificationReportOptions { Campaign = new RetentionCampaign() });

        Assert.Equal(10.32919413, report.ExpectedProfit!.Profit, 1e-8);
        Assert.Equal(10.27991754, report.Baselines[1].ExpectedProfit!.Profit, 1e-8);
        Assert.Equal(0.531235, report.Baselines[1].KolmogorovSmirnov, 1e-6);
        Assert.True(report.Profit!.MaximumProfit > 9);
        Assert.Contains("expected maximum profit: 10.3292 for each customer", report.Describe(), StringComparison.Ordinal);
        Assert.Null(ClassificationReport.Of([0.5], [true]).Profit);
        Assert.Throws<ArgumentException>(static () => ClassificationReport.Of([0.5, 0.2], [true, false], options: new ClassificationReportOptions { Campaign = new RetentionCampaign(OfferCost: 500) }));
    }

    /// <summary>Areas of weighted rows are those of so many rows each, of the model and of its baselines; a test of such rows there is none.</summary>
    [Fact]
    public void Of_WeightedRows_ComparesWeightedAreas()
    {
        var random = new SeededRandom(6);
        double[] probabilities = [.. Enumerable.Range(0, 200).Select(_ => random.Next(30) / 30.0)];
        bool[] labels = [.. probabilities.Select(probability => random.NextDouble() < probability)];
        double[] weights = [.. labels.Select(_ => 1.0 + random.Next(4))];
        double[] scores = [.. labels.Select(label => random.Next(9) + (label ? 1.0 : 0))];
        int[] repeated = [.. Enumerable.Range(0, 200).SelectMany(row => Enumerable.Repeat(row, (int)weights[row]))];
        bool[] labelsRepeated = [.. repeated.Select(row => labels[row])];

        BaselineComparison found = ClassificationReport.Of(probabilities, labels, [new BaselineScores("rule", ValueList.Create<double>(scores))], weights).Baselines[1];

        Assert.Equal(ClassificationMetrics.AreaUnderRoc([.. repeated.Select(row => probabilities[row])], labelsRepeated), found.Roc.First, 1e-12);
        Assert.Equal(ClassificationMetrics.AreaUnderRoc([.. repeated.Select(row => scores[row])], labelsRepeated), found.Roc.Second, 1e-12);
        Assert.Equal((double.NaN, double.NaN), (found.Roc.StandardError, found.Roc.PValue));
    }

    [Fact]
    public void Baselines_WeightedRows_CountAsSoManyRows()
    {
        var random = new SeededRandom(7);
        double[] values = [.. Enumerable.Range(0, 120).Select(row => row % 11 == 0 ? double.NaN : random.Next(3))];
        bool[] labels = [.. values.Select(value => random.NextDouble() < 0.2 + (value / 5))];
        double[] weights = [.. labels.Select(static label => label ? 3.0 : 1)];
        Folds folds = Folds.Stratified(labels, 3);

        double[] rates = [.. BaselineScores.BaseRate(labels, folds, weights).Probabilities];
        double[] chances = [.. BaselineScores.OfFeature("x", values, labels, folds, weights: weights).Probabilities];

        foreach (Fold fold in folds.Items)
        {
            double Weight(Func<int, bool> of) => fold.Train.Where(of).Sum(row => weights[row]);
            double rate = Weight(row => labels[row]) / Weight(static _ => true);
            double mean = Weight(static _ => true) / fold.Train.Count;
            foreach (int row in fold.Test)
            {
                Assert.Equal(rate, rates[row], 1e-12);
                Assert.Equal((Weight(other => labels[other] && values[other].Equals(values[row])) + (mean * rate)) / (Weight(other => values[other].Equals(values[row])) + mean), chances[row], 1e-12);
            }
        }
    }

    [Fact]
    public void Reliability_AnyProbabilities_IsThatOfTheBins() => Prop.ForAll(Cases, static rows =>
    {
        (double[] probabilities, bool[] labels) = Split(rows);

        var table = ReliabilityTable.Of(probabilities, labels, 4, ReliabilityBinning.EqualWidth);

        var expected = rows.GroupBy(static row => Math.Min(3, row.Percent / 5)).OrderBy(static bin => bin.Key).Select(static bin =>
            (Math.Round(bin.Average(static row => row.Percent / 20.0), 10), Math.Round(bin.Average(static row => row.Label ? 1.0 : 0), 10), (double)bin.Count(), bin.Min(static row => row.Percent / 20.0), bin.Max(static row => row.Percent / 20.0)));
        Assert.Equal(expected, table.Bins.Select(static bin => (Math.Round(bin.Predicted, 10), Math.Round(bin.Observed, 10), bin.Weight, bin.Lowest, bin.Highest)));
        Assert.All(table.Bins, static bin => Assert.InRange(bin.Observed, bin.Interval.Low, bin.Interval.High));
    }).Check(Quick.Tests(200));

    [Fact]
    public void Reliability_EqualMass_NeverPartsEqualProbabilities() => Prop.ForAll(Cases, static rows =>
    {
        (double[] probabilities, bool[] labels) = Split(rows);

        var table = ReliabilityTable.Of(probabilities, labels, 5, ReliabilityBinning.EqualMass);

        Assert.Equal(rows.Length, table.Bins.Sum(static bin => bin.Weight));
        Assert.All(table.Bins.Zip(table.Bins.Skip(1)), static pair => Assert.True(pair.First.Highest < pair.Second.Lowest));
        double largest = rows.GroupBy(static row => row.Percent).Max(static group => group.Count());
        Assert.All(table.Bins, bin => Assert.True(bin.Weight <= (rows.Length / 5.0) + (2 * largest)));
    }).Check(Quick.Tests(200));

    [Fact]
    public void BrierDecomposition_AnyProbabilities_AddsUpWithTermsOfAtLeastNought() => Prop.ForAll(Cases, static rows =>
    {
        (double[] probabilities, bool[] labels) = Split(rows);

        var parts = BrierDecomposition.Of(probabilities, labels);

        Assert.Equal(parts.Score, parts.Reliability - parts.Resolution + parts.Uncertainty, 1e-12);
        Assert.True(parts.Reliability >= -1e-12 && parts.Resolution >= -1e-12);

        // Isotonic regression is the best rising function: no other of the grid does better.
        double recalibrated = parts.Score - parts.Reliability;
        foreach (double power in (double[])[0.25, 0.5, 1, 2, 4])
        {
            Assert.True(recalibrated <= ClassificationMetrics.Brier([.. probabilities.Select(p => Math.Pow(p, power))], labels) + 1e-12);
        }
    }).Check(Quick.Tests(200));

    [Fact]
    public void BrierDecomposition_SharesThatFall_ArePooled()
    {
        // At 0.2 half have the event, at 0.6 a quarter: together a third; at 0.9 all.
        var parts = BrierDecomposition.Of([0.2, 0.2, 0.6, 0.6, 0.6, 0.6, 0.9], [true, false, true, false, false, false, true]);

        Assert.Equal(2.0 * (2.0 / 3) / 7, parts.Score - parts.Reliability, 1e-12);
    }

    [Fact]
    public void Gain_AnyScores_FindsAllInTheEnd() => Prop.ForAll(Cases, static rows =>
    {
        (double[] scores, bool[] labels) = Split(rows);

        var table = GainTable.Of(scores, labels, 5);

        Assert.Equal(Math.Min(5, rows.Length), table.Rows.Count);
        Assert.Equal(1, table.Rows[^1].Share);
        Assert.Equal(rows.Length, table.Rows.Sum(static row => row.Weight), 1e-9);
        Assert.Equal(labels.Count(static label => label), table.Rows.Sum(static row => row.Positives), 1e-9);
        foreach (GainRow row in table.Rows.Where(_ => labels.Contains(true)))
        {
            Assert.Equal(ClassificationMetrics.Lift(scores, labels, row.Share - 1e-9), row.CumulativeLift, 1e-9);
        }
    }).Check(Quick.Tests(200));

    [Fact]
    public void Confusion_AtAThreshold_CountsTheScoreItselfAsYes()
    {
        var table = ConfusionTable.At([0.2, 0.5, 0.5, 0.9], [false, true, false, true], 0.5);

        Assert.Equal((2, 1, 0, 1), (table.TruePositives, table.FalsePositives, table.FalseNegatives, table.TrueNegatives));
        Assert.Equal(0.75, table.Accuracy);
        Assert.Equal(2.0 / 3, table.Precision, 1e-12);
        Assert.Equal(1, table.Recall);
        Assert.Equal(0.5, table.Specificity);
        Assert.Equal(0.75, table.BalancedAccuracy);
        Assert.Equal(0.8, table.F1, 1e-12);
        Assert.Equal(2 / Math.Sqrt(3 * 2 * 2 * 1), table.Matthews, 1e-12);
        Assert.Equal(0, ConfusionTable.At([1, 1], [true, false], 2).Matthews);
        Assert.Equal(table, ClassificationReport.Of([0.2, 0.5, 0.5, 0.9], [false, true, false, true]).Confusion);
    }

    [Fact]
    public void Curve_ManyScores_IsThinnedWithBothEnds()
    {
        double[] scores = [.. Enumerable.Range(0, 4_000).Select(static row => (double)row)];
        var curve = ScoreCurve.Of(scores, [.. scores.Select(static score => score >= 2_000)]);

        Assert.Equal(VegaLite.MostPoints, curve.Points.Count);
        Assert.Equal(new ScoreCurvePoint(double.PositiveInfinity, 0, 0, 0, 1), curve.Points[0]);
        Assert.Equal(new ScoreCurvePoint(0, 1, 1, 1, 0.5), curve.Points[^1]);
        Assert.Contains("precision", curve.ToPrecisionRecallVegaLite(), StringComparison.Ordinal);
        Assert.Contains("falsePositives", curve.ToRocVegaLite(), StringComparison.Ordinal);
    }

    [Fact]
    public void Baselines_OutOfFold_KnowTheRowsLearnedFromAlone()
    {
        double[] values = [.. Enumerable.Range(0, 200).Select(static row => row % 50 == 7 ? double.NaN : row % 20)];
        bool[] labels = [.. Enumerable.Range(0, 200).Select(static row => row % 20 >= 15 || row % 13 == 0)];
        Folds folds = Folds.Stratified(labels, 4);

        var rate = BaselineScores.BaseRate(labels, folds);
        var rule = BaselineScores.OfFeature("value", values, labels, folds);

        foreach (Fold fold in folds.Items)
        {
            Assert.All(fold.Test, row => Assert.Equal(fold.Train.Count(other => labels[other]) / (double)fold.Train.Count, rate.Probabilities[row], 1e-12));

            // Other labels of the rows to be predicted change nothing for them.
            bool[] turned = [.. labels.Select((label, row) => fold.Test.Contains(row) ? !label : label)];
            var again = BaselineScores.OfFeature("value", values, turned, folds);
            Assert.All(fold.Test, row => Assert.Equal(rule.Probabilities[row], again.Probabilities[row]));
        }

        var report = ClassificationReport.Of(rule.Probabilities.AsSpan(), labels, [rate, rule]);
        Assert.Equal(["base rate", "value"], report.Baselines.Select(static one => one.Baseline));
        Assert.Equal(rate.Probabilities.Select(static p => p).Distinct().Count() > 1, report.Baselines[0].LogLoss != ClassificationReport.Of(rule.Probabilities.AsSpan(), labels).Baselines[0].LogLoss);
        Assert.True(report.LogLoss < report.Baselines[0].LogLoss);
        Assert.Equal(double.NegativeInfinity, rule.Scores[7]);
        Assert.Throws<ArgumentException>(() => BaselineScores.OfFeature("short", [1, 2], labels, folds));
        Assert.Throws<ArgumentException>(() => BaselineScores.BaseRate([true], folds));
    }

    [Fact]
    public void Of_WeightedRows_AreThoseOfRepeatedRows()
    {
        double[] scores = [0.1, 0.4, 0.35, 0.8, 0.8];
        bool[] labels = [false, false, true, true, false];
        double[] weights = [1, 2, 3, 2, 1];
        int[] repeated = [.. Enumerable.Range(0, 5).SelectMany(row => Enumerable.Repeat(row, (int)weights[row]))];

        var weighted = ClassificationReport.Of(scores, labels, weights: weights);
        var plain = ClassificationReport.Of([.. repeated.Select(row => scores[row])], [.. repeated.Select(row => labels[row])]);

        Assert.Equal(plain.Roc.Area, weighted.Roc.Area, 1e-12);
        Assert.Equal(double.NaN, weighted.Roc.StandardError);
        Assert.Equal(plain.Rate, weighted.Rate, 1e-12);
        Assert.Equal(plain.Confusion, weighted.Confusion);
        Assert.Equal(plain.Brier.Reliability, weighted.Brier.Reliability, 1e-12);
        Assert.Equal(plain.Baselines[0].LogLoss!.Value, weighted.Baselines[0].LogLoss!.Value, 1e-12);
    }

    [Fact]
    public void Of_WrongInput_IsRefused()
    {
        Assert.Throws<ArgumentException>(static () => ClassificationReport.Of([], []));
        Assert.Throws<ArgumentException>(static () => ClassificationReport.Of([0.5, 0.5], [true, false], [BaselineScores.OfFeature("short", [1])]));
        Assert.Throws<ArgumentException>(static () => ClassificationReport.Of([0.5], [true], options: new ClassificationReportOptions { Level = 1 }));
        Assert.Throws<ArgumentException>(static () => ClassificationReport.Of([0.5], [true], options: new ClassificationReportOptions { Binning = (ReliabilityBinning)7 }));
        Assert.Throws<ArgumentOutOfRangeException>(static () => ReliabilityTable.Of([0.5], [true], 0));
        Assert.Equal(new ClassificationReportOptions().Binning, ReliabilityTable.Of([0.5], [true]).Binning);
        Assert.Throws<ArgumentOutOfRangeException>(static () => GainTable.Of([0.5], [true], 0));
        Assert.Equal(double.NaN, ClassificationReport.Of([0.5], [true]).Roc.Area);
    }

    private static (double[] Probabilities, bool[] Labels) Split((int Percent, bool Label)[] rows) => ([.. rows.Select(static row => row.Percent / 20.0)], [.. rows.Select(static row => row.Label)]);
}
