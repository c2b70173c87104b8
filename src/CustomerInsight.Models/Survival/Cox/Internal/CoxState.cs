namespace CustomerInsight.Models;

/// <summary>A fitted model with the data of its fit, in the unit of the data: what diagnostics start from.</summary>
internal sealed class CoxState
{
    private readonly CoxModel _model;

    private CoxState(CoxModel model, CoxRows rows, CoxScores scores, ParallelOptions parallel)
    {
        Parallel = parallel;
        _model = model;
        Rows = rows;
        Scores = scores;
    }

    public CoxRows Rows { get; }

    public CoxScores Scores { get; }

    public ParallelOptions Parallel { get; }

    /// <exception cref="ArgumentException">The data have other features than the model or no event, or the model is of exact ties.</exception>
    public static CoxState Of(CoxModel model, SurvivalData data, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(data);
        if (model.Ties == CoxTies.Exact)
        {
            throw new ArgumentException($"A model of {nameof(CoxTies)}.{nameof(CoxTies.Exact)} has no residuals. Fit one with {nameof(CoxTies.Efron)} for its diagnostics.", nameof(model));
        }

        if (data.Features.Columns != model.Columns)
        {
            throw new ArgumentException($"The rows have the features {string.Join(", ", data.Features.Columns)}, but the model has {string.Join(", ", model.Columns)}. Give the data of the fit.", nameof(data));
        }

        if (!data.Times.EndArray.Any(end => SurvivalTimes.IsEvent(end, model.Cause)))
        {
            throw new ArgumentException("No row has the event. Give the data of the fit.", nameof(data));
        }

        double[] ones = new double[model.Columns.Count];
        Array.Fill(ones, 1);
        ParallelOptions parallel = FixedChunks.Parallel(0, cancellationToken);
        CoxRows rows = CoxPreparation.Of(data, model.Cause, parallel, [.. model.Coefficients.Select(static coefficient => coefficient.Mean)], ones);
        return new CoxState(model, rows, new CoxScores(rows, [.. model.Coefficients.Select(static coefficient => coefficient.Value)], model.Ties == CoxTies.Efron, parallel), parallel);
    }

    /// <summary>Gives the model's covariance with 0 for features left out.</summary>
    public double[] Covariance()
    {
        int columns = Rows.Columns;
        double[] covariance = new double[columns * columns];
        int[] places = [.. (_model.Covariance?.Names ?? []).Select(name => _model.Columns.AsSpan().IndexOf(name))];
        for (int i = 0; i < places.Length; i++)
        {
            for (int j = 0; j < places.Length; j++)
            {
                covariance[(places[i] * columns) + places[j]] = _model.Covariance![i, j];
            }
        }

        return covariance;
    }
}
