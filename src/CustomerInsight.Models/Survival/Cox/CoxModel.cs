namespace CustomerInsight.Models;

/// <summary>Proportional hazards: each feature multiplies the chance of the event at every moment by a factor, whatever the moment.</summary>
/// <remarks>Source: Cox, "Regression models and life-tables", Journal of the Royal Statistical Society B 34 (1972).</remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed partial record CoxModel : ISurvivalModel
{
    internal const string ModelName = "Cox regression";

    private readonly int _cause;
    private readonly double _ridge;

    /// <summary>Makes a model from known coefficients.</summary>
    /// <param name="coefficients">The features in their order, with their coefficients: at least one, no two of the same name, all finite.</param>
    /// <param name="baselines">The hazard that all share, for each stratum: at least one, by rising number of the stratum.</param>
    /// <exception cref="ArgumentException">Coefficients or baselines are not as said.</exception>
    public CoxModel(ValueList<CoxCoefficient> coefficients, ValueList<CoxBaseline> baselines)
    {
        if (coefficients.Any(static coefficient => coefficient is null) || baselines.Any(static baseline => baseline is null))
        {
            throw new ArgumentException("A coefficient or a baseline is null. Leave it out.", nameof(coefficients));
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (CoxCoefficient coefficient in coefficients)
        {
            if (string.IsNullOrWhiteSpace(coefficient.Column) || !names.Add(coefficient.Column)
                || !double.IsFinite(coefficient.Value) || !double.IsFinite(coefficient.Mean) || !double.IsFinite(coefficient.Deviation) || coefficient.Deviation < 0
                || coefficient.StandardError is < 0 or double.NaN or double.PositiveInfinity || coefficient.RobustError is < 0 or double.NaN or double.PositiveInfinity)
            {
                throw new ArgumentException($"The coefficient of '{coefficient.Column}' is not finite, or two features have that name, or one has none. Give each feature a name of its own and finite numbers.", nameof(coefficients));
            }
        }

        if (coefficients.Count == 0 || baselines.Count == 0)
        {
            throw new ArgumentException("There is no coefficient, or no baseline. Give at least one of each.", nameof(coefficients));
        }

        for (int i = 0; i < baselines.Count; i++)
        {
            baselines[i].ThrowIfInvalid(nameof(baselines));
            if (i > 0 && baselines[i].Stratum <= baselines[i - 1].Stratum)
            {
                throw new ArgumentException("The strata of the baselines do not rise. Give each stratum one, in their order.", nameof(baselines));
            }
        }

        Coefficients = coefficients;
        Baselines = baselines;
        Columns = ValueList.From(coefficients.Select(static coefficient => coefficient.Column));
    }

    /// <summary>Gets the features with their coefficients.</summary>
    public ValueList<CoxCoefficient> Coefficients { get; }

    /// <summary>Gets the hazard that all share, for each stratum by rising number.</summary>
    public ValueList<CoxBaseline> Baselines { get; private init; }

    /// <inheritdoc/>
    public ValueList<string> Columns { get; }

    /// <summary>Gets how events at the same time were counted.</summary>
    public CoxTies Ties { get; init; }

    /// <summary>Gets which end counted as the event, by the number of its cause; 0 for every cause.</summary>
    /// <value>0. From 0.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is below 0.</exception>
    public int Cause
    {
        get => _cause;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value, nameof(Cause));
            _cause = value;
        }
    }

    /// <summary>Gets how hard coefficients were drawn towards 0.</summary>
    /// <value>0: not at all. From 0.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is below 0 or not finite.</exception>
    public double Ridge
    {
        get => _ridge;
        init => _ridge = ParameterCheck.NotNegative(value, nameof(Ridge));
    }

    /// <summary>Gets how well the model explains the data of its fit; null for one made from known coefficients.</summary>
    public CoxFit? Fit { get; init; }

    /// <summary>Gets the covariance of the coefficients by the information; null without standard errors. Features left out are not in it.</summary>
    public ParameterCovariance? Covariance { get; init; }

    /// <summary>Gets the covariance that holds also where rows are alike within clusters or the model is not quite true; null where it was not asked for.</summary>
    public ParameterCovariance? RobustCovariance { get; init; }

    /// <summary>Gives the model of one stratum, which needs no further saying which.</summary>
    /// <param name="stratum">The number of the stratum.</param>
    /// <returns>The same coefficients with the hazard of that stratum alone.</returns>
    /// <exception cref="ArgumentException">There was no such stratum in the fit.</exception>
    public CoxModel InStratum(int stratum)
    {
        foreach (CoxBaseline baseline in Baselines)
        {
            if (baseline.Stratum == stratum)
            {
                return this with { Baselines = [baseline] };
            }
        }

        throw new ArgumentException(FormattableString.Invariant($"There was no stratum {stratum} in the fit, so nothing is known of its hazard. Fit the model to rows that have it."), nameof(stratum));
    }

    /// <inheritdoc/>
    /// <returns>The log of the hazard, over that of a customer with every feature at its mean; a risk beyond the range of numbers is the last one in it.</returns>
    /// <remarks>Time O(features).</remarks>
    public double Risk(ReadOnlySpan<double> features)
    {
        CheckFeatures(features);
        double risk = 0;
        for (int i = 0; i < features.Length; i++)
        {
            risk += Coefficients[i].Value * (features[i] - Coefficients[i].Mean);
        }

        return double.IsFinite(risk) ? risk : ExtremeRisk(features);
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The model has several strata: ask that of <see cref="InStratum"/>.</exception>
    /// <remarks>O(log n) in the times of events. After the last time anyone was watched, the value there.</remarks>
    public double Survival(ReadOnlySpan<double> features, double time) => Survival(OnlyBaseline.At(time), Risk(features));

    private CoxBaseline OnlyBaseline => Baselines.Count == 1
        ? Baselines[0]
        : throw new InvalidOperationException(FormattableString.Invariant($"The model has {Baselines.Count} strata, each with a hazard of its own. Ask the model that InStratum gives."));

    // Without a hazard nobody leaves, however large the risk.
    private static double Survival(double hazard, double risk) => hazard > 0 ? Math.Exp(-hazard * Math.Exp(risk)) : 1;

    private void CheckFeatures(ReadOnlySpan<double> features)
    {
        if (features.Length != Columns.Count)
        {
            throw new ArgumentException(FormattableString.Invariant($"There are {features.Length} features, but the model has {Columns.Count}: {string.Join(", ", Columns)}."), nameof(features));
        }

        for (int i = 0; i < features.Length; i++)
        {
            if (!double.IsFinite(features[i]))
            {
                throw new ArgumentException($"The feature '{Columns[i]}' has no finite number. Fill in what is missing before.", nameof(features));
            }
        }
    }
}
