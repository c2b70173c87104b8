namespace CustomerInsight.Models.Tests;

public sealed class CrossValidationTests
{
    private static readonly FitReport Fitted = new("test", FitStatus.Converged, 1, null, 1, []);

    [SharedFact]
    public void Run_TelcoScoresOnTheirFolds_HasTheReferenceMeans()
    {
        bool[] labels = TelcoScores.Labels;
        double[] scores = TelcoScores.Of("LR3");
        double[] margins = [.. scores.Select(static p => Math.Log(p / (1 - p)))];

        CrossValidation found = CrossValidation.Run(labels, Folds.Given(TelcoScores.Folds), (fold, _) => new FoldPrediction([.. fold.Test.Select(row => margins[row])], Fitted)).Model!;

        Assert.Equal(margins, found.Margins);
        Assert.Equal(0.84518, found.AreaUnderRoc.Mean, 5.1e-6);
        Assert.Equal(0.65686, found.AveragePrecision.Mean, 5.1e-6);
        Assert.Equal(0.41739, found.LogLoss.Mean, 5.1e-6);
        Assert.Equal(0.13557, found.Brier.Mean, 5.1e-6);
        Assert.Equal(2.870, found.LiftTop10.Mean, 5.1e-4);
        Assert.Equal(0.0149, found.AreaUnderRoc.StandardDeviation, 5.1e-5);
        ClassificationReport report = found.ToReport(labels);
        Assert.Equal(0.84506974, report.Roc.Area, 1e-8);
        Assert.Equal(0.00496522, report.Roc.StandardError, 1e-8);
        Assert.Contains("0.84518", found.Describe(), StringComparison.Ordinal);
    }

    [Fact]
    public void Run_Estimator_PredictsEachRowByTheOthers()
    {
        ClassificationData data = Data(200, 4);
        Folds folds = Folds.Stratified(data.Labels, 4);

        FitResult<CrossValidation> found = CrossValidation.Run(new RateEstimator(), data, folds);

        Assert.True(found.Report.Converged);
        Assert.Equal(4, found.Report.Parts.Count);
        foreach (Fold fold in folds.Items)
        {
            double rate = fold.Train.Count(row => data.Labels[row]) / (double)fold.Train.Count;
            Assert.All(fold.Test, row => Assert.Equal(Math.Log(rate / (1 - rate)) + data.Features.Row(row)[0], found.Model!.Margins[row], 1e-12));
        }
    }

    [Fact]
    public void Run_AnyNumberOfThreads_IsTheSame()
    {
        ClassificationData data = Data(300, 9);
        Folds folds = Folds.Stratified(data.Labels, 7);
        var heard = new Heard();

        CrossValidation one = CrossValidation.Run(new RateEstimator(), data, folds, 1, heard).Model!;

        Assert.Equal([1, 2, 3, 4, 5, 6, 7], heard.Values);
        Assert.Equal(one, CrossValidation.Run(new RateEstimator(), data, folds, 3).Model);
        Assert.Equal(one, CrossValidation.Run(new RateEstimator(), data, folds).Model);
    }

    [Fact]
    public void Run_FoldWithTooLittle_IsRefusedByName()
    {
        ClassificationData data = Data(40, 9);
        bool[] labels = new bool[40];
        labels[0] = true;

        FitResult<CrossValidation> found = CrossValidation.Run(new RateEstimator(), ClassificationData.Create(data.Features, labels), Folds.Stratified(labels, 4));

        Assert.Null(found.Model);
        Assert.Equal(FitStatus.TooLittleData, found.Report.Status);
        FitWarning warning = Assert.Single(found.Report.Warnings);
        Assert.Contains("Fold 0", warning.Message, StringComparison.Ordinal);
        Assert.Contains("all rows are alike", warning.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_WrongPredictions_AreRefusedByFold()
    {
        bool[] labels = [true, false, true, false];
        Folds folds = Folds.Given([0, 0, 1, 1]);

        Assert.Contains("Fold 0", Assert.Throws<ArgumentException>(() => CrossValidation.Run(labels, folds, static (_, _) => new FoldPrediction([1], Fitted))).Message, StringComparison.Ordinal);
        Assert.Contains("1 log-odds", Assert.Throws<ArgumentException>(() => CrossValidation.Run(labels, folds, static (_, _) => new FoldPrediction([1, double.NaN], Fitted))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => CrossValidation.Run([true], folds, static (_, _) => new FoldPrediction([1], Fitted)));
        Assert.Throws<ArgumentException>(() => CrossValidation.Run(labels, folds, static (_, _) => new FoldPrediction([1, 1], Fitted), [1, 1, 1, 0]));
        Assert.Equal("0", Assert.Throws<InvalidOperationException>(() => CrossValidation.Run(labels, folds, static (fold, _) => throw new InvalidOperationException(fold.Name))).Message);
        using var stopped = new CancellationTokenSource();
        stopped.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => CrossValidation.Run(labels, folds, static (_, _) => new FoldPrediction([1, 1], Fitted), cancellationToken: stopped.Token));
    }

    [Fact]
    public void ToReport_RowsThatNoFoldPredicts_AreLeftOut()
    {
        bool[] labels = [true, false, true, false, true];
        CrossValidation found = CrossValidation.Run(labels, Folds.Given([0, 0, 1, 1, -1]), static (fold, _) => new FoldPrediction([.. fold.Test.Select(static row => (double)row)], Fitted)).Model!;

        ClassificationReport report = found.ToReport(labels, [BaselineScores.OfFeature("last", [1, 2, 3, 4, 5])]);

        Assert.Equal(double.NaN, found.Margins[4]);
        Assert.Equal(4, report.Rows);
        Assert.Equal(["base rate", "last"], report.Baselines.Select(static one => one.Baseline));
        Assert.Throws<ArgumentException>(() => found.ToReport(labels, [BaselineScores.OfFeature("short", [1, 2])]));
    }

    private static ClassificationData Data(int rows, ulong seed)
    {
        var random = new SeededRandom(seed);
        double[] values = [.. Enumerable.Range(0, rows).Select(_ => random.NextNormal())];
        return ClassificationData.Create(FeatureMatrix.Create(["x"], values), [.. values.Select(value => value + random.NextNormal() > 0.5)]);
    }

    /// <summary>Learns the share of events, and adds the feature.</summary>
    private sealed class RateEstimator : IEstimator<ClassificationData, RateModel>
    {
        public FitResult<RateModel> Fit(ClassificationData data, CancellationToken cancellationToken = default)
        {
            double rate = (double)data.Positives / data.Rows;
            return rate is 0 or 1
                ? new FitResult<RateModel>(null, FitReport.TooLittle("rate", data.Rows, new FitWarning("one-class", "all rows are alike.")))
                : new FitResult<RateModel>(new RateModel(Math.Log(rate / (1 - rate))), Fitted);
        }
    }

    private sealed class RateModel(double baseline) : IClassificationModel
    {
        public ValueList<string> Columns => ["x"];

        public double Baseline => baseline;

        public void Margins(FeatureMatrix rows, Span<double> margins, CancellationToken cancellationToken = default)
        {
            for (int row = 0; row < rows.Rows; row++)
            {
                margins[row] = baseline + rows.Row(row)[0];
            }
        }

        public void Contributions(FeatureMatrix rows, Span<double> contributions, CancellationToken cancellationToken = default) => rows.Values.CopyTo(contributions);
    }
}
