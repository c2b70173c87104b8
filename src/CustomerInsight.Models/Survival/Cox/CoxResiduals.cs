using System.Diagnostics.CodeAnalysis;

namespace CustomerInsight.Models;

/// <summary>How far each row of a fit is from what the model expects of it.</summary>
/// <remarks>
/// Of the data of the fit. No residual is weighted: multiply those of a row by its weight, and add them up over the rows of a customer, where that is wanted.
/// <para>Source: Therneau, Grambsch, "Modeling Survival Data" (2000), chapters 4 to 7.</para>
/// </remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed partial class CoxResiduals
{
    private readonly double[] _martingale;
    private readonly double[] _deviance;
    private readonly int[] _eventRows;
    private readonly double[] _eventTimes;

    private CoxResiduals(double[] martingale, double[] deviance, FeatureMatrix score, FeatureMatrix influence, FeatureMatrix schoenfeld, FeatureMatrix scaledSchoenfeld, int[] eventRows, double[] eventTimes)
    {
        _martingale = martingale;
        _deviance = deviance;
        Score = score;
        Influence = influence;
        Schoenfeld = schoenfeld;
        ScaledSchoenfeld = scaledSchoenfeld;
        _eventRows = eventRows;
        _eventTimes = eventTimes;
    }

    /// <summary>Gets for each row its event (1 or 0) less the hazard that it lived through: at most 1, on average 0. Against a feature that is not in the model, it shows the form in which that would enter.</summary>
    public ReadOnlySpan<double> Martingale => _martingale;

    /// <summary>Gets the martingale residuals made symmetric about 0: rows that the model explains badly stand out.</summary>
    public ReadOnlySpan<double> Deviance => _deviance;

    /// <summary>Gets what each row adds to the slope of the likelihood, which is 0 in sum; a row each, a column for each feature.</summary>
    public FeatureMatrix Score { get; }

    /// <summary>Gets by about how much each coefficient would be smaller without the row (dfbeta); a row each, a column for each feature.</summary>
    public FeatureMatrix Influence { get; }

    /// <summary>Gets for each event how far the features of the row with it are from the mean of those at risk then; events as in <see cref="EventRows"/>.</summary>
    public FeatureMatrix Schoenfeld { get; }

    /// <summary>Gets the Schoenfeld residuals in the unit of the coefficients: their trend over time is how the coefficient changes (Grambsch and Therneau).</summary>
    public FeatureMatrix ScaledSchoenfeld { get; }

    /// <summary>Gets the rows with the event: by stratum, then by rising time.</summary>
    public ReadOnlySpan<int> EventRows => _eventRows;

    /// <summary>Gets when these events were.</summary>
    public ReadOnlySpan<double> EventTimes => _eventTimes;

    /// <summary>Computes the residuals.</summary>
    /// <param name="model">The model, not one of exact ties.</param>
    /// <param name="data">The data that it was fitted to.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The residuals.</returns>
    /// <exception cref="ArgumentException">The data have other features than the model or no event, or the model is of exact ties.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    /// <remarks>O(n log n) to sort the rows, then time and memory of rows × features.</remarks>
    public static CoxResiduals Of([NotNull] CoxModel model, [NotNull] SurvivalData data, CancellationToken cancellationToken = default)
    {
        CoxState state = CoxState.Of(model, data, cancellationToken);
        CoxRows rows = state.Rows;
        CoxScores scores = state.Scores;
        int columns = rows.Columns;
        double[] martingale = new double[rows.Count];
        double[] deviance = new double[rows.Count];
        double[] score = new double[rows.Count * columns];
        double[] influence = new double[rows.Count * columns];
        double[] covariance = state.Covariance();
        for (int place = 0; place < rows.Count; place++)
        {
            int row = rows.Order[place];
            double residual = (scores.HasEvent(place) ? 1 : 0) - scores.Expected(place);
            martingale[row] = residual;
            deviance[row] = DevianceOf(residual, scores.HasEvent(place));
            scores.Write(place, score.AsSpan(row * columns, columns));
            Multiply(score.AsSpan(row * columns, columns), covariance, influence.AsSpan(row * columns, columns));
        }

        int[] events = [.. Enumerable.Range(0, rows.Slots.Count).Reverse().SelectMany(slot => Enumerable.Range(rows.Slots.Ends[slot] - rows.Slots.Events[slot], rows.Slots.Events[slot]))];
        Array.Sort([.. events.Select((place, i) => (rows.Slots.Strata[rows.Slots.FirstSlots[place]], i))], events);
        double[] schoenfeld = new double[events.Length * columns];
        double[] scaled = new double[events.Length * columns];
        for (int i = 0; i < events.Length; i++)
        {
            Span<double> residuals = schoenfeld.AsSpan(i * columns, columns);
            scores.WriteSchoenfeld(events[i], residuals);
            Span<double> inUnits = scaled.AsSpan(i * columns, columns);
            Multiply(residuals, covariance, inUnits);
            for (int column = 0; column < columns; column++)
            {
                inUnits[column] = (inUnits[column] * events.Length) + model.Coefficients[column].Value;
            }
        }

        FeatureMatrix Matrix(double[] values) => FeatureMatrix.Create(model.Columns, values);
        return new CoxResiduals(
            martingale,
            deviance,
            Matrix(score),
            Matrix(influence),
            Matrix(schoenfeld),
            Matrix(scaled),
            Array.ConvertAll(events, place => rows.Order[place]),
            Array.ConvertAll(events, place => rows.Slots.Times[rows.Slots.FirstSlots[place]]));
    }

    private static double DevianceOf(double residual, bool hasEvent)
    {
        double expected = (hasEvent ? 1 : 0) - residual;
        double squared = -2 * (residual + (hasEvent ? Math.Log(expected) : 0));
        return Math.Sign(residual) * Math.Sqrt(Math.Max(0, squared));
    }

    private static void Multiply(ReadOnlySpan<double> row, double[] matrix, Span<double> product)
    {
        for (int column = 0; column < product.Length; column++)
        {
            product[column] = Bfgs.Dot(row, matrix.AsSpan(column * row.Length, row.Length));
        }
    }
}
