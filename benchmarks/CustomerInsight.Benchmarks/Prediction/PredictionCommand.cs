using CustomerInsight.Models;

namespace CustomerInsight.Benchmarks;

/// <summary>Times what it takes to learn who leaves and when: classifiers, their explanations, and survival models.</summary>
internal static class PredictionCommand
{
    public const string Name = "prediction";

    private const int ClassColumns = 16;
    private const int LifeColumns = 10;
    private const int Million = 1_000_000;

    /// <summary>Runs the command.</summary>
    /// <returns>The exit code: 0 done, 1 the file cannot be written, 2 the options cannot be understood.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter screen, TextWriter error, CancellationToken cancellationToken)
    {
        if (!PredictionArguments.TryParse(args, out PredictionArguments arguments, out string? problem))
        {
            error.WriteLine(problem);
            error.WriteLine(PredictionArguments.Usage);
            return 2;
        }

        try
        {
            PredictionMeasures measures = Measure(arguments, cancellationToken);
            measures.Print(screen);
            if (arguments.Json is { } json)
            {
                await File.WriteAllTextAsync(json, measures.ToJson(), cancellationToken);
            }

            return 0;
        }
        catch (Exception unusable) when (unusable is IOException or UnauthorizedAccessException)
        {
            error.WriteLine(unusable.Message);
            return 1;
        }
    }

    private static PredictionMeasures Measure(PredictionArguments arguments, CancellationToken cancellationToken)
    {
        (WorkMeasure cox, WorkMeasure concordance, WorkMeasure curve) = MeasureLives(arguments, cancellationToken);
        ClassificationData classes = PredictionData.Classes(arguments.Rows, ClassColumns);

        // Others were measured with a million rows; their time grows as fast as the rows do.
        bool comparable = arguments.Rows == Million;
        LogisticModel? linear = null;
        WorkMeasure logistic = WorkMeasure.Time(
            () => (linear = new LogisticEstimator().Fit(classes, cancellationToken).Model!).Baseline,
            "scikit-learn LogisticRegression",
            comparable ? 0.70 : null,
            arguments.Repetitions);
        logistic = logistic with { Result = Area(linear!, classes, cancellationToken) };
        WorkMeasure linearContributions = MeasureContributions(linear!, classes.Features, arguments.Repetitions, cancellationToken);

        BoostingModel? trees = null;
        WorkMeasure boosting = WorkMeasure.Time(
            () => (trees = Boost(classes, 31, cancellationToken)).Baseline,
            "XGBoost hist, depth 6",
            comparable ? 6.2 : null,
            arguments.Repetitions);
        boosting = boosting with { Result = Area(trees!, classes, cancellationToken) };
        int[] some = [.. Enumerable.Range(0, arguments.Rows / 10)];
        ClassificationData fewer = classes.Take(some);
        WorkMeasure treeContributions = MeasureContributions(Boost(fewer, 8, cancellationToken), fewer.Features, arguments.Repetitions, cancellationToken);
        return new PredictionMeasures(
            arguments.Rows, arguments.Repetitions, logistic, linearContributions, boosting, treeContributions, cox, concordance, curve, ProcessMemory.PeakMegabytes());
    }

    private static (WorkMeasure Cox, WorkMeasure Concordance, WorkMeasure Curve) MeasureLives(PredictionArguments arguments, CancellationToken cancellationToken)
    {
        SurvivalData lives = PredictionData.Lives(arguments.Rows / 10, LifeColumns);
        bool comparable = arguments.Rows == Million;
        CoxModel? model = null;
        WorkMeasure cox = WorkMeasure.Time(
            () =>
            {
                FitResult<CoxModel> fit = new CoxEstimator().Fit(lives, cancellationToken);
                model = fit.Model;
                return fit.Report.LogLikelihood ?? double.NaN;
            },
            "R survival coxph",
            comparable ? 0.50 : null,
            arguments.Repetitions);
        double[] risks = [.. Enumerable.Range(0, lives.Features.Rows).Select(row => model!.Risk(lives.Features.Row(row)))];
        WorkMeasure concordance = WorkMeasure.Time(
            () => Concordance.Harrell(lives.Times, risks).Value, "R survival concordance", comparable ? 0.147 : null, arguments.Repetitions);
        WorkMeasure curve = WorkMeasure.Time(
            () => KaplanMeier.Estimate(lives.Times).RestrictedMean(1).Mean, "lifelines KaplanMeierFitter", comparable ? 0.017 : null, arguments.Repetitions);
        return (cox, concordance, curve);
    }

    private static BoostingModel Boost(ClassificationData data, int leaves, CancellationToken cancellationToken) => new BoostingEstimator(new BoostingOptions
    {
        LearningRate = 0.1,
        Rounds = 100,
        StopAfter = 0,
        Members = 1,
        MaximumLeaves = leaves,
    }).Fit(data, cancellationToken).Model!;

    private static WorkMeasure MeasureContributions(IClassificationModel model, FeatureMatrix rows, int repetitions, CancellationToken cancellationToken)
    {
        double[] margins = new double[rows.Rows];
        double[] contributions = new double[rows.Values.Length];
        WorkMeasure measure = WorkMeasure.Time(
            () =>
            {
                model.Margins(rows, margins, cancellationToken);
                model.Contributions(rows, contributions, cancellationToken);
                return margins[0];
            },
            null,
            null,
            repetitions);
        return measure with { Result = rows.Rows / measure.Seconds };
    }

    private static double Area(IClassificationModel model, ClassificationData data, CancellationToken cancellationToken)
    {
        double[] margins = new double[data.Rows];
        model.Margins(data.Features, margins, cancellationToken);
        return ClassificationMetrics.AreaUnderRoc(margins, data.Labels);
    }
}
