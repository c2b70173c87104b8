namespace CustomerInsight.Matching;

/// <summary>A model with its term frequencies looked up for every value of one table.</summary>
internal sealed class ModelScoring : IPairScoring
{
    private readonly MatchModel _model;
    private readonly PairTestCompiler _compiler;
    private readonly ComparisonWeights[] _weights;
    private readonly IdentifierTable _identifiers;

    public ModelScoring(MatchModel model, StandardizedTable table)
    {
        _model = model;
        _compiler = PairTestCompiler.For(table);
        _weights = [.. model.Comparisons.Select(parameters => new ComparisonWeights(parameters, model, _compiler))];
        _identifiers = new IdentifierTable(model, table);
    }

    public IPairScorer CreateScorer() => new ModelScorer(_model, _compiler, _weights, _identifiers);
}
