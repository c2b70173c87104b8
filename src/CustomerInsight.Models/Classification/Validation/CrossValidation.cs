using System.Diagnostics.CodeAnalysis;

namespace CustomerInsight.Models;

/// <summary>What comes of predicting each row by what was learned from others: an honest measure of a model, and scores to calibrate and compare by.</summary>
/// <param name="Margins">The log-odds of each row, by the model of the fold that predicts it; not a number for a row that no fold predicts.</param>
/// <param name="Folds">How well each fold was predicted.</param>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed partial record CrossValidation(ValueList<double> Margins, ValueList<FoldScore> Folds)
{
    /// <summary>Gets the area under the ROC curve over the folds.</summary>
    public FoldMean AreaUnderRoc => FoldMean.Of(Folds.Select(static fold => fold.AreaUnderRoc));

    /// <summary>Gets the average precision over the folds.</summary>
    public FoldMean AveragePrecision => FoldMean.Of(Folds.Select(static fold => fold.AveragePrecision));

    /// <summary>Gets the logarithmic loss over the folds.</summary>
    public FoldMean LogLoss => FoldMean.Of(Folds.Select(static fold => fold.LogLoss));

    /// <summary>Gets the Brier score over the folds.</summary>
    public FoldMean Brier => FoldMean.Of(Folds.Select(static fold => fold.Brier));

    /// <summary>Gets the lift of the first tenth over the folds.</summary>
    public FoldMean LiftTop10 => FoldMean.Of(Folds.Select(static fold => fold.LiftTop10));

    /// <summary>Predicts each row by an estimator's model of other rows.</summary>
    /// <typeparam name="TModel">The estimator's model.</typeparam>
    /// <param name="estimator">The estimator.</param>
    /// <param name="data">The rows.</param>
    /// <param name="folds">How to split them.</param>
    /// <param name="maxDegreeOfParallelism">How many folds may be worked on at a time; 0 for as many as the machine has cores. The result is the same for any number.</param>
    /// <param name="progress">Told the number of folds done; null for nobody.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The predictions; none, with a warning for each fold it could not be fitted to. The reports of the folds are the parts of the report.</returns>
    /// <exception cref="ArgumentException">The folds are of another number of rows, or the estimator refuses the data.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maxDegreeOfParallelism"/> is negative.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    /// <remarks>Features that were made from all rows (filled, encoded, chosen) have seen the rows they predict. Where that matters, make them in the fold, with the overload that takes a function.</remarks>
    public static FitResult<CrossValidation> Run<TModel>(
        [NotNull] IEstimator<ClassificationData, TModel> estimator,
        [NotNull] ClassificationData data,
        [NotNull] Folds folds,
        int maxDegreeOfParallelism = 0,
        IProgress<int>? progress = null,
        CancellationToken cancellationToken = default)
        where TModel : class, IClassificationModel
    {
        ArgumentNullException.ThrowIfNull(estimator);
        ArgumentNullException.ThrowIfNull(data);
        return Run(
            data.Labels,
            folds,
            (fold, token) =>
            {
                FitResult<TModel> fitted = estimator.Fit(data.Take(fold.Train.AsSpan()), token);
                double[]? margins = fitted.Model is null ? null : new double[fold.Test.Count];
                fitted.Model?.Margins(data.Take(fold.Test.AsSpan()).Features, margins, token);
                return new FoldPrediction(margins, fitted.Report);
            },
            data.Weights,
            maxDegreeOfParallelism,
            progress,
            cancellationToken);
    }

    /// <summary>Predicts each row by what a function learns from other rows: all that is learned can be inside the fold.</summary>
    /// <param name="labels">Whether the event happened, for each row.</param>
    /// <param name="folds">How to split the rows.</param>
    /// <param name="predict">Learns from the fold's <see cref="Fold.Train"/> and gives the log-odds of its <see cref="Fold.Test"/>, in that order, with a report on the fit. Called from several threads.</param>
    /// <param name="weights">How much each row counts in the measures, finite and above 0; none for once each.</param>
    /// <param name="maxDegreeOfParallelism">How many folds may be worked on at a time; 0 for as many as the machine has cores. The result is the same for any number.</param>
    /// <param name="progress">Told the number of folds done; null for nobody.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The predictions; none, with a warning for each fold without a prediction. The reports of the folds are the parts of the report.</returns>
    /// <exception cref="ArgumentException">The folds are of another number of rows, there are more or fewer weights, a weight is not as said, or the function gives more or fewer log-odds than rows, or one that is no number.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maxDegreeOfParallelism"/> is negative.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    /// <remarks>What the function throws is thrown here: that of the first fold where several do.</remarks>
    public static FitResult<CrossValidation> Run(
        ReadOnlySpan<bool> labels,
        [NotNull] Folds folds,
        [NotNull] Func<Fold, CancellationToken, FoldPrediction> predict,
        ReadOnlySpan<double> weights = default,
        int maxDegreeOfParallelism = 0,
        IProgress<int>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(folds);
        ArgumentNullException.ThrowIfNull(predict);
        ArgumentOutOfRangeException.ThrowIfNegative(maxDegreeOfParallelism);
        folds.ThrowUnlessOf(labels.Length);
        ScoreCheck.Scores(new double[labels.Length], labels, weights, nameof(labels));
        FoldPrediction[] found = FoldRun.Run(folds, predict, FixedChunks.Parallel(maxDegreeOfParallelism, cancellationToken), progress);
        FitReport report = FoldRun.Report(folds, found);
        if (report.Status == FitStatus.TooLittleData)
        {
            return new FitResult<CrossValidation>(null, report);
        }

        double[] margins = new double[labels.Length];
        Array.Fill(margins, double.NaN);
        var scores = new FoldScore[folds.Count];
        for (int fold = 0; fold < scores.Length; fold++)
        {
            scores[fold] = FoldRun.Score(folds.Items[fold], found[fold].Margins!, labels, weights);
            for (int i = 0; i < found[fold].Margins!.Length; i++)
            {
                margins[folds.Items[fold].Test[i]] = found[fold].Margins![i];
            }
        }

        return new FitResult<CrossValidation>(new CrossValidation(ValueList.Create<double>(margins), ValueList.Create<FoldScore>(scores)), report);
    }
}
