namespace CustomerInsight.Models;

/// <summary>What a model says of many rows.</summary>
internal sealed class SurvivalPredictions
{
    private readonly ISurvivalModel _model;
    private readonly FeatureMatrix _features;
    private readonly ParallelOptions _parallel;

    public SurvivalPredictions(ISurvivalModel model, FeatureMatrix features, ParallelOptions parallel)
    {
        (_model, _features, _parallel) = (model, features, parallel);
        Risks = Each(model.Risk);
    }

    private delegate double Answer(ReadOnlySpan<double> row);

    public double[] Risks { get; }

    public double[] Survival(double time) => Each(row => _model.Survival(row, time));

    private double[] Each(Answer answer)
    {
        double[] results = new double[_features.Rows];
        RowChunks.For(results.Length, RowChunks.RowsFor(_features.Columns.Count), _parallel, (_, from, to) =>
        {
            for (int row = from; row < to; row++)
            {
                results[row] = answer(_features.Row(row));
            }
        });
        return results;
    }
}
