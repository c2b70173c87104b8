using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace CustomerInsight.Models;

/// <summary>Fits several purchase models to a calibration and chooses the one that foretells the holdout best.</summary>
/// <remarks>
/// Models are compared by the mean log of the probability that they gave to what each customer did (the log score). One that is behind the best by no more than two standard errors, or by
/// no more than 0.00001, counts as good as it; of those, the one of the fewest parameters is recommended, of equally many the one of the best score, and of those within 0.00001 of the best the
/// first given. How regularly customers buy (k) is not searched for here: models of regular purchases are compared at <see cref="PurchaseModelOptions.Regularity"/>.
/// <para>Sources: Good, "Rational Decisions", Journal of the Royal Statistical Society B 14(1), 1952 (log score); Breiman, Friedman, Olshen, Stone, "Classification and
/// Regression Trees" (1984), section 3.4.3, for taking the simplest of those that the data cannot tell apart.</para>
/// </remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed class PurchaseModelSelector
{
    private readonly PurchaseModelOptions _options;

    /// <summary>Makes a selector.</summary>
    /// <param name="options">Which models, and how to fit them; null for the defaults. Read once, here.</param>
    /// <exception cref="ArgumentException">An option is not usable.</exception>
    public PurchaseModelSelector(PurchaseModelOptions? options = null)
    {
        options ??= new PurchaseModelOptions();
        OptionsCheck.ThrowIfInvalid(options, nameof(options), new PurchaseModelOptionsValidator(), new PurchaseModelOptionsRules());
        _options = options.Copy();
    }

    /// <summary>Fits and compares.</summary>
    /// <param name="holdout">What customers did up to the calibration's end, and after.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The choice. Too little data is a choice of none, with the reason.</returns>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    /// <remarks>A fit for each model, and what <see cref="ModelValidation.Of(PurchaseHoldout, IReadOnlyList{IPurchaseModel}, GammaGammaModel?, ValidationOptions?, CancellationToken)"/> takes.</remarks>
    public ModelChoice Choose([NotNull] PurchaseHoldout holdout, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(holdout);
        FitResult<IPurchaseModel>[] fits = [.. _options.Candidates.Select(kind => new PurchaseModelEstimator(kind, _options).Fit(holdout.PatternArray, cancellationToken))];
        IPurchaseModel[] models = [.. fits.Where(static fit => fit.Report.Converged && fit.Model is not null).Select(static fit => fit.Model!)];
        int buyers = holdout.PurchaseArray.Count(static purchases => purchases > 0);
        string? refusal = models.Length == 0
            ? $"No model can be recommended, since none could be fitted on the calibration: {string.Join(' ', fits[0].Report.Warnings.Select(static warning => warning.Message).Take(1))}"
            : buyers < _options.MinimumHoldoutBuyers
                ? FormattableString.Invariant($"No model can be recommended, since {buyers:#,0} customers bought in the {holdout.Length} after the calibration, fewer than the {_options.MinimumHoldoutBuyers:#,0} needed. Use a longer history, or hold out more of it.")
                : null;
        if (refusal is not null)
        {
            return new ModelChoice(null, refusal, ValueList.From(fits.Select((fit, i) => new ModelCandidate(_options.Candidates[i], Sound(fit), fit.Report, null, null, null))), null);
        }

        var options = new ValidationOptions { MaxDegreeOfParallelism = _options.MaxDegreeOfParallelism };
        var validation = ModelValidation.Of(holdout, models, null, options, out LogScores scores, cancellationToken);
        ValueList<ModelCandidate> candidates = Compare(fits, validation, scores);
        ModelCandidate chosen = candidates.Where(static candidate => candidate.IsAsGood).OrderBy(static candidate => candidate.Model!.Parameters.Count).ThenBy(static candidate => candidate.IsSame ? 0 : candidate.Behind).First();
        return new ModelChoice(chosen.Kind, Reason(chosen, candidates, validation), candidates, validation);
    }

    internal static string Reason(ModelCandidate chosen, ValueList<ModelCandidate> candidates, ModelValidation validation)
    {
        ForecastScore score = chosen.Score!;
        ModelCandidate[] compared = [.. candidates.Where(static candidate => candidate.Model is not null)];
        string why = compared.Length == 1
            ? "is the only model that could be fitted"
            : compared.Count(static candidate => candidate.IsAsGood) == 1
                ? "foretold best what customers did"
                : AmongEquals(compared, chosen);
        string text = string.Create(
            CultureInfo.InvariantCulture,
            $"{chosen.Fit.Model} {why}: log score {score.LogScore:0.0000} over {validation.Customers:#,0} customers, total off by {score.TotalError:+0.0 %;-0.0 %;0.0 %}, root mean squared error {score.RootMeanSquaredError:0.000}.");
        ForecastScore baseline = validation.Forecasts.Where(static forecast => forecast.IsBaseline).MinBy(static forecast => forecast.RootMeanSquaredError)!;
        return baseline.RootMeanSquaredError <= score.RootMeanSquaredError ? $"{text} {Beaten(baseline, compared)}" : text;
    }

    private static IPurchaseModel? Sound(FitResult<IPurchaseModel> fit) => fit.Report.Converged ? fit.Model : null;

    private ValueList<ModelCandidate> Compare(FitResult<IPurchaseModel>[] fits, ModelValidation validation, LogScores scores)
    {
        int[] places = new int[fits.Length];
        int models = 0;
        for (int i = 0; i < fits.Length; i++)
        {
            places[i] = Sound(fits[i]) is null ? -1 : models++;
        }

        int best = Enumerable.Range(0, models).MaxBy(scores.Mean);
        return ValueList.From(fits.Select((fit, i) =>
        {
            if (places[i] < 0)
            {
                return new ModelCandidate(_options.Candidates[i], null, fit.Report, null, null, null);
            }

            (double behind, double error) = scores.Difference(best, places[i]);
            return new ModelCandidate(_options.Candidates[i], fit.Model, fit.Report, validation.Forecasts[places[i]], behind, error);
        }));
    }

    private static string AmongEquals(ModelCandidate[] compared, ModelCandidate chosen)
    {
        ModelCandidate[] others = [.. compared.Where(candidate => candidate.IsAsGood && candidate != chosen)];
        if (!chosen.IsSame)
        {
            return $"is no worse at foretelling what customers did than chance may make it, beside {Names(others)}, and has the fewest parameters";
        }

        ModelCandidate[] same = [.. others.Where(static candidate => candidate.IsSame)];
        ModelCandidate[] near = [.. others.Where(static candidate => !candidate.IsSame)];
        return same.Length == 0 ? $"foretold best what customers did, though not by more than chance may do before {Names(near)}"
            : near.Length == 0 ? $"foretold what customers did as well as {Names(same)}, and none of those has fewer parameters"
            : $"foretold what customers did as well as {Names(same)}, better than {Names(near)} by no more than chance may make it, and none of those has fewer parameters";
    }

    private static string Beaten(ForecastScore baseline, ModelCandidate[] compared)
    {
        ModelCandidate nearest = compared.Where(static candidate => candidate.IsAsGood).MinBy(static candidate => candidate.Score!.RootMeanSquaredError)!;
        double error = nearest.Score!.RootMeanSquaredError;
        return error < baseline.RootMeanSquaredError
            ? string.Create(CultureInfo.InvariantCulture, $"The baseline '{baseline.Forecast}' came nearer to single customers ({baseline.RootMeanSquaredError:0.000}), but {nearest.Fit.Model}, as good by its log score, nearer still ({error:0.000}): prefer that where single customers matter.")
            : string.Create(CultureInfo.InvariantCulture, $"But the baseline '{baseline.Forecast}' came nearer ({baseline.RootMeanSquaredError:0.000}), so the model is of little use for single customers.");
    }

    private static string Names(ModelCandidate[] candidates) => string.Join(", ", candidates.Select(static candidate => candidate.Fit.Model));
}
