using System.Diagnostics;
using CustomerInsight.Models;
using CustomerInsight.Sources;

namespace CustomerInsight.Benchmarks;

/// <summary>Learns from any table who leaves, with the defaults of the library, and measures how well rows are foretold that were not learned from.</summary>
internal static class ChurnCommand
{
    public const string Name = "churn";

    /// <summary>Runs the command.</summary>
    /// <returns>The exit code: 0 done, 1 a file cannot be used, 2 the options cannot be understood.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter screen, TextWriter error, CancellationToken cancellationToken)
    {
        if (!ChurnArguments.TryParse(args, out ChurnArguments arguments, out string? problem))
        {
            error.WriteLine(problem);
            error.WriteLine(ChurnArguments.Usage);
            return 2;
        }

        try
        {
            ChurnTable table = await ChurnTable.ReadAsync(arguments, cancellationToken);
            screen.Write(table.Describe());
            var measures = new ChurnMeasures(
                table.Labels.Length,
                table.Labels.Count(static left => left),
                table.Folds.Count,
                arguments.Repetitions,
                Measure(table, EncodingStyle.Linear, Logistic(), arguments.Repetitions, cancellationToken),
                Measure(table, EncodingStyle.Trees, Boosting(), arguments.Repetitions, cancellationToken));
            measures.Print(screen);
            if (arguments.Json is { } json)
            {
                await File.WriteAllTextAsync(json, measures.ToJson(), cancellationToken);
            }

            return 0;
        }
        catch (Exception unusable) when (unusable is IOException or UnauthorizedAccessException or SourceFormatException or ArgumentException or FormatException)
        {
            error.WriteLine(unusable.Message);
            return 1;
        }
    }

    // The folds take the cores; a fit takes one more where there are fewer folds left than cores.
    private static Func<ClassificationData, CancellationToken, (IClassificationModel?, FitReport)> Logistic() => static (data, cancellationToken) =>
    {
        FitResult<LogisticModel> fit = new LogisticEstimator(new LogisticOptions { MaxDegreeOfParallelism = 1 }).Fit(data, cancellationToken);
        return (fit.Model, fit.Report);
    };

    private static Func<ClassificationData, CancellationToken, (IClassificationModel?, FitReport)> Boosting() => static (data, cancellationToken) =>
    {
        FitResult<BoostingModel> fit = new BoostingEstimator().Fit(data, cancellationToken);
        return (fit.Model, fit.Report);
    };

    private static ChurnMeasure Measure(
        ChurnTable table, EncodingStyle style, Func<ClassificationData, CancellationToken, (IClassificationModel? Model, FitReport Report)> learn, int repetitions, CancellationToken cancellationToken)
    {
        // The first time is the compiler's.
        CrossValidation? validation = null;
        double[] seconds = new double[repetitions + 1];
        for (int repetition = 0; repetition <= repetitions; repetition++)
        {
            GC.Collect();
            long start = Stopwatch.GetTimestamp();
            FitResult<CrossValidation> result = CrossValidation.Run(table.Labels, table.Folds, (fold, stop) => Predict(table, style, learn, fold, stop), cancellationToken: cancellationToken);
            seconds[repetition] = Stopwatch.GetElapsedTime(start).TotalSeconds;
            validation = result.Model ?? throw new FormatException($"Nothing could be learned from the table. {result.Report.Describe()}");
        }

        Array.Sort(seconds, 1, repetitions);
        return new ChurnMeasure(
            validation!.AreaUnderRoc.Mean,
            validation.AveragePrecision.Mean,
            validation.LogLoss.Mean,
            validation.Brier.Mean,
            validation.LiftTop10.Mean,
            (seconds[(repetitions + 1) / 2] + seconds[(repetitions + 2) / 2]) / 2);
    }

    /// <summary>All that is learned, how traits become features included, is learned from the fold's own rows.</summary>
    private static FoldPrediction Predict(
        ChurnTable table, EncodingStyle style, Func<ClassificationData, CancellationToken, (IClassificationModel? Model, FitReport Report)> learn, Fold fold, CancellationToken cancellationToken)
    {
        FitResult<FeatureEncoding> encoding = new FeatureEncoder(new FeatureEncoderOptions { Style = style, MaxDegreeOfParallelism = 1 }).Fit(table.Traits, fold.Train.AsSpan(), cancellationToken);
        if (encoding.Model is not { } encode)
        {
            return new FoldPrediction(null, encoding.Report);
        }

        bool[] labels = [.. fold.Train.Select(row => table.Labels[row])];
        (IClassificationModel? model, FitReport report) = learn(
            ClassificationData.Create(encode.Encode(table.Traits, fold.Train.AsSpan(), cancellationToken), labels, categories: encode.Categories), cancellationToken);
        if (model is null)
        {
            return new FoldPrediction(null, report);
        }

        double[] margins = new double[fold.Test.Count];
        model.Margins(encode.Encode(table.Traits, fold.Test.AsSpan(), cancellationToken), margins, cancellationToken);
        return new FoldPrediction(margins, report);
    }
}
