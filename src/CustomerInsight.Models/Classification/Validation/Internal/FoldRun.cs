using System.Runtime.ExceptionServices;

namespace CustomerInsight.Models;

/// <summary>Works through folds, side by side, with results in the order of the folds.</summary>
internal static class FoldRun
{
    public static FoldPrediction[] Run(Folds folds, Func<Fold, CancellationToken, FoldPrediction> predict, ParallelOptions parallel, IProgress<int>? progress)
    {
        var found = new FoldPrediction[folds.Count];
        var failures = new Exception?[folds.Count];
        object gate = new();
        int done = 0;
        Parallel.For(0, folds.Count, parallel, number =>
        {
            try
            {
                found[number] = Checked(folds.Items[number], predict(folds.Items[number], parallel.CancellationToken));
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                failures[number] = exception;
            }

            lock (gate)
            {
                progress?.Report(++done);
            }
        });
        if (Array.Find(failures, static failure => failure is not null) is Exception first)
        {
            ExceptionDispatchInfo.Throw(first);
        }

        return found;
    }

    public static FitReport Report(Folds folds, FoldPrediction[] found)
    {
        FitReport first = found[0].Report;
        FitWarning[] refused =
        [
            .. folds.Items.Zip(found).Where(static pair => pair.Second.Margins is null).Select(static pair => new FitWarning(
                "fold-without-model",
                $"Fold {pair.First.Name} could not be learned from: {string.Join(' ', pair.Second.Report.Warnings.Select(static warning => warning.Message))} Use fewer folds or more data.")),
        ];
        FitStatus status = refused.Length > 0 ? FitStatus.TooLittleData
            : Array.TrueForAll(found, static fold => fold.Report.Converged) ? FitStatus.Converged
            : FitStatus.NotConverged;
        return new FitReport($"{first.Model}, {folds.Count} folds", status, found.Sum(static fold => fold.Report.Iterations), null, folds.Rows, ValueList.Create<FitWarning>(refused))
        {
            Parts = ValueList.From(found.Select(static fold => fold.Report)),
        };
    }

    public static FoldScore Score(Fold fold, double[] margins, ReadOnlySpan<bool> labels, ReadOnlySpan<double> weights)
    {
        bool[] own = new bool[margins.Length];
        double[] ownWeights = new double[weights.IsEmpty ? 0 : margins.Length];
        for (int i = 0; i < own.Length; i++)
        {
            own[i] = labels[fold.Test[i]];
            if (!weights.IsEmpty)
            {
                ownWeights[i] = weights[fold.Test[i]];
            }
        }

        var ranking = ScoreRanking.Of(margins, own, ownWeights);
        return new FoldScore(
            fold.Name,
            fold.Train.Count,
            own.Length,
            own.AsSpan().Count(true),
            RankingMeasures.AreaUnderRoc(ranking),
            RankingMeasures.AveragePrecision(ranking),
            RankingMeasures.LogLossOfMargins(ranking),
            RankingMeasures.Brier(ranking, areMargins: true),
            RankingMeasures.Lift(ranking, 0.1));
    }

    private static FoldPrediction Checked(Fold fold, FoldPrediction prediction)
    {
        if (prediction.Margins is double[] margins && (margins.Length != fold.Test.Count || Array.Exists(margins, double.IsNaN)))
        {
            throw new ArgumentException(
                FormattableString.Invariant($"Fold {fold.Name} has {fold.Test.Count} rows to predict, but {margins.Count(static margin => !double.IsNaN(margin))} log-odds. Give a number for each row of {nameof(Fold.Test)}, in its order."),
                nameof(prediction));
        }

        return prediction;
    }
}
